package io.casewell.matching;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Commitments ready to be subtracted from weekly hours, one after another in flat arrays, because a
 * search reads those of many people in a row. Days are counted since 1970.
 */
final class Promises {
  static final Promises NONE = new Promises(0);

  private final int[] hoursPerWeek;
  private final int[] firstDay;
  private final int[] lastDay;
  private final ZoneId[] zones;
  private final boolean[] hasHours;
  private final long[] own;
  private final long[] spilled;
  private final long[] both;

  private Promises(int size) {
    hoursPerWeek = new int[size];
    firstDay = new int[size];
    lastDay = new int[size];
    zones = new ZoneId[size];
    hasHours = new boolean[size];
    own = new long[size * WeeklyHours.WORDS];
    spilled = new long[size * WeeklyHours.WORDS];
    both = new long[size * WeeklyHours.WORDS];
  }

  static Promises of(List<StaffFacts.Commitment> commitments) {
    if (commitments.isEmpty()) {
      return NONE;
    }
    var promises = new Promises(commitments.size());
    for (int i = 0; i < commitments.size(); i++) {
      promises.set(i, commitments.get(i));
    }
    return promises;
  }

  /** Those of several people, in this order. */
  static Promises join(Collection<Promises> parts) {
    var joined = new Promises(parts.stream().mapToInt(Promises::size).sum());
    int at = 0;
    for (var part : parts) {
      int size = part.size();
      int words = size * WeeklyHours.WORDS;
      int offset = at * WeeklyHours.WORDS;
      System.arraycopy(part.hoursPerWeek, 0, joined.hoursPerWeek, at, size);
      System.arraycopy(part.firstDay, 0, joined.firstDay, at, size);
      System.arraycopy(part.lastDay, 0, joined.lastDay, at, size);
      System.arraycopy(part.zones, 0, joined.zones, at, size);
      System.arraycopy(part.hasHours, 0, joined.hasHours, at, size);
      System.arraycopy(part.own, 0, joined.own, offset, words);
      System.arraycopy(part.spilled, 0, joined.spilled, offset, words);
      System.arraycopy(part.both, 0, joined.both, offset, words);
      at += size;
    }
    return joined;
  }

  private void set(int i, StaffFacts.Commitment commitment) {
    var hours = WeeklyHours.of(commitment.hours());
    int offset = i * WeeklyHours.WORDS;
    hoursPerWeek[i] = commitment.hoursPerWeek();
    firstDay[i] = day(commitment.from().toEpochDay());
    lastDay[i] = day(commitment.lastEpochDay());
    zones[i] = commitment.zone();
    hasHours[i] = !commitment.hours().isEmpty();
    System.arraycopy(hours.own(), 0, own, offset, WeeklyHours.WORDS);
    System.arraycopy(hours.spilled(), 0, spilled, offset, WeeklyHours.WORDS);
    System.arraycopy(hours.together(), 0, both, offset, WeeklyHours.WORDS);
  }

  int size() {
    return zones.length;
  }

  /** The hours a week of those in a range that have a day between these, both included. */
  long hours(int from, int to, int first, int last) {
    long hours = 0;
    for (int i = from; i < to; i++) {
      hours += firstDay[i] <= last && lastDay[i] >= first ? hoursPerWeek[i] : 0;
    }
    return hours;
  }

  /** Whether one can take time in the week from this day on; a few days wide, as zones differ. */
  boolean touches(int i, int day) {
    return firstDay[i] <= day + 9 && lastDay[i] >= day - 3 && hasHours[i];
  }

  /** Whether one takes the same of that week in every zone's dates, so that dates need no look. */
  boolean fills(int i, int day) {
    return firstDay[i] <= day - 3 && lastDay[i] >= day + 9;
  }

  ZoneId zone(int i) {
    return zones[i];
  }

  /** What of these weekly bits, from an offset on, is left of the window after this one. */
  int left(int i, LocalView view, long[] bits, int offset) {
    return view.shared(bits, offset, both, i * WeeklyHours.WORDS);
  }

  /** What of these weekly bits is left after a range of promises in the same zone. */
  int left(int from, int to, LocalView view, long[] bits, int offset) {
    int sum = 0;
    for (int run = 0; run < view.runs(); run++) {
      long free = view.run(bits, offset, run);
      for (int i = from; i < to && free != 0; i++) {
        long day = view.day(run);
        if (day >= firstDay[i] && day <= lastDay[i]) {
          free &= ~view.run(own, i * WeeklyHours.WORDS, run);
        }
        if (day > firstDay[i] && day - 1 <= lastDay[i]) {
          free &= ~view.run(spilled, i * WeeklyHours.WORDS, run);
        }
      }
      sum += Long.bitCount(free);
    }
    return sum;
  }

  /** Sets, in bits that count the window's instants, those that this one takes. */
  void take(int i, LocalView view, long[] instants) {
    view.add(own, spilled, i * WeeklyHours.WORDS, firstDay[i], lastDay[i], instants);
  }

  private static int day(long epochDay) {
    return (int) Math.clamp(epochDay, -1_000_000_000L, 1_000_000_000L);
  }

  /** Several people's, by the rows of a block. */
  static final class ByRow {
    static final ByRow NONE = new ByRow(new Promises[0]);

    final Promises all;
    final int[] rows;
    private final int[] start;

    /** Of a block's rows; an empty place has none. */
    ByRow(Promises[] byRow) {
      var parts = new ArrayList<Promises>();
      var found = new ArrayList<Integer>();
      for (int row = 0; row < byRow.length; row++) {
        if (byRow[row].size() > 0) {
          parts.add(byRow[row]);
          found.add(row);
        }
      }
      all = join(parts);
      rows = found.stream().mapToInt(Integer::intValue).toArray();
      start = new int[rows.length + 1];
      for (int i = 0; i < rows.length; i++) {
        start[i + 1] = start[i] + parts.get(i).size();
      }
    }

    /** Where those of the n-th row with any begin. */
    int from(int n) {
      return start[n];
    }

    /** Where they end. */
    int to(int n) {
      return start[n + 1];
    }
  }
}
