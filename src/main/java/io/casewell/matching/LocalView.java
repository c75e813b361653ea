package io.casewell.matching;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A window's quarter-hours seen on the wall clock of a zone, in runs: instants {@code at …} show
 * the weekly slots {@code slot …}. A run never crosses midnight and never has more than 64, so that
 * it is read from weekly bits with one or two words.
 *
 * <p>Hours are resolved to instants with a wall clock that comes twice read as the earlier. So the
 * second pass of a repeated hour is inside a row exactly when the repeated range's last
 * quarter-hour is: each instant of the second pass shows that one. A skipped hour shows nothing.
 */
final class LocalView {
  private int size;
  private int[] at = new int[16];
  private int[] slot = new int[16];
  private int[] length = new int[16];
  private long[] day = new long[16];

  /** The words of weekly bits that the window touches, and which bits of each. */
  private int[] words = new int[0];

  private long[] masks = new long[0];

  /** Slots that the window shows a second time. */
  private int[] again = new int[0];

  private LocalView() {}

  static LocalView of(Window window, ZoneId zone) {
    var view = new LocalView();
    var clock = new WallClock(zone);
    var instants = window.instants();
    long before = Long.MIN_VALUE;
    for (int i = 0; i < instants.length; i++) {
      long wall = clock.wall(instants[i]);
      if (wall == before + 1 && wall % QuarterHours.DAY != 0 && view.room()) {
        view.length[view.size - 1]++;
      } else {
        view.add(i, wall);
      }
      before = wall;
    }
    view.sumUp();
    return view;
  }

  private void sumUp() {
    var all = new long[WeeklyHours.WORDS];
    var twice = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      for (int s = slot[i]; s < slot[i] + length[i]; s++) {
        if (has(all, 0, s)) {
          twice.add(s);
        }
        all[s >>> 6] |= 1L << (s & 63);
      }
    }
    words = IntStream.range(0, all.length).filter(w -> all[w] != 0).toArray();
    masks = IntStream.of(words).mapToLong(w -> all[w]).toArray();
    again = twice.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean has(long[] bits, int offset, int slot) {
    return (bits[offset + (slot >>> 6)] >>> (slot & 63) & 1) != 0;
  }

  /** The weekly slot that each of the window's quarter-hours shows. */
  int[] slots(int instants) {
    var slots = new int[instants];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < length[i]; k++) {
        slots[at[i] + k] = slot[i] + k;
      }
    }
    return slots;
  }

  /** How many of the window's quarter-hours these weekly bits have, from an offset in an array. */
  int shared(long[] bits, int offset) {
    int sum = 0;
    for (int i = 0; i < words.length; i++) {
      sum += Long.bitCount(bits[offset + words[i]] & masks[i]);
    }
    for (int slot : again) {
      sum += has(bits, offset, slot) ? 1 : 0;
    }
    return sum;
  }

  /** As {@link #shared}, less what other weekly bits have. */
  int shared(long[] bits, int offset, long[] less, int lessOffset) {
    int sum = 0;
    for (int i = 0; i < words.length; i++) {
      sum += Long.bitCount(bits[offset + words[i]] & masks[i] & ~less[lessOffset + words[i]]);
    }
    for (int slot : again) {
      sum += has(bits, offset, slot) && !has(less, lessOffset, slot) ? 1 : 0;
    }
    return sum;
  }

  /** Sets, in bits that count the window's instants, those that the weekly bits have. */
  void add(long[] weekly, int offset, long[] instants) {
    for (int i = 0; i < size; i++) {
      put(instants, at[i], run(weekly, offset, i));
    }
  }

  /**
   * As {@link #add}, only for occurrences dated from the first to the last day: bits on the date
   * itself, and those spilled from the date before.
   */
  void add(long[] own, long[] spilled, int offset, long firstDay, long lastDay, long[] instants) {
    for (int i = 0; i < size; i++) {
      if (day[i] >= firstDay && day[i] <= lastDay) {
        put(instants, at[i], run(own, offset, i));
      }
      if (day[i] - 1 >= firstDay && day[i] - 1 <= lastDay) {
        put(instants, at[i], run(spilled, offset, i));
      }
    }
  }

  /** Whether both views read the same slots, the dates aside. */
  boolean readsAs(LocalView other) {
    return size == other.size
        && Arrays.equals(slot, 0, size, other.slot, 0, size)
        && Arrays.equals(length, 0, size, other.length, 0, size);
  }

  /** How many runs there are. */
  int runs() {
    return size;
  }

  /** The local date of a run, as days since 1970. */
  long day(int run) {
    return day[run];
  }

  /** The bits that weekly bits have in a run, the first of them lowest. */
  long run(long[] bits, int offset, int i) {
    int word = offset + (slot[i] >>> 6);
    int shift = slot[i] & 63;
    long low = bits[word] >>> shift;
    // shifted twice, because a shift by 64 would be none
    long high = bits[word + 1] << 1 << (63 - shift);
    return (low | high) & (-1L >>> (64 - length[i]));
  }

  private static void put(long[] bits, int at, long run) {
    int shift = at & 63;
    bits[at >>> 6] |= run << shift;
    bits[(at >>> 6) + 1] |= run >>> 1 >>> (63 - shift);
  }

  private boolean room() {
    return length[size - 1] < 64;
  }

  private void add(int index, long wall) {
    if (size == at.length) {
      at = Arrays.copyOf(at, size * 2);
      slot = Arrays.copyOf(slot, size * 2);
      length = Arrays.copyOf(length, size * 2);
      day = Arrays.copyOf(day, size * 2);
    }
    at[size] = index;
    slot[size] = QuarterHours.ofWeek(wall);
    length[size] = 1;
    day[size] = Math.floorDiv(wall, (long) QuarterHours.DAY);
    size++;
  }

  /** Reads instants in ascending order as wall clocks. */
  private static final class WallClock {
    private final ZoneId zone;
    private long known = Long.MIN_VALUE;
    private long offset;
    private long secondPassUntil = Long.MIN_VALUE;
    private long lastRepeated;

    WallClock(ZoneId zone) {
      this.zone = zone;
    }

    long wall(long at) {
      if (at >= known) {
        look(at);
      }
      return at < secondPassUntil ? lastRepeated : at + offset;
    }

    private void look(long at) {
      var rules = zone.getRules();
      var instant = QuarterHours.instant(at);
      offset = QuarterHours.count(rules.getOffset(instant), zone);
      var next = rules.nextTransition(instant);
      known = next == null ? Long.MAX_VALUE : QuarterHours.count(next.getInstant(), zone);
      var last = rules.previousTransition(instant.plusNanos(1));
      if (last != null && last.isOverlap()) {
        long until = last.getInstant().getEpochSecond() - last.getDuration().getSeconds();
        if (until > instant.getEpochSecond()) {
          secondPassUntil = QuarterHours.count(Instant.ofEpochSecond(until), zone);
          lastRepeated = QuarterHours.count(last.getDateTimeBefore(), zone) - 1;
        }
      }
    }
  }
}
