package io.casewell.directory;

import java.util.Arrays;

/** A set of rows, one bit each, that grows as needed. Counting what two share makes no copy. */
final class Bits {
  private long[] words;

  Bits() {
    this(new long[16]);
  }

  private Bits(long[] words) {
    this.words = words;
  }

  Bits copy() {
    return new Bits(words.clone());
  }

  void set(int row, boolean in) {
    if (in) {
      set(row);
    } else {
      clear(row);
    }
  }

  void set(int row) {
    if (row >>> 6 >= words.length) {
      words = Arrays.copyOf(words, Math.max(words.length * 2, (row >>> 6) + 1));
    }
    words[row >>> 6] |= 1L << row;
  }

  void clear(int row) {
    if (row >>> 6 < words.length) {
      words[row >>> 6] &= ~(1L << row);
    }
  }

  void clear() {
    Arrays.fill(words, 0);
  }

  /** Leaves only the rows that the other has, too. */
  Bits and(Bits other) {
    int both = Math.min(words.length, other.words.length);
    for (int i = 0; i < both; i++) {
      words[i] &= other.words[i];
    }
    Arrays.fill(words, both, words.length, 0);
    return this;
  }

  /** Takes out the rows that the other has. */
  Bits andNot(Bits other) {
    int both = Math.min(words.length, other.words.length);
    for (int i = 0; i < both; i++) {
      words[i] &= ~other.words[i];
    }
    return this;
  }

  int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many rows both have. */
  int countWith(Bits other) {
    int both = Math.min(words.length, other.words.length);
    int count = 0;
    for (int i = 0; i < both; i++) {
      count += Long.bitCount(words[i] & other.words[i]);
    }
    return count;
  }

  /** The first row at or after this one, or −1. */
  int next(int from) {
    int at = from >>> 6;
    if (at >= words.length) {
      return -1;
    }
    long word = words[at] & (-1L << from);
    while (word == 0) {
      if (++at == words.length) {
        return -1;
      }
      word = words[at];
    }
    return (at << 6) + Long.numberOfTrailingZeros(word);
  }
}
