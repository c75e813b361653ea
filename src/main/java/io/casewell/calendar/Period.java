package io.casewell.calendar;

import java.time.LocalDate;

/** What limits count by, on a calendar; days are counted since 1970. */
enum Period {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  YEAR("year");

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
      case YEAR -> Math.floorDiv(month(day), 12);
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

  /** Months since the year 0, by arithmetic alone: this is asked for every slot. */
  private static int month(int day) {
    int z = day + 719_468;
    int era = Math.floorDiv(z, 146_097);
    int ofEra = z - era * 146_097;
    int year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * year + year / 4 - year / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    return (year + era * 400) * 12 + fromMarch + 2;
  }
}
