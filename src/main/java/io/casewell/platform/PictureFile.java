package io.casewell.platform;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Draws an uploaded picture anew: what is kept holds its pixels and nothing else, no place, camera
 * or time (EXIF), nothing appended. Its size is read off the header before a pixel is decoded, and
 * a large one is read in steps, so that memory stays flat.
 */
final class PictureFile {
  /** A longer side is refused: no camera or scanner makes one. */
  static final int LONGEST_SIDE = 16_000;

  private static final long MOST_PIXELS = 64_000_000L;

  /** What is kept has at most so many pixels: a page at 300 dots an inch. */
  private static final long KEPT_PIXELS = 9_000_000L;

  static {
    // files are read where they lie
    ImageIO.setUseCache(false);
  }

  private PictureFile() {}

  /** Writes the picture anew. */
  static void redraw(Path from, FileKind kind, Path to) throws IOException, UnfitFile {
    var reader = ImageIO.getImageReadersByFormatName(format(kind)).next();
    try (var in = new FileImageInputStream(from.toFile())) {
      // true, true: forward only, and none of its metadata
      reader.setInput(in, true, true);
      int step = step(reader);
      var pixels = upright(decoded(reader, step), Orientation.of(from, kind));
      write(pixels, kind, to);
    } catch (IIOException | RuntimeException broken) {
      throw new UnfitFile(
          "This picture cannot be read. Open it on your computer, save it again as JPEG or PNG, and"
              + " send that.");
    } finally {
      reader.dispose();
    }
  }

  private static int step(ImageReader reader) throws IOException, UnfitFile {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
      throw new UnfitFile(
          "This picture is %,d by %,d pixels, more than we take. Save it smaller: 3,000 pixels on"
                  .formatted(width, height)
              + " the longer side are plenty.");
    }
    int step = 1;
    while ((width / step) * (height / step) > KEPT_PIXELS) {
      step++;
    }
    return step;
  }

  private static BufferedImage decoded(ImageReader reader, int step) throws IOException {
    var param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  /** On white and turned the way the camera was held, since the note saying so is dropped. */
  private static BufferedImage upright(BufferedImage drawn, Orientation orientation) {
    int width = drawn.getWidth();
    int height = drawn.getHeight();
    var turned =
        orientation.swapsSides()
            ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
            : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = turned.createGraphics();
    try {
      canvas.setColor(Color.WHITE);
      canvas.fillRect(0, 0, turned.getWidth(), turned.getHeight());
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      canvas.drawImage(drawn, orientation.turn(width, height), null);
    } finally {
      canvas.dispose();
    }
    return turned;
  }

  private static void write(BufferedImage pixels, FileKind kind, Path to) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(format(kind)).next();
    try (var out = new FileImageOutputStream(to.toFile())) {
      writer.setOutput(out);
      var param = writer.getDefaultWriteParam();
      if (kind == FileKind.JPEG) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.88f);
      }
      writer.write(null, new IIOImage(pixels, null, null), param);
    } finally {
      writer.dispose();
    }
  }

  private static String format(FileKind kind) {
    return switch (kind) {
      case JPEG -> "jpeg";
      case PNG -> "png";
      case PDF -> throw new IllegalArgumentException("a PDF is not a picture");
    };
  }
}
