package io.casewell.calendar;

import io.casewell.platform.WeekBlock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Weekly rows as they are drawn: merged where they overlap, cut at midnight. */
public final class WeekPicture {
  private static final int DAY = 96;
  private static final int WEEK = 7 * DAY;

  private WeekPicture() {}

  /** The blocks of a week, in this tone of {@code components/weekGrid}. */
  public static List<WeekBlock> of(List<HoursRow> rows, String tone) {
    var quarters = quarters(rows);
    var blocks = new ArrayList<WeekBlock>();
    for (int day = 0; day < 7; day++) {
      int midnight = (day + 1) * DAY;
      int from = quarters.nextSetBit(day * DAY);
      while (from >= 0 && from < midnight) {
        int to = Math.min(quarters.nextClearBit(from), midnight);
        blocks.add(block(day, (from - day * DAY) * 15, (to - day * DAY) * 15, tone));
        from = quarters.nextSetBit(to);
      }
    }
    return blocks;
  }

  /** Minutes of a week that these rows cover, by the wall clock; overlapping ones count once. */
  public static int minutes(List<HoursRow> rows) {
    return quarters(rows).cardinality() * 15;
  }

  private static BitSet quarters(List<HoursRow> rows) {
    var quarters = new BitSet(WEEK);
    for (var row : rows) {
      for (var day : row.days()) {
        int from = day.ordinal() * DAY + row.startMinute() / 15;
        int to = from + row.minutesADay() / 15;
        quarters.set(from, Math.min(to, WEEK));
        quarters.set(0, Math.max(to - WEEK, 0));
      }
    }
    return quarters;
  }

  private static WeekBlock block(int day, int from, int to, String tone) {
    var words =
        HoursText.name(DayOfWeek.of(day + 1))
            + ", "
            + HoursText.words(from)
            + " to "
            + HoursText.words(to);
    return new WeekBlock(day, from, to, tone, words);
  }
}
