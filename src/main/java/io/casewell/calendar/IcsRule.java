package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an event repeats (RFC 5545, 3.3.10), held to what a person's calendar needs before any of it
 * is unrolled: by days or slower, at most every 366th, at most a thousand times.
 *
 * @param until the last day or moment, as it stands there, or null
 * @param count how often, or 0 when no number is given
 */
record IcsRule(
    Frequency frequency,
    int interval,
    int count,
    @Nullable String until,
    List<WeekdayOf> byDay,
    Set<Integer> byMonthDay,
    Set<Integer> byMonth,
    Set<Integer> bySetPos,
    DayOfWeek weekStart) {
  static final int MOST_INTERVAL = 366;
  static final int MOST_COUNT = 1_000;

  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MO", DayOfWeek.MONDAY,
          "TU", DayOfWeek.TUESDAY,
          "WE", DayOfWeek.WEDNESDAY,
          "TH", DayOfWeek.THURSDAY,
          "FR", DayOfWeek.FRIDAY,
          "SA", DayOfWeek.SATURDAY,
          "SU", DayOfWeek.SUNDAY);

  /** By what it repeats. */
  enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /** A weekday, the n-th of the month or year where n is not 0; from the end where it is less. */
  record WeekdayOf(int n, DayOfWeek day) {}

  /** Reads a rule; refuses what goes beyond the bounds, and what it would have to guess. */
  static IcsRule of(String text) {
    if (text.length() > 1_000) {
      throw new IcsRefused("An event there repeats by a rule that is too long to be meant.");
    }
    var parts = new HashMap<String, String>();
    for (var part : text.split(";")) {
      int equals = part.indexOf('=');
      if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw unreadable(text);
      }
    }
    var known =
        Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYDAY",
            "BYMONTHDAY",
            "BYMONTH",
            "BYSETPOS",
            "WKST");
    for (var name : parts.keySet()) {
      if (!known.contains(name)) {
        throw new IcsRefused(
            "An event there repeats in a way we do not read ("
                + shortened(name)
                + "). Leave it out of the calendar you share, or enter that time as time off.");
      }
    }
    var frequency = frequency(parts.getOrDefault("FREQ", ""));
    int interval = number(parts.getOrDefault("INTERVAL", "1"), text);
    int count = parts.containsKey("COUNT") ? number(parts.get("COUNT"), text) : 0;
    if (interval > MOST_INTERVAL) {
      throw new IcsRefused("An event there repeats at steps longer than 366.");
    }
    if (count > MOST_COUNT) {
      throw new IcsRefused("An event there repeats more than a thousand times.");
    }
    return new IcsRule(
        frequency,
        interval,
        count,
        parts.get("UNTIL"),
        weekdays(parts.get("BYDAY"), text),
        numbers(parts.get("BYMONTHDAY"), 31, text),
        numbers(parts.get("BYMONTH"), 12, text),
        numbers(parts.get("BYSETPOS"), 366, text),
        day(parts.getOrDefault("WKST", "MO"), text));
  }

  private static Frequency frequency(String word) {
    return switch (word) {
      case "DAILY" -> Frequency.DAILY;
      case "WEEKLY" -> Frequency.WEEKLY;
      case "MONTHLY" -> Frequency.MONTHLY;
      case "YEARLY" -> Frequency.YEARLY;
      case "SECONDLY", "MINUTELY", "HOURLY" ->
          throw new IcsRefused(
              "An event there repeats by the hour or faster. Days are the least we take.");
      default -> throw new IcsRefused("An event there repeats in a way that cannot be read.");
    };
  }

  private static int number(@Nullable String text, String rule) {
    if (text == null || !text.matches("\\d{1,10}") || Long.parseLong(text) < 1) {
      throw unreadable(rule);
    }
    return (int) Math.min(Long.parseLong(text), Integer.MAX_VALUE);
  }

  private static Set<Integer> numbers(@Nullable String text, int most, String rule) {
    var all = new TreeSet<Integer>();
    if (text == null) {
      return all;
    }
    for (var one : text.split(",")) {
      if (!one.matches("[+-]?\\d{1,3}")) {
        throw unreadable(rule);
      }
      int n = Integer.parseInt(one);
      if (n == 0 || Math.abs(n) > most || (most == 12 && n < 0)) {
        throw unreadable(rule);
      }
      all.add(n);
    }
    return all;
  }

  private static List<WeekdayOf> weekdays(@Nullable String text, String rule) {
    var all = new ArrayList<WeekdayOf>();
    if (text == null) {
      return all;
    }
    for (var one : text.split(",")) {
      if (!one.matches("[+-]?\\d{0,2}[A-Z]{2}") || all.size() > 70) {
        throw unreadable(rule);
      }
      var n = one.substring(0, one.length() - 2);
      all.add(
          new WeekdayOf(
              n.isEmpty() ? 0 : Integer.parseInt(n), day(one.substring(one.length() - 2), rule)));
    }
    return all;
  }

  private static DayOfWeek day(String word, String rule) {
    var day = DAYS.get(word);
    if (day == null) {
      throw unreadable(rule);
    }
    return day;
  }

  private static IcsRefused unreadable(String rule) {
    return new IcsRefused(
        "An event there repeats by a rule that cannot be read: " + shortened(rule) + ".");
  }

  static String shortened(String text) {
    var plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }

  /** Takes the days one after the other. */
  interface Taker {
    /** Whether there may be another. */
    boolean take(LocalDate day);
  }

  /**
   * Unrolls the days it falls on, beginning with the first.
   *
   * @param from days before it may be left out where nothing is counted
   * @param to no day after it
   */
  void unroll(LocalDateTime first, LocalDate from, LocalDate to, IcsBudget budget, Taker taker) {
    var begin = first.toLocalDate();
    int taken = 0;
    for (long step = skipped(begin, from); ; step++) {
      var days = of(begin, step, budget);
      if (days == null) {
        return;
      }
      for (var day : days) {
        if (day.isBefore(begin)) {
          continue;
        }
        if (day.isAfter(to) || (count > 0 && taken >= count)) {
          return;
        }
        taken++;
        if (!taker.take(day)) {
          return;
        }
      }
      if (periodBegin(begin, step).isAfter(to)) {
        return;
      }
    }
  }

  /** How many steps lie wholly before the days that are asked for; none where they are counted. */
  private long skipped(LocalDate begin, LocalDate from) {
    if (count > 0 || !from.isAfter(begin)) {
      return 0;
    }
    long units =
        switch (frequency) {
          case DAILY -> ChronoUnit.DAYS.between(begin, from);
          case WEEKLY -> ChronoUnit.WEEKS.between(begin, from);
          case MONTHLY -> ChronoUnit.MONTHS.between(begin, from);
          case YEARLY -> ChronoUnit.YEARS.between(begin, from);
        };
    return Math.max(0, units / interval - 2);
  }

  private LocalDate periodBegin(LocalDate begin, long step) {
    long units = step * interval;
    return switch (frequency) {
      case DAILY -> begin.plusDays(units);
      case WEEKLY -> begin.with(TemporalAdjusters.previousOrSame(weekStart)).plusWeeks(units);
      case MONTHLY -> begin.withDayOfMonth(1).plusMonths(units);
      case YEARLY -> begin.withDayOfYear(1).plusYears(units);
    };
  }

  /** The days of one step, in order; null when there is no such year any more. */
  private @Nullable List<LocalDate> of(LocalDate begin, long step, IcsBudget budget) {
    var period = periodBegin(begin, step);
    budget.spend(1);
    if (period.getYear() > 2200) {
      return null;
    }
    var days =
        switch (frequency) {
          case DAILY -> fits(period) ? List.of(period) : List.<LocalDate>of();
          case WEEKLY -> week(begin, period);
          case MONTHLY -> month(begin, period);
          case YEARLY -> year(begin, period);
        };
    budget.spend(days.size());
    return bySetPos.isEmpty() ? days : chosen(days);
  }

  private boolean fits(LocalDate day) {
    return inMonth(day)
        && (byMonthDay.isEmpty() || isMonthDay(day))
        && (byDay.isEmpty() || byDay.stream().anyMatch(of -> of.day() == day.getDayOfWeek()));
  }

  private boolean inMonth(LocalDate day) {
    return byMonth.isEmpty() || byMonth.contains(day.getMonthValue());
  }

  private boolean isMonthDay(LocalDate day) {
    return byMonthDay.contains(day.getDayOfMonth())
        || byMonthDay.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
  }

  private List<LocalDate> week(LocalDate begin, LocalDate period) {
    var wanted = EnumSet.noneOf(DayOfWeek.class);
    byDay.forEach(of -> wanted.add(of.day()));
    if (wanted.isEmpty()) {
      wanted.add(begin.getDayOfWeek());
    }
    var days = new ArrayList<LocalDate>(7);
    for (int i = 0; i < 7; i++) {
      var day = period.plusDays(i);
      if (wanted.contains(day.getDayOfWeek()) && inMonth(day)) {
        days.add(day);
      }
    }
    return days;
  }

  private List<LocalDate> month(LocalDate begin, LocalDate period) {
    if (!inMonth(period)) {
      return List.of();
    }
    var days = new ArrayList<LocalDate>();
    if (byDay.isEmpty() && byMonthDay.isEmpty()) {
      if (begin.getDayOfMonth() <= period.lengthOfMonth()) {
        days.add(period.withDayOfMonth(begin.getDayOfMonth()));
      }
      return days;
    }
    for (int i = 1; i <= period.lengthOfMonth(); i++) {
      var day = period.withDayOfMonth(i);
      boolean monthDay = byMonthDay.isEmpty() || isMonthDay(day);
      boolean weekday =
          byDay.isEmpty()
              || nth(day.getDayOfWeek(), (i - 1) / 7 + 1, (period.lengthOfMonth() - i) / 7 + 1);
      if (monthDay && weekday) {
        days.add(day);
      }
    }
    return days;
  }

  private boolean nth(DayOfWeek day, int fromStart, int fromEnd) {
    for (var of : byDay) {
      if (of.day() == day && (of.n() == 0 || of.n() == fromStart || of.n() == -fromEnd)) {
        return true;
      }
    }
    return false;
  }

  private List<LocalDate> year(LocalDate begin, LocalDate period) {
    if (byDay.isEmpty() && byMonthDay.isEmpty()) {
      var days = new ArrayList<LocalDate>();
      for (int month : byMonth.isEmpty() ? Set.of(begin.getMonthValue()) : byMonth) {
        var first = period.withMonth(month);
        if (begin.getDayOfMonth() <= first.lengthOfMonth()) {
          days.add(first.withDayOfMonth(begin.getDayOfMonth()));
        }
      }
      return days;
    }
    if (byMonth.isEmpty() && byMonthDay.isEmpty()) {
      return weekdaysOfYear(period);
    }
    var days = new ArrayList<LocalDate>();
    for (int month = 1; month <= 12; month++) {
      days.addAll(month(begin, period.withMonth(month)));
    }
    return days;
  }

  private List<LocalDate> weekdaysOfYear(LocalDate period) {
    var days = new TreeSet<LocalDate>();
    var byWeekday = new EnumMap<DayOfWeek, List<LocalDate>>(DayOfWeek.class);
    for (var of : byDay) {
      var all = byWeekday.computeIfAbsent(of.day(), day -> all(day, period));
      if (of.n() == 0) {
        days.addAll(all);
      } else {
        int at = of.n() > 0 ? of.n() - 1 : all.size() + of.n();
        if (at >= 0 && at < all.size()) {
          days.add(all.get(at));
        }
      }
    }
    return List.copyOf(days);
  }

  private static List<LocalDate> all(DayOfWeek day, LocalDate year) {
    var all = new ArrayList<LocalDate>(53);
    for (var at = year.with(TemporalAdjusters.nextOrSame(day));
        at.getYear() == year.getYear();
        at = at.plusWeeks(1)) {
      all.add(at);
    }
    return all;
  }

  private List<LocalDate> chosen(List<LocalDate> days) {
    var chosen = new TreeSet<LocalDate>();
    for (int position : bySetPos) {
      int at = position > 0 ? position - 1 : days.size() + position;
      if (at >= 0 && at < days.size()) {
        chosen.add(days.get(at));
      }
    }
    return List.copyOf(chosen);
  }
}
