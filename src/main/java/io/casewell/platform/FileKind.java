package io.casewell.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are taken, told by their first bytes and by nothing a browser says. */
public enum FileKind {
  PDF("application/pdf", "pdf", "PDF", '%', 'P', 'D', 'F', '-'),
  JPEG("image/jpeg", "jpg", "JPEG picture", 0xFF, 0xD8, 0xFF),
  PNG("image/png", "png", "PNG picture", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

  private static final int LONGEST = 8;

  private final String type;
  private final String extension;
  private final String label;
  private final byte[] beginning;

  FileKind(String type, String extension, String label, int... beginning) {
    this.type = type;
    this.extension = extension;
    this.label = label;
    this.beginning = new byte[beginning.length];
    for (int i = 0; i < beginning.length; i++) {
      this.beginning[i] = (byte) beginning[i];
    }
  }

  /** The media type it is served as. */
  public String type() {
    return type;
  }

  /** How its name ends. */
  public String extension() {
    return extension;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** Whether a page may show it as a picture. */
  public boolean picture() {
    return this != PDF;
  }

  /** The kind of this media type; only types written by this class are asked for. */
  public static FileKind of(String type) {
    return Arrays.stream(values())
        .filter(kind -> kind.type.equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such kind of file: " + type));
  }

  /** What this file begins as, if it is one of these. */
  static Optional<FileKind> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var first = in.readNBytes(LONGEST);
      return Arrays.stream(values())
          .filter(kind ->
              first.length >= kind.beginning.length
                  && Arrays.equals(
                      first, 0, kind.beginning.length, kind.beginning, 0, kind.beginning.length))
          .findFirst();
    }
  }
}
