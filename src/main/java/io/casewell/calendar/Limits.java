package io.casewell.calendar;

/**
 * The most there may be of something for one host, by the host's own calendar; 0 is no limit. Weeks
 * begin on Monday.
 */
public record Limits(
    int perDay,
    int perWeek,
    int perMonth,
    int perYear,
    int minutesPerDay,
    int minutesPerWeek,
    int minutesPerMonth,
    int minutesPerYear) {
  /** No limit. */
  public static final Limits NONE = new Limits(0, 0, 0, 0, 0, 0, 0, 0);

  public Limits {
    if (Math.min(
            Math.min(Math.min(perDay, perWeek), Math.min(perMonth, perYear)),
            Math.min(
                Math.min(minutesPerDay, minutesPerWeek), Math.min(minutesPerMonth, minutesPerYear)))
        < 0) {
      throw new IllegalArgumentException("a limit below nothing");
    }
  }

  /** So many a day, nothing else. */
  public static Limits perDay(int most) {
    return new Limits(most, 0, 0, 0, 0, 0, 0, 0);
  }

  boolean none() {
    return equals(NONE);
  }

  int count(Period period) {
    return switch (period) {
      case DAY -> perDay;
      case WEEK -> perWeek;
      case MONTH -> perMonth;
      case YEAR -> perYear;
    };
  }

  int minutes(Period period) {
    return switch (period) {
      case DAY -> minutesPerDay;
      case WEEK -> minutesPerWeek;
      case MONTH -> minutesPerMonth;
      case YEAR -> minutesPerYear;
    };
  }
}
