package io.casewell.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a clock change does to agreed hours for somebody whose clock is not the agreement's: from a
 * day on, they begin at another time by that person's clock.
 *
 * @param date the day of the first shift at the new time, by the person's clock
 * @param before when it began so far, by the person's clock
 * @param after when it begins from that day on
 */
public record ClockShift(LocalDate date, LocalTime before, LocalTime after) {
  /**
   * The next such change within some days; empty where nothing moves, where the agreement is over
   * by then, or where it only begins after the change.
   */
  public static Optional<ClockShift> next(
      AgreedPattern pattern, ZoneId reader, LocalDate today, int days) {
    // what a day's difference is compared with lies before the agreement's first one, too
    var shifts = pattern.shifts(today.minusDays(8), today.plusDays(days));
    for (int i = 1; i < shifts.size(); i++) {
      var last = shifts.get(i - 1).start();
      var next = shifts.get(i).start();
      int moved = apart(pattern.zone(), reader, next) - apart(pattern.zone(), reader, last);
      var there = next.atZone(reader);
      if (moved != 0 && !there.toLocalDate().isBefore(today)) {
        var after = there.toLocalTime();
        return Optional.of(new ClockShift(there.toLocalDate(), after.minusSeconds(moved), after));
      }
    }
    return Optional.empty();
  }

  /** How many seconds the reader's clock is ahead of the agreement's. */
  private static int apart(ZoneId agreed, ZoneId reader, java.time.Instant at) {
    return reader.getRules().getOffset(at).getTotalSeconds()
        - agreed.getRules().getOffset(at).getTotalSeconds();
  }
}
