package io.casewell.calendar;

/**
 * A piece of a day by its wall clock, in minutes from midnight, without its end: 1440 ends the day,
 * more runs on into the next.
 */
public record Span(int start, int end) {
  /** Minutes of a day by the wall clock. */
  public static final int DAY = 24 * 60;

  public Span {
    if (start < 0 || start >= DAY || end <= start || end > start + DAY) {
      throw new IllegalArgumentException("not a piece of a day: " + start + "–" + end);
    }
  }

  /** From start to end, where an end at or before the start is the next day's. */
  public static Span of(int start, int end) {
    return new Span(start, end > start ? end : end + DAY);
  }
}
