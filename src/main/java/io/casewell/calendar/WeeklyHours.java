package io.casewell.calendar;

import java.time.ZoneId;
import java.util.List;

/**
 * When somebody works in a usual week, and how much.
 *
 * @param zone whose wall clock the rows are on
 * @param rows the hours; several may name the same day, overlapping ones count once
 * @param capacityHours most hours a week they want to work, 0 to 168
 * @param committedElsewhereHours hours a week taken outside Casewell, 0 to 168
 */
public record WeeklyHours(
    ZoneId zone, List<HoursRow> rows, int capacityHours, int committedElsewhereHours) {
  /** Most rows kept: each day in several pieces, and some to spare. */
  public static final int MOST_ROWS = 60;

  /** Hours in a week. */
  public static final int WEEK = 168;

  public WeeklyHours {
    rows = List.copyOf(rows);
    if (rows.size() > MOST_ROWS
        || capacityHours < 0
        || capacityHours > WEEK
        || committedElsewhereHours < 0
        || committedElsewhereHours > WEEK) {
      throw new IllegalArgumentException("weekly hours out of bounds");
    }
  }
}
