package io.casewell;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files as people send them, and as others do. */
public final class SampleFiles {
  private SampleFiles() {}

  /** A picture of this size with a dark upper left quarter. */
  public static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.BLACK);
    canvas.fillRect(0, 0, width / 2, height / 2);
    canvas.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] png() {
    return picture("png", 60, 40);
  }

  /** A photograph on its side, with the place it was taken at. */
  public static byte[] photograph(int width, int height) {
    var plain = picture("jpeg", width, height);
    var place = "GPS 40.7128N 74.0060W taken by Dana's phone";
    var exif = ByteBuffer.allocate(64 + place.length());
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) 6).putShort((short) 0).putInt(0);
    exif.put(place.getBytes(StandardCharsets.US_ASCII));
    var segment = java.util.Arrays.copyOf(exif.array(), exif.position());
    var all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    all.write(0xFF);
    all.write(0xE1);
    all.write((segment.length + 2) >> 8);
    all.write((segment.length + 2) & 0xFF);
    all.writeBytes(segment);
    all.write(plain, 2, plain.length - 2);
    return all.toByteArray();
  }

  /** A PNG that says it is this large and holds next to nothing. */
  public static byte[] pngSaying(int width, int height) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", deflated(new byte[1000]));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  public static byte[] deflated(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(plain);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A PDF of so many empty pages. */
  public static byte[] pdf(int pages) {
    return pdf(pages, _ -> {});
  }

  /** The same, with something done to it. */
  public static byte[] pdf(int pages, Consumer<PDDocument> change) {
    try (var document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      change.accept(document);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF written by hand: these objects, numbered from one, the first being the catalog. */
  public static byte[] pdfOf(byte[]... objects) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.5\n".getBytes(StandardCharsets.US_ASCII));
    var places = new int[objects.length];
    for (int i = 0; i < objects.length; i++) {
      places[i] = out.size();
      out.writeBytes((i + 1 + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(objects[i]);
      out.writeBytes("\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }
    int xref = out.size();
    var table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
    for (int place : places) {
      table.append("%010d 00000 n \n".formatted(place));
    }
    table.append("trailer\n<< /Size %d /Root 1 0 R >>\n".formatted(objects.length + 1));
    table.append("startxref\n%d\n%%%%EOF\n".formatted(xref));
    out.writeBytes(table.toString().getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An object of a PDF that is a stream. */
  public static byte[] stream(String dictionary, byte[] packed) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ascii("<< %s /Length %d >>\nstream\n".formatted(dictionary, packed.length)));
    out.writeBytes(packed);
    out.writeBytes(ascii("\nendstream"));
    return out.toByteArray();
  }
}
