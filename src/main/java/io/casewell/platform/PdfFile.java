package io.casewell.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Looks into an uploaded PDF: it must parse, have a bounded number of pages and hold nothing that
 * does something by itself: no script, no program to launch, no file inside the file. What is
 * packed small and unpacks large is found first ({@link PackedStreams}).
 */
final class PdfFile {
  /** More pages than any certificate or sample of work has. */
  static final int MOST_PAGES = 60;

  private static final int MOST_OBJECTS = 50_000;

  /** Of one picture: a page of letter size at 600 dots an inch. */
  private static final long MOST_PIXELS = 34_000_000L;

  private static final int DEEPEST = 60;

  /** Names that stand only where a document acts, carries another file or hides its content. */
  private static final Set<String> REFUSED =
      Set.of(
          "JavaScript",
          "JS",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "FileAttachment",
          "RichMedia",
          "XFA",
          "SubmitForm",
          "ImportData",
          "GoToE",
          "Rendition",
          "Movie",
          "Sound",
          "3D");

  private int pages;
  private int values;

  private PdfFile() {}

  /** How many pages it has. */
  static int pages(Path file) throws IOException, UnfitFile {
    PackedStreams.check(file);
    try (var source = new RandomAccessReadBufferedFile(file);
        var document = Loader.loadPDF(source, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw locked();
      }
      return new PdfFile().walk(document);
    } catch (InvalidPasswordException _) {
      throw locked();
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw new UnfitFile(
          "This PDF cannot be read. Open it on your computer, print it to a new PDF, and send"
              + " that.");
    }
  }

  private static UnfitFile locked() {
    return new UnfitFile(
        "This PDF is locked with a password. Save it without one and send it again.");
  }

  private int walk(PDDocument document) throws UnfitFile {
    var inside = document.getDocument();
    var keys = inside.getXrefTable().keySet();
    if (keys.size() > MOST_OBJECTS) {
      throw tooLong();
    }
    for (COSObjectKey key : Set.copyOf(keys)) {
      look(inside.getObjectFromPool(key).getObject(), 0);
    }
    look(inside.getTrailer(), 0);
    int said = document.getNumberOfPages();
    if (said > MOST_PAGES || pages > MOST_PAGES) {
      throw tooLong();
    }
    if (said < 1) {
      throw new UnfitFile("This PDF has no pages.");
    }
    return said;
  }

  private static UnfitFile tooLong() {
    return new UnfitFile(
        "This PDF is longer than " + MOST_PAGES + " pages. Send only the pages that matter.");
  }

  /** Looks at a value and what stands in it; what it refers to is looked at by its own number. */
  private void look(COSBase value, int depth) throws UnfitFile {
    if (depth > DEEPEST || ++values > 20 * MOST_OBJECTS) {
      throw new UnfitFile("This PDF is built in a way we do not take. Print it to a new PDF.");
    }
    switch (value) {
      case null -> {}
      case COSDictionary dictionary -> {
        if (COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
          pages++;
        }
        if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
          measure(dictionary);
        }
        for (var entry : dictionary.entrySet()) {
          refuse(entry.getKey());
          look(entry.getValue(), depth + 1);
        }
      }
      case COSArray array -> {
        for (int i = 0; i < array.size(); i++) {
          look(array.get(i), depth + 1);
        }
      }
      case COSName name -> refuse(name);
      default -> {}
    }
  }

  private static void measure(COSDictionary image) throws UnfitFile {
    long width = image.getInt(COSName.WIDTH, 0);
    long height = image.getInt(COSName.HEIGHT, 0);
    if (width * height > MOST_PIXELS || width > 40_000 || height > 40_000) {
      throw new UnfitFile(
          "A picture in this PDF is %,d by %,d pixels, more than we take. Scan it at 300 dots an"
                  .formatted(width, height)
              + " inch or fewer.");
    }
  }

  private static void refuse(COSName name) throws UnfitFile {
    if (REFUSED.contains(name.getName())) {
      throw new UnfitFile(
          "This PDF holds a script, a form that sends or another file inside. Print it to a new"
              + " PDF and send that.");
    }
  }
}
