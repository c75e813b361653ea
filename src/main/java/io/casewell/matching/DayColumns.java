package io.casewell.matching;

import java.util.Arrays;
import java.util.BitSet;

/**
 * As {@link Columns}, with a date of each staff member: the last day, as days since 1970, on which
 * they hold a credential verified; 0 when they do not.
 */
final class DayColumns {
  private static final int[] NOBODY = new int[Block.SIZE];

  private int[][] columns;
  private final BitSet own = new BitSet();

  DayColumns() {
    columns = new int[0][];
  }

  DayColumns(DayColumns before) {
    columns = before.columns.clone();
  }

  /** The column of a credential, all 0 where nobody has it. To be read only. */
  int[] of(int value) {
    return value >= 0 && value < columns.length ? columns[value] : NOBODY;
  }

  /** Notes that a credential is held until this day; the latest stays. */
  void raise(int value, int row, long lastDay) {
    set(value, row, Math.max(day(lastDay), of(value)[row]));
  }

  /** A last day as it is kept: above 0, and the greatest number for one that never comes. */
  static int day(long lastDay) {
    return (int) Math.clamp(lastDay, 1L, Integer.MAX_VALUE);
  }

  /** Forgets a staff member. */
  void clear(int row) {
    for (int value = 0; value < columns.length; value++) {
      if (columns[value][row] != 0) {
        set(value, row, 0);
      }
    }
  }

  private void set(int value, int row, int to) {
    if (value >= columns.length) {
      int old = columns.length;
      columns = Arrays.copyOf(columns, Math.max(value + 1, old + old / 2));
      Arrays.fill(columns, old, columns.length, NOBODY);
    }
    if (!own.get(value)) {
      columns[value] = columns[value].clone();
      own.set(value);
    }
    columns[value][row] = to;
  }
}
