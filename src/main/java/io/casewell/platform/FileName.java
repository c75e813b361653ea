package io.casewell.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody called a file, made harmless: shown beside it and offered when it is downloaded,
 * never used as a path.
 */
final class FileName {
  private static final int MOST = 120;
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private FileName() {}

  /** The last part of the name without control and direction characters, ending as its kind. */
  static String of(String given, FileKind kind) {
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC)
        .codePoints()
        .filter(FileName::harmless)
        .limit(MOST)
        .forEach(clean::appendCodePoint);
    var name = clean.toString().strip();
    int dot = name.lastIndexOf('.');
    var stem =
        (dot > 0 ? name.substring(0, dot) : name)
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[.\\s]+|[.\\s]+$", "");
    return (stem.isEmpty() || device(stem) ? "document" : stem) + "." + kind.extension();
  }

  private static boolean harmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && "<>:\"|?*%;".indexOf(c) < 0;
  }

  private static boolean device(String stem) {
    var lower = stem.toLowerCase(Locale.ROOT);
    return DEVICES.contains(lower) || lower.matches("(?:com|lpt)\\d");
  }

  /** As a download (RFC 6266): the name in ASCII for old programs, in full for the others. */
  static String attachment(String name) {
    var ascii =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9._ -]", "_");
    var full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, full);
  }
}
