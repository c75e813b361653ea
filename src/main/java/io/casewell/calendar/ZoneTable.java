package io.casewell.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A zone's changes from 1972 to 2200 as plain numbers, in minutes since 1970: asking costs a look
 * into an array, where {@code ZoneRules} would make objects. A wall clock in a gap is the first
 * instant after it, in an overlap the earlier one.
 */
final class ZoneTable {
  private static final Instant FIRST = Instant.parse("1972-06-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Map<ZoneId, ZoneTable> KNOWN = new ConcurrentHashMap<>();

  /** When the n-th offset begins; the first begins before everything. */
  private final int[] at;

  private final int[] offset;

  /** The first wall clock from which the n-th offset holds and no other. */
  private final int[] settled;

  private ZoneTable(int[] at, int[] offset) {
    this.at = at;
    this.offset = offset;
    settled = new int[at.length];
    settled[0] = Integer.MIN_VALUE;
    for (int i = 1; i < at.length; i++) {
      settled[i] = at[i] + Math.max(offset[i - 1], offset[i]);
    }
  }

  static ZoneTable of(ZoneId zone) {
    var known = KNOWN.get(zone);
    if (known == null) {
      known = read(zone);
      KNOWN.put(zone, known);
    }
    return known;
  }

  private static ZoneTable read(ZoneId zone) {
    var rules = zone.getRules();
    var at = new int[1024];
    var offset = new int[1024];
    at[0] = Integer.MIN_VALUE;
    offset[0] = Math.floorDiv(rules.getOffset(FIRST).getTotalSeconds(), 60);
    int n = 1;
    var next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      if (n == at.length) {
        at = Arrays.copyOf(at, 2 * n);
        offset = Arrays.copyOf(offset, 2 * n);
      }
      at[n] = Math.toIntExact(Math.floorDiv(next.toEpochSecond(), 60L));
      offset[n] = Math.floorDiv(next.getOffsetAfter().getTotalSeconds(), 60);
      n++;
      next = rules.nextTransition(next.getInstant());
    }
    return new ZoneTable(Arrays.copyOf(at, n), Arrays.copyOf(offset, n));
  }

  /** Which offset holds at a minute. */
  int index(int minute) {
    int found = Arrays.binarySearch(at, minute);
    return found >= 0 ? found : -found - 2;
  }

  /** The minute's wall clock, counted from the wall clock's own 1970. */
  int local(int minute) {
    return minute + offset[index(minute)];
  }

  /** The day of a minute by this clock. */
  int day(int minute) {
    return Math.floorDiv(local(minute), Span.DAY);
  }

  /** The last offset that is settled at a wall clock: where to go on from with {@link #instant}. */
  int settledAt(int local) {
    int found = Arrays.binarySearch(settled, local);
    return found >= 0 ? found : -found - 2;
  }

  /** The same from the n-th on, for wall clocks asked for in their order. */
  int settledFrom(int n, int local) {
    int later = n;
    while (later + 1 < settled.length && settled[later + 1] <= local) {
      later++;
    }
    return later;
  }

  /** Whether nothing changes between two wall clocks after the n-th offset settled. */
  boolean constant(int n, int toLocal) {
    return n + 1 == at.length || toLocal < at[n + 1] + Math.min(offset[n], offset[n + 1]);
  }

  int offset(int n) {
    return offset[n];
  }

  /** Until which minute the n-th offset holds. */
  int until(int n) {
    return n + 1 == at.length ? Integer.MAX_VALUE : at[n + 1];
  }

  /** The minute of a wall clock. */
  int instant(int local) {
    int n = settledAt(local);
    boolean inGap = n + 1 < at.length && local >= at[n + 1] + offset[n];
    return inGap ? at[n + 1] : local - offset[n];
  }

  /** The first minute from this one on whose wall clock is a multiple of the step in its day. */
  int roundUp(int minute, int step) {
    int from = minute;
    while (true) {
      int n = index(from);
      int inDay = Math.floorMod(from + offset[n], Span.DAY);
      int over = inDay % step;
      // a step that does not divide the day begins anew at midnight
      int next = over == 0 ? from : from + Math.min(step - over, Span.DAY - inDay);
      if (next < until(n)) {
        return next;
      }
      from = until(n);
    }
  }
}
