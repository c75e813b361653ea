package io.casewell.calendar;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Weekly hours that repeat: on these days from start to end, by the wall clock of a zone kept
 * beside the row. Minutes of the day on the quarter-hour grid; 1440 ends a day; an end at or before
 * its start runs into the next day. Refuses what is off the grid or outside the day.
 */
public record HoursRow(Set<DayOfWeek> days, int startMinute, int endMinute) {
  private static final int DAY = 24 * 60;

  public HoursRow {
    days = Set.copyOf(days);
    if (days.isEmpty()
        || startMinute < 0
        || startMinute >= DAY
        || endMinute < 0
        || endMinute > DAY
        || startMinute % 15 != 0
        || endMinute % 15 != 0) {
      throw new IllegalArgumentException(
          "hours of "
              + days
              + " "
              + startMinute
              + "–"
              + endMinute
              + " are off the quarter-hour grid");
    }
  }

  /** How long one of its days lasts, by the wall clock: 15 to 1440 minutes. */
  public int minutesADay() {
    int length = endMinute - startMinute;
    return length > 0 ? length : length + DAY;
  }
}
