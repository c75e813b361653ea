package io.casewell.calendar;

import java.util.Comparator;
import java.util.List;

/**
 * One of those who may take something, with everything that decides when.
 *
 * @param person who
 * @param hours when they work
 * @param busy what is taken, in the order of its start
 * @param fixed whether nothing takes place without them; of the others one is enough
 * @param dayCap the most a day of all that counts in the own cap; 0 is no cap
 */
public record SlotHost(Person person, HostHours hours, BusyTimes busy, boolean fixed, int dayCap) {
  public SlotHost {
    if (dayCap < 0) {
      throw new IllegalArgumentException("a cap below nothing");
    }
  }

  /** What is taken, as numbers in the order of its start. */
  public static final class BusyTimes {
    final List<Busy> all;
    final int[] start;
    final int[] end;
    final int[] before;
    final int[] after;
    final boolean[] blocks;
    final boolean[] counts;
    final boolean[] capped;

    /** How far the longest buffer reaches. */
    final int longestBuffer;

    private BusyTimes(List<Busy> sorted) {
      all = sorted;
      int n = all.size();
      start = new int[n];
      end = new int[n];
      before = new int[n];
      after = new int[n];
      blocks = new boolean[n];
      counts = new boolean[n];
      capped = new boolean[n];
      int longest = 0;
      for (int i = 0; i < n; i++) {
        var busy = all.get(i);
        start[i] = minute(busy.start().getEpochSecond());
        // a started minute is taken
        end[i] = minute(busy.end().plusNanos(59_999_999_999L).getEpochSecond());
        before[i] = busy.before();
        after[i] = busy.after();
        blocks[i] = busy.blocks();
        counts[i] = busy.counts();
        capped[i] = busy.capped();
        longest = Math.max(longest, Math.max(before[i], after[i]));
      }
      longestBuffer = longest;
    }

    private static int minute(long second) {
      return Math.toIntExact(Math.floorDiv(second, 60L));
    }

    /** In any order. */
    public static BusyTimes of(List<Busy> busy) {
      return new BusyTimes(busy.stream().sorted(Comparator.comparing(Busy::start)).toList());
    }

    int size() {
      return start.length;
    }
  }
}
