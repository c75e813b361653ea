package io.casewell.matching;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quarter-hour grid all hours lie on: instants and wall clocks counted in quarter-hours since
 * 1970. It only works where offsets and clock changes lie on it too, which holds for every zone
 * today; others are refused.
 */
final class QuarterHours {
  static final int DAY = 96;
  static final int WEEK = 7 * DAY;

  private static final int SECONDS = 900;
  private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2060-01-01T00:00:00Z");
  private static final Set<ZoneId> ON_GRID = ConcurrentHashMap.newKeySet();

  private QuarterHours() {}

  /** Refuses a zone whose clocks leave the grid from 2020 on. */
  static void require(ZoneId zone) {
    if (ON_GRID.contains(zone)) {
      return;
    }
    var rules = zone.getRules();
    count(rules.getOffset(SINCE), zone);
    for (var at = SINCE; ; ) {
      var change = rules.nextTransition(at);
      if (change == null || change.getInstant().isAfter(UNTIL)) {
        break;
      }
      at = change.getInstant();
      count(at, zone);
      count(change.getOffsetAfter(), zone);
    }
    ON_GRID.add(zone);
  }

  /** The quarter-hour of an instant on the grid. */
  static long count(Instant at, ZoneId zone) {
    return grid(at.getEpochSecond(), zone);
  }

  /** The quarter-hours of an offset on the grid. */
  static long count(ZoneOffset offset, ZoneId zone) {
    return grid(offset.getTotalSeconds(), zone);
  }

  /** The wall clock's quarter-hour. */
  static long count(LocalDateTime wall, ZoneId zone) {
    return grid(wall.toEpochSecond(ZoneOffset.UTC), zone);
  }

  /** When this quarter-hour begins. */
  static Instant instant(long count) {
    return Instant.ofEpochSecond(count * SECONDS);
  }

  /**
   * The instant of a wall clock, as a count: of one that a clock change skips, the first after it;
   * of one that comes twice, the earlier.
   *
   * @param minute minutes of the day; 1440 is the next midnight
   */
  static long resolve(LocalDate date, int minute, ZoneId zone) {
    var wall = date.atStartOfDay().plusMinutes(minute);
    ZoneRules rules = zone.getRules();
    var change = rules.getTransition(wall);
    if (change != null && change.isGap()) {
      return count(change.getInstant(), zone);
    }
    var offset = change == null ? rules.getOffset(wall) : change.getOffsetBefore();
    return count(wall, zone) - count(offset, zone);
  }

  /** The place of a wall clock in its week: 0 is Monday midnight, 671 the last of Sunday. */
  static int ofWeek(long wall) {
    // 1970 began on a Thursday
    return (int) Math.floorMod(wall + 3L * DAY, (long) WEEK);
  }

  private static long grid(long seconds, ZoneId zone) {
    if (seconds % SECONDS != 0) {
      throw new DateTimeException(
          "the clocks of " + zone.getId() + " leave the quarter-hour grid, which matching needs");
    }
    return seconds / SECONDS;
  }
}
