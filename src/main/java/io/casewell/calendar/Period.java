package io.casewell.calendar;

import java.time.LocalDate;

/** What limits count by, on a calendar; days are counted since 1970. */
enum Period {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  YEAR("year");

  /** The months of the days from 1970 to about 2120, since this is asked for every booking. */
  private static final short[] MONTHS = months();

  final String word;

  Period(String word) {
    this.word = word;
  }

  /** The number of the period a day lies in. */
  int of(int day) {
    return switch (this) {
      case DAY -> day;
      // the first of January 1970 was a Thursday
      case WEEK -> Math.floorDiv(day + 3, 7);
      case MONTH -> month(day);
      case YEAR -> month(day) / 12;
    };
  }

  /** Its first day. */
  LocalDate since(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static short[] months() {
    var months = new short[55_000];
    for (int day = 0; day < months.length; day++) {
      var date = LocalDate.ofEpochDay(day);
      months[day] = (short) (12 * date.getYear() + date.getMonthValue() - 1);
    }
    return months;
  }

  /** Months since the year 0. */
  private static int month(int day) {
    if (day >= 0 && day < MONTHS.length) {
      return MONTHS[day];
    }
    var date = LocalDate.ofEpochDay(day);
    return 12 * date.getYear() + date.getMonthValue() - 1;
  }
}
