package io.casewell.matching;

import io.casewell.platform.WeekBlock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The week with the start date as a drawing in the need's zone: what is asked for, when the staff
 * member is free, and what both share. What runs past Sunday is drawn at Monday's beginning.
 *
 * @param monday the week
 * @param blocks the window first, then free, then shared time
 * @param fromHour the first hour worth drawing
 * @param toHour the hour after the last worth drawing
 * @param sharedMinutes what is shared in this very week; the score takes the worst of several
 */
public record SharedWeek(
    LocalDate monday, List<WeekBlock> blocks, int fromHour, int toHour, int sharedMinutes) {
  private static final int DAYS = 8;

  /** Draws one staff member's week beside the need's. */
  public static SharedWeek of(Ask ask, StaffFacts facts) {
    var terms = ask.terms();
    var monday = new Overlap(terms).startMonday();
    // one more day, for a window that runs past Sunday
    var whole = Window.whole(monday, DAYS, terms.zone());
    var asked = new BitSet();
    for (long at : Window.of(terms, monday).instants()) {
      asked.set((int) (at - whole.instants()[0]));
    }
    var free = BitSet.valueOf(Overlap.free(whole, facts));
    var slots = whole.view(terms.zone()).slots(whole.size());
    int week = QuarterHours.WEEK;
    var window = new BitSet(week);
    var offered = new BitSet(week);
    var both = new BitSet(week);
    int shared = 0;
    for (int i = 0; i < slots.length; i++) {
      boolean wanted = asked.get(i);
      if (whole.instants()[i] >= QuarterHours.resolve(monday.plusDays(7), 0, terms.zone())
          && !wanted) {
        continue;
      }
      window.set(slots[i], wanted || window.get(slots[i]));
      offered.set(slots[i], free.get(i) || offered.get(slots[i]));
      both.set(slots[i], wanted && free.get(i) || both.get(slots[i]));
      shared += wanted && free.get(i) ? 1 : 0;
    }
    var blocks = new ArrayList<WeekBlock>();
    add(blocks, window, "window", "asked for");
    add(blocks, offered, "free", "free");
    add(blocks, both, "shared", "shared");
    return new SharedWeek(monday, blocks, first(blocks), last(blocks), shared * 15);
  }

  private static void add(List<WeekBlock> blocks, BitSet quarters, String tone, String what) {
    for (var day : DayOfWeek.values()) {
      int midnight = day.ordinal() * QuarterHours.DAY;
      int end = midnight + QuarterHours.DAY;
      for (int from = quarters.nextSetBit(midnight); from >= 0 && from < end; ) {
        int to = Math.min(quarters.nextClearBit(from), end);
        blocks.add(block(day, (from - midnight) * 15, (to - midnight) * 15, tone, what));
        from = quarters.nextSetBit(to);
      }
    }
  }

  private static WeekBlock block(DayOfWeek day, int from, int to, String tone, String what) {
    var words =
        day.getDisplayName(TextStyle.FULL, Locale.US)
            + ", "
            + Wording.clock(from)
            + " to "
            + Wording.clock(to)
            + ", "
            + what;
    return new WeekBlock(day.ordinal(), from, to, tone, words);
  }

  /** The window's first hour, or 6 if it begins later. */
  private static int first(List<WeekBlock> blocks) {
    return blocks.stream()
        .filter(b -> b.tone().equals("window"))
        .mapToInt(b -> b.from() / 60)
        .reduce(6, Math::min);
  }

  /** The window's last hour, or 22 if it ends earlier. */
  private static int last(List<WeekBlock> blocks) {
    return blocks.stream()
        .filter(b -> b.tone().equals("window"))
        .mapToInt(b -> Math.ceilDiv(b.to(), 60))
        .reduce(22, Math::max);
  }
}
