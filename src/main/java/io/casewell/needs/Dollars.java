package io.casewell.needs;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Amounts in dollars as people type and read them, in whole cents inside. */
final class Dollars {
  private static final Pattern AMOUNT = Pattern.compile("\\$?\\s?(\\d{1,6})(?:\\.(\\d{1,2}))?");

  private Dollars() {}

  /**
   * The cents of e.g. {@code 45}, {@code $45.50}; nothing for anything else: no exponent, no comma,
   * no third decimal, no sign.
   */
  static OptionalInt cents(String text) {
    var match = AMOUNT.matcher(text);
    if (!match.matches()) {
      return OptionalInt.empty();
    }
    var decimals = match.group(2) == null ? "" : match.group(2);
    return OptionalInt.of(
        Integer.parseInt(match.group(1)) * 100
            + Integer.parseInt((decimals + "00").substring(0, 2)));
  }

  /** E.g. {@code 45} or {@code 45.50}. */
  static String text(int cents) {
    return cents % 100 == 0
        ? Integer.toString(cents / 100)
        : "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
