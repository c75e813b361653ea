package io.casewell.platform;

import java.util.Locale;

/** Turns a name out of code or JSON into words: {@code payCents} → "Pay cents". */
final class FieldWords {
  private FieldWords() {}

  static String of(String name) {
    var words =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replace('_', ' ')
            .replace('-', ' ')
            .strip()
            .toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
