package io.casewell.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts that can be booked, each with the hosts who are free then: one bit for each, by their
 * place.
 */
public final class SlotList {
  private final int[] starts;
  private final long[] masks;
  private final int words;
  private final int[] free;

  SlotList(int[] starts, long[] masks, int words, int[] free) {
    this.starts = starts;
    this.masks = masks;
    this.words = words;
    this.free = free;
  }

  public int size() {
    return starts.length;
  }

  public boolean isEmpty() {
    return starts.length == 0;
  }

  /** The n-th start. */
  public Instant start(int n) {
    return Instant.ofEpochSecond(60L * starts[n]);
  }

  /** How many may be chosen among: of those who rotate, or 1 where only fixed hosts take part. */
  public int free(int n) {
    return free[n];
  }

  /** The places of the hosts free at the n-th start, fixed ones included. */
  public List<Integer> hosts(int n) {
    var places = new ArrayList<Integer>();
    for (int word = 0; word < words; word++) {
      for (long rest = masks[n * words + word]; rest != 0; rest &= rest - 1) {
        places.add(64 * word + Long.numberOfTrailingZeros(rest));
      }
    }
    return places;
  }

  /** Whether the host at this place is free at the n-th start. */
  public boolean free(int n, int place) {
    return (masks[n * words + place / 64] >>> place & 1) != 0;
  }

  /** Every start. */
  public List<Instant> starts() {
    var all = new ArrayList<Instant>(starts.length);
    for (int n = 0; n < starts.length; n++) {
      all.add(start(n));
    }
    return all;
  }

  /** Those whose start lies between two moments, the second not included. */
  SlotList between(Instant from, Instant to) {
    int first = place(SlotEngine.ceil(from));
    int last = place(SlotEngine.ceil(to));
    return first == 0 && last == starts.length
        ? this
        : new SlotList(
            Arrays.copyOfRange(starts, first, Math.max(first, last)),
            Arrays.copyOfRange(masks, first * words, Math.max(first, last) * words),
            words,
            Arrays.copyOfRange(free, first, Math.max(first, last)));
  }

  private int place(int minute) {
    int found = Arrays.binarySearch(starts, minute);
    return found >= 0 ? found : -found - 1;
  }

  int minute(int n) {
    return starts[n];
  }
}
