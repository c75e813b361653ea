package io.casewell.platform;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Draws pages of a checked PDF as pictures, so that whoever vets it sees it beside the claim and
 * opens no program. One at a time, small, and given up after a while.
 */
@Component
class PdfPages {
  static {
    // where it keeps what it found of the machine's fonts; the home may be read-only
    System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
  }

  private static final Scheduler ONE_BY_ONE =
      Schedulers.newBoundedElastic(1, 50, "pages", 60, true);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final float WIDTH = 1100;

  /** The page as a PNG; a page that cannot be drawn does not exist. */
  Mono<byte[]> draw(Path pdf, int page) {
    return Mono.fromCallable(() -> drawn(pdf, page))
        .subscribeOn(ONE_BY_ONE)
        .timeout(PATIENCE)
        .onErrorMap(
            trouble -> !(trouble instanceof Refusal),
            // whatever a stranger's file does to the renderer, the file itself can be opened
            _ -> Refusal.notFound());
  }

  private static byte[] drawn(Path pdf, int page) throws IOException {
    try (var source = new RandomAccessReadBufferedFile(pdf);
        var document = Loader.loadPDF(source, IOUtils.createTempFileOnlyStreamCache())) {
      if (page < 1 || page > document.getNumberOfPages()) {
        throw Refusal.notFound();
      }
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      var scale = scale(document.getPage(page - 1).getCropBox());
      return png(renderer.renderImage(page - 1, scale, ImageType.RGB));
    }
  }

  /** So that a page of any size comes out at one width and at most three times as high. */
  private static float scale(PDRectangle box) {
    float width = Math.max(1, box.getWidth());
    float height = Math.max(1, box.getHeight());
    return Math.min(WIDTH / Math.min(width, height), 2 * WIDTH / Math.max(width, height));
  }

  private static byte[] png(BufferedImage drawn) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", out);
    return out.toByteArray();
  }
}
