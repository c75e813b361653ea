package io.casewell.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;

/**
 * Certificates and samples of work as sample people would send them; every one says what it is.
 * Written by hand: a library would look for every font of the machine first.
 */
final class SampleDocuments {
  private static final String INK = "0.11 0.14 0.13 rg";
  private static final String PINE = "0.11 0.36 0.29 rg";
  private static final String BRASS = "0.60 0.38 0.10 rg";
  private static final int WIDE = 792;
  private static final int HIGH = 612;

  private SampleDocuments() {}

  /** The fonts every reader has. */
  private enum Face {
    SERIF("F1", "Times-Bold"),
    PLAIN("F2", "Helvetica");

    private final String name;
    private final String base;

    Face(String name, String base) {
      this.name = name;
      this.base = base;
    }

    float width(String text, float size) {
      var metrics = Standard14Fonts.getAFM(base);
      float width = 0;
      for (char c : text.toCharArray()) {
        width += metrics.getCharacterWidth(StandardEncoding.INSTANCE.getName(c));
      }
      return width / 1000 * size;
    }
  }

  /** A certificate in somebody's name. */
  static byte[] certificate(
      String issuer, String title, String holder, String number, String through) {
    var page = new StringBuilder();
    page.append("0.11 0.36 0.29 RG 3 w 30 30 732 552 re S\n");
    page.append("0.60 0.38 0.10 RG 1 w 38 38 716 536 re S\n");
    centred(page, Face.SERIF, 20, PINE, 500, issuer);
    centred(page, Face.PLAIN, 13, INK, 440, "certifies that");
    centred(page, Face.SERIF, 36, INK, 385, holder);
    centred(page, Face.PLAIN, 13, INK, 335, "has met the requirements and may use the title");
    centred(page, Face.SERIF, 22, INK, 290, title);
    centred(page, Face.PLAIN, 13, INK, 230, "Number " + number + "     Valid through " + through);
    seal(page);
    centred(
        page,
        Face.PLAIN,
        9,
        BRASS,
        60,
        "Specimen made for the Casewell sandbox. Not a certificate.");
    return pdf(WIDE, HIGH, page.toString());
  }

  private static void seal(StringBuilder page) {
    page.append(BRASS).append('\n');
    for (int i = 0; i < 48; i++) {
      double angle = 2 * Math.PI * i / 48;
      int radius = i % 2 == 0 ? 42 : 37;
      page.append(
          String.format(
              Locale.ROOT,
              "%.1f %.1f %s\n",
              WIDE / 2 + radius * Math.cos(angle),
              135 + radius * Math.sin(angle),
              i == 0 ? "m" : "l"));
    }
    page.append("f\n");
  }

  /** A page of somebody's work. */
  static byte[] work(String title, List<String> lines) {
    var page = new StringBuilder();
    write(page, Face.SERIF, 18, PINE, 60, 720, title);
    float y = 685;
    for (var line : lines) {
      write(page, Face.PLAIN, 11, INK, 60, y, line);
      y -= 17;
    }
    write(page, Face.PLAIN, 9, BRASS, 60, 50, "Made for the Casewell sandbox. No real matter.");
    return pdf(HIGH, WIDE, page.toString());
  }

  private static void centred(
      StringBuilder page, Face face, float size, String colour, float y, String text) {
    float width = face.width(latin(text), size);
    write(page, face, size, colour, (WIDE - width) / 2, y, text);
  }

  private static void write(
      StringBuilder page, Face face, float size, String colour, float x, float y, String text) {
    var safe = latin(text).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    page.append(
        String.format(
            Locale.ROOT,
            "BT /%s %.0f Tf %s %.1f %.1f Td (%s) Tj ET\n",
            face.name,
            size,
            colour,
            x,
            y,
            safe));
  }

  /** The built-in fonts know no more. */
  private static String latin(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\x20-\\x7E]", "");
  }

  private static byte[] pdf(int width, int height, String page) {
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << /Font"
                    .formatted(width, height)
                + " << /F1 5 0 R /F2 6 0 R >> >> >>",
            "<< /Length %d >>\nstream\n%sendstream".formatted(page.length(), page),
            font(Face.SERIF),
            font(Face.PLAIN));
    var out = new ByteArrayOutputStream();
    var table = new StringBuilder("xref\n0 7\n0000000000 65535 f \n");
    put(out, "%PDF-1.4\n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      put(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int xref = out.size();
    put(out, table + "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n" + xref + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static String font(Face face) {
    return "<< /Type /Font /Subtype /Type1 /BaseFont /%s >>".formatted(face.base);
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
