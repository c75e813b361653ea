package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** How far ahead may be booked. */
public sealed interface BookingWindow {
  /** Days looked through for bookable ones. */
  int MOST_DAYS = 61;

  /** As far as there are hours. */
  record Unlimited() implements BookingWindow {}

  /** Today and this many days after it, by this zone's calendar; perhaps only Monday to Friday. */
  record Rolling(int days, boolean businessDays, ZoneId zone) implements BookingWindow {
    public Rolling {
      if (days < 0) {
        throw new IllegalArgumentException("a window of fewer than no days");
      }
    }
  }

  /** The first so many days on which there is a slot, today included. */
  record RollingBookable(int days, boolean businessDays, ZoneId zone) implements BookingWindow {
    public RollingBookable {
      if (days < 0) {
        throw new IllegalArgumentException("a window of fewer than no days");
      }
    }
  }

  /** From one day to another, both included. */
  record Range(LocalDate from, LocalDate to, ZoneId zone) implements BookingWindow {
    public Range {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a window that ends before it begins");
      }
    }
  }

  /**
   * Where a window of so many bookable days ends: on the last of them; on the last one there is
   * where there are fewer; where there is none, after as many days as were looked through.
   */
  static LocalDate lastOf(
      LocalDate today,
      int days,
      boolean businessDays,
      Predicate<LocalDate> bookable,
      int mostDays) {
    LocalDate last = null;
    int found = 0;
    for (int i = 0; i < mostDays && (i == 0 || found < days); i++) {
      var day = today.plusDays(i);
      if (bookable.test(day) && (!businessDays || isBusinessDay(day))) {
        found++;
        last = day;
      }
    }
    return last == null ? today.plusDays(mostDays) : last;
  }

  static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** So many of them after today. */
  static LocalDate businessDays(LocalDate today, int days) {
    var day = today;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }
}
