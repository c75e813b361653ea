package io.casewell.pricing;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** US dollars and cents as a person reads and types them. */
public final class Dollars {
  private static final Pattern TYPED = Pattern.compile("\\$?\\s?(\\d{1,6})(?:\\.(\\d{1,2}))?");

  private Dollars() {}

  /** The amount as "$42.00"; below a thousand dollars or above, alike. */
  public static String words(long cents) {
    return String.format(Locale.US, "$%,d.%02d", cents / 100, cents % 100);
  }

  /** The amount as it stands in a field, e.g. "42.00". */
  public static String field(long cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  /**
   * The cents of "42", "42.5", "42.50" or "$42.50"; nothing for signs, exponents, commas, a third
   * decimal, or anything else that could be meant otherwise.
   */
  public static OptionalInt cents(String typed) {
    var match = TYPED.matcher(typed.strip());
    if (!match.matches()) {
      return OptionalInt.empty();
    }
    var decimals = match.group(2) == null ? "00" : (match.group(2) + "0").substring(0, 2);
    return OptionalInt.of(Integer.parseInt(match.group(1)) * 100 + Integer.parseInt(decimals));
  }
}
