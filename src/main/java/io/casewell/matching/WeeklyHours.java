package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Weekly rows as bits, one for each of a week's 672 quarter-hours by the wall clock; Monday
 * midnight is bit 0. Rows that overlap count once. What runs past midnight is kept apart, because
 * it belongs to the date before.
 *
 * @param own bits on the date a row names
 * @param spilled bits on the day after it
 */
record WeeklyHours(long[] own, long[] spilled) {
  /** 11 words hold the bits; the 12th lets two neighbours be read without asking. */
  static final int WORDS = 12;

  static WeeklyHours of(List<HoursRow> rows) {
    var own = new long[WORDS];
    var spilled = new long[WORDS];
    for (var row : rows) {
      int start = row.startMinute() / 15;
      int end = start + row.minutesADay() / 15;
      for (var day : row.days()) {
        int midnight = (day.getValue() - 1) * QuarterHours.DAY;
        set(own, midnight + start, midnight + Math.min(end, QuarterHours.DAY));
        int next = (midnight + QuarterHours.DAY) % QuarterHours.WEEK;
        set(spilled, next, next + Math.max(end - QuarterHours.DAY, 0));
      }
    }
    return new WeeklyHours(own, spilled);
  }

  /** All bits of these rows. */
  static long[] bits(List<HoursRow> rows) {
    return of(rows).together();
  }

  /** Both kinds of bits together. */
  long[] together() {
    var all = own.clone();
    for (int i = 0; i < WORDS; i++) {
      all[i] |= spilled[i];
    }
    return all;
  }

  /** A row's days as bits; Monday is bit 0. */
  static int days(HoursRow row) {
    int days = 0;
    for (var day : row.days()) {
      days |= 1 << day.ordinal();
    }
    return days;
  }

  /** The days of such bits. */
  static Set<DayOfWeek> days(int bits) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if ((bits & 1 << day.ordinal()) != 0) {
        days.add(day);
      }
    }
    return days;
  }

  /** A text by which rows can be put in order. */
  static String text(List<HoursRow> rows) {
    var text = new StringBuilder();
    for (var row : rows) {
      text.append((char) days(row)).append((char) row.startMinute()).append((char) row.endMinute());
    }
    return text.toString();
  }

  private static void set(long[] bits, int from, int to) {
    for (int i = from; i < to; i++) {
      bits[i >>> 6] |= 1L << (i & 63);
    }
  }
}
