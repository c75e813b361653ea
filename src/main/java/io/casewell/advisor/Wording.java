package io.casewell.advisor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How amounts and lists are said in English. */
final class Wording {
  private Wording() {}

  /** "half an hour", "1 hour", "7.5 hours". */
  static String hours(long units) {
    if (units == Balance.HOUR / 2) {
      return "half an hour";
    }
    return units == Balance.HOUR ? "1 hour" : number(units) + " hours";
  }

  /** Hours of these units without needless zeros. */
  static BigDecimal number(long units) {
    var plain = BigDecimal.valueOf(units, 4).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** A name inside a sentence. */
  static String small(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** "“a”, “b” and “c”". */
  static String quoted(List<String> words) {
    var marked = words.stream().map(word -> "“" + word + "”").toList();
    if (marked.size() < 2) {
      return String.join("", marked);
    }
    return String.join(", ", marked.subList(0, marked.size() - 1)) + " and " + marked.getLast();
  }
}
