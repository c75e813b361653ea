package io.casewell.matching;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One byte of each staff member in a block, for each of many values; 0 means that they do not have
 * it. Columns are shared between a block and its successor until one of them is written.
 */
final class Columns {
  private static final byte[] NOBODY = new byte[Block.SIZE];

  private byte[][] columns;
  private final BitSet own = new BitSet();

  Columns() {
    columns = new byte[0][];
  }

  Columns(Columns before) {
    columns = before.columns.clone();
  }

  /** The column of a value, all 0 where nobody has it. To be read only. */
  byte[] of(int value) {
    return value >= 0 && value < columns.length ? columns[value] : NOBODY;
  }

  void set(int value, int row, int to) {
    if (value >= columns.length) {
      int old = columns.length;
      columns = Arrays.copyOf(columns, Math.max(value + 1, old + old / 2));
      Arrays.fill(columns, old, columns.length, NOBODY);
    }
    if (!own.get(value)) {
      columns[value] = columns[value].clone();
      own.set(value);
    }
    columns[value][row] = (byte) to;
  }

  /** Forgets a staff member. */
  void clear(int row) {
    for (int value = 0; value < columns.length; value++) {
      if (columns[value][row] != 0) {
        set(value, row, 0);
      }
    }
  }
}
