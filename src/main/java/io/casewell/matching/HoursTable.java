package io.casewell.matching;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every different weekly pattern in its zone, once: staff point here, so that what a need shares
 * with a pattern is worked out once for all who have it. Only grows; one thread adds, and hands
 * readers a view.
 */
final class HoursTable {
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<ZoneId> zones = new ArrayList<>();
  private long[] bits = new long[1024 * WeeklyHours.WORDS];
  private int[] zoneOf = new int[1024];

  /** What a reader sees: entries up to the size, which never change any more. */
  record View(long[] bits, int[] zoneOf, List<ZoneId> zones, int size) {
    static final View EMPTY = new View(new long[0], new int[0], List.of(), 0);

    /** Where an entry's bits begin. */
    static int offset(int number) {
      return number * WeeklyHours.WORDS;
    }
  }

  /** The number of this pattern, made if it has none. */
  int add(ZoneId zone, long[] pattern) {
    int next = numbers.size();
    var known = numbers.putIfAbsent(new Key(zone, pattern), next);
    if (known != null) {
      return known;
    }
    if (next == zoneOf.length) {
      zoneOf = Arrays.copyOf(zoneOf, next * 2);
      bits = Arrays.copyOf(bits, bits.length * 2);
    }
    System.arraycopy(pattern, 0, bits, View.offset(next), WeeklyHours.WORDS);
    zoneOf[next] = zone(zone);
    return next;
  }

  View view() {
    return new View(bits, zoneOf, List.copyOf(zones), numbers.size());
  }

  private int zone(ZoneId zone) {
    int known = zones.indexOf(zone);
    if (known >= 0) {
      return known;
    }
    zones.add(zone);
    return zones.size() - 1;
  }

  /** A pattern in its zone, compared by content. */
  private static final class Key {
    private final ZoneId zone;
    private final long[] bits;

    Key(ZoneId zone, long[] bits) {
      this.zone = zone;
      this.bits = bits;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && zone.equals(key.zone) && Arrays.equals(bits, key.bits);
    }

    @Override
    public int hashCode() {
      return 31 * zone.hashCode() + Arrays.hashCode(bits);
    }
  }
}
