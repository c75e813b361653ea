package io.casewell.calendar;

import java.time.Instant;

/**
 * Time that is taken.
 *
 * @param before minutes its own buffer blocks before it
 * @param after minutes its own buffer blocks after it
 * @param kind demo, interview, shift, hold, or imported
 * @param title what a colleague may read of it, or empty
 * @param blocks whether it keeps others away; what is over still counts in limits
 * @param counts whether it counts in the limits of what is asked for
 * @param capped whether it counts in the person's own cap a day
 */
public record Busy(
    Instant start,
    Instant end,
    int before,
    int after,
    String kind,
    String title,
    boolean blocks,
    boolean counts,
    boolean capped) {
  public Busy {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("busy time ends before it begins");
    }
  }

  /** Plain taken time that counts in every limit. */
  public static Busy of(Instant start, Instant end, int before, int after) {
    return new Busy(start, end, before, after, "", "", true, true, true);
  }
}
