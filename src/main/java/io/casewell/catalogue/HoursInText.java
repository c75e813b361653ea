package io.casewell.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds hours of work in a text and brings them to a week. */
final class HoursInText {
  private static final Set<String> UNITS =
      Cues.words(
          """
          hours hour hrs hr h
          """);

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60));

  private static final Set<String> WEEK =
      Cues.words(
          """
          week weekly wk wkly weeks w pw
          """);
  private static final Set<String> DAY = Set.of("day", "daily", "workday", "days");
  private static final Set<String> MONTH = Set.of("month", "monthly", "mo", "months");
  private static final Set<String> YEAR = Set.of("year", "yearly", "annually", "yr");

  /** A deadline or a distance, not work. */
  private static final Set<String> NOT_WORK_BEFORE =
      Cues.words(
          """
          within in after every last past next least until open
          """);

  private static final Set<String> NOT_WORK_AFTER =
      Cues.words(
          """
          notice turnaround ago later before response cle drive away training ahead advance
          rule
          """);

  private static final Set<String> WORK_AFTER =
      Cues.words(
          """
          of for on doing to into
          """);
  private static final Set<String> TOTAL =
      Cues.words(
          """
          total altogether overall combined totaling totalling
          """);

  private static final BigDecimal WORKDAYS = BigDecimal.valueOf(5);
  private static final BigDecimal WEEKDAYS = BigDecimal.valueOf(7);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
  private static final BigDecimal WEEKS = BigDecimal.valueOf(52);

  private final String text;
  private final List<Token> tokens;
  private final boolean[] negated;

  HoursInText(String text, List<Token> tokens, boolean[] negated) {
    this.text = text;
    this.tokens = tokens;
    this.negated = negated;
  }

  /** A number and the place behind it. */
  private record Number(BigDecimal value, int next, boolean withUnit) {}

  List<WeeklyHours> all() {
    var found = new ArrayList<WeeklyHours>();
    int i = 0;
    while (i < tokens.size()) {
      var hours = at(i);
      if (hours == null) {
        i++;
      } else {
        found.add(hours);
        while (i < tokens.size() && tokens.get(i).start() < hours.end()) {
          i++;
        }
      }
    }
    return found;
  }

  private @Nullable WeeklyHours at(int from) {
    var number = range(from);
    if (number == null) {
      return null;
    }
    if (belowZero(from)) {
      number = new Number(number.value().negate(), number.next(), number.withUnit());
    }
    int unit = number.next();
    if (!number.withUnit()) {
      if (unit >= tokens.size() || !UNITS.contains(tokens.get(unit).word()) || cut(unit)) {
        return null;
      }
      unit++;
    }
    return perWeek(from, number.value(), unit);
  }

  /** "-5 hours", "negative five hours"; not "10-15 hours", and not the dashes of a list. */
  private boolean belowZero(int at) {
    int start = tokens.get(at).start();
    if (at > 0 && tokens.get(at - 1).word().equals("negative")) {
      return true;
    }
    if (start == 0 || text.charAt(start - 1) != '-' && text.charAt(start - 1) != '\u2212') {
      return false;
    }
    boolean opensLine = start == 1 || text.charAt(start - 2) == '\n';
    return opensLine ? !listed() : Character.isWhitespace(text.charAt(start - 2));
  }

  /** Whether several lines begin with a dash, which makes them points of a list. */
  private boolean listed() {
    return text.lines().filter(line -> line.strip().startsWith("-")).count() > 1;
  }

  private @Nullable WeeklyHours perWeek(int from, BigDecimal value, int next) {
    int last = next;
    while (last < tokens.size() && last < next + 3 && !cut(last)) {
      var word = tokens.get(last).word();
      if (WEEK.contains(word)) {
        return hours(from, last + 1, value);
      }
      if (DAY.contains(word)) {
        return daily(from, last + 1, value);
      }
      if (MONTH.contains(word)) {
        return hours(from, last + 1, value.multiply(MONTHS).divide(WEEKS, 1, RoundingMode.HALF_UP));
      }
      if (YEAR.contains(word)) {
        return null;
      }
      if (!Set.of("a", "per", "each", "every", "the", "in", "total").contains(word)) {
        break;
      }
      last++;
    }
    boolean deadline =
        from > 0 && NOT_WORK_BEFORE.contains(tokens.get(from - 1).word())
            || next < tokens.size() && NOT_WORK_AFTER.contains(tokens.get(next).word());
    boolean work =
        next >= tokens.size() || cut(next) || WORK_AFTER.contains(tokens.get(next).word());
    return work && !deadline ? hours(from, next, value) : null;
  }

  /** Five days a week unless the text goes on with how many: "5 hours a day, 4 days a week". */
  private WeeklyHours daily(int from, int next, BigDecimal value) {
    var days = next < tokens.size() && !tokens.get(next).after(Token.END) ? range(next) : null;
    if (days != null && named(days, "days") && days.value().compareTo(WEEKDAYS) <= 0) {
      return hours(from, days.next() + 1, value.multiply(days.value()));
    }
    return hours(from, next, value.multiply(WORKDAYS));
  }

  private boolean named(Number number, String unit) {
    return number.next() < tokens.size() && tokens.get(number.next()).word().equals(unit);
  }

  private WeeklyHours hours(int from, int next, BigDecimal value) {
    int start = tokens.get(from).start();
    int end = tokens.get(next - 1).end();
    return new WeeklyHours(
        value, text.substring(start, end), start, end, negated[from], total(from, next));
  }

  private boolean total(int from, int next) {
    for (int k = next; k < tokens.size() && k < next + 3 && !tokens.get(k).after(Token.END); k++) {
      var word = tokens.get(k).word();
      if (TOTAL.contains(word) || word.equals("all") && tokens.get(k - 1).word().equals("in")) {
        return true;
      }
    }
    for (int k = from - 1; k >= 0 && k >= from - 3 && !tokens.get(k + 1).after(Token.END); k--) {
      if (TOTAL.contains(tokens.get(k).word())) {
        return true;
      }
    }
    return false;
  }

  /** "10", "7.5", "ten", "10-15" and "10 to 15": of a range the middle. */
  private @Nullable Number range(int at) {
    var low = number(at);
    if (low == null || low.withUnit()) {
      return low;
    }
    int next = low.next();
    if (next < tokens.size() && !cut(next)) {
      boolean to = tokens.get(next).word().equals("to") || tokens.get(next).word().equals("or");
      int second = to ? next + 1 : next;
      var gap = text.substring(tokens.get(next - 1).end(), tokens.get(next).start()).strip();
      if (to || gap.equals("-") || gap.equals("–")) {
        var high = second < tokens.size() ? number(second) : null;
        if (high != null && high.value().compareTo(low.value()) >= 0) {
          var middle =
              low.value().add(high.value()).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
          return new Number(middle.stripTrailingZeros(), high.next(), high.withUnit());
        }
      }
    }
    return low;
  }

  private @Nullable Number number(int at) {
    var word = tokens.get(at).word();
    var named = NUMBERS.get(word);
    if (named != null) {
      return new Number(BigDecimal.valueOf(named), at + 1, false);
    }
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 30) {
      return null;
    }
    var value = new BigDecimal(word.substring(0, digits));
    if (digits < word.length()) {
      return UNITS.contains(word.substring(digits)) ? new Number(value, at + 1, true) : null;
    }
    return fraction(value, at + 1);
  }

  private Number fraction(BigDecimal whole, int next) {
    if (next < tokens.size() && tokens.get(next).after(Token.POINT)) {
      var digits = tokens.get(next).word();
      if (digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return new Number(new BigDecimal(whole + "." + digits), next + 1, false);
      }
    }
    return new Number(whole, next, false);
  }

  private boolean cut(int at) {
    return tokens.get(at).after(Token.END | Token.COMMA | Token.COLON | Token.OPEN | Token.CLOSE);
  }
}
