package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a wall clock that somebody typed means in a zone. */
public sealed interface WallClock {
  /** The moment that is meant, by the rule where there is more than one or none. */
  Instant instant();

  /** There is exactly one such moment. */
  record Exact(Instant instant) implements WallClock {}

  /** The clock skips it: refused, or shown as the first moment after the gap before saving. */
  record Skipped(Instant instant) implements WallClock {}

  /** It comes twice: the earlier one is meant unless somebody says otherwise. */
  record Twice(Instant instant, Instant later) implements WallClock {}

  /** Looks it up. */
  static WallClock of(LocalDateTime wall, ZoneId zone) {
    var change = zone.getRules().getTransition(wall);
    if (change == null) {
      return new Exact(wall.atZone(zone).toInstant());
    }
    return change.isGap()
        ? new Skipped(change.getInstant())
        : new Twice(
            wall.toInstant(change.getOffsetBefore()), wall.toInstant(change.getOffsetAfter()));
  }
}
