package io.casewell.catalogue;

/**
 * A word of a text.
 *
 * @param word folded: lower case, no accents, no apostrophes
 * @param stem the part compared
 * @param start where it begins in the text
 * @param end where it ends
 * @param gap what stands between it and the word before, as bits
 * @param capital whether it begins with a capital letter
 * @param upper whether it is written in capitals throughout
 */
record Token(
    String word, String stem, int start, int end, int gap, boolean capital, boolean upper) {
  static final int COMMA = 1;
  static final int COLON = 2;

  /** A sentence ends here. */
  static final int END = 4;

  /** An empty line. */
  static final int PARAGRAPH = 8;

  /** A new point of a list. */
  static final int BULLET = 16;

  static final int OPEN = 32;
  static final int CLOSE = 64;

  /** A dash between spaces. */
  static final int DASH = 128;

  /** A full stop with nothing after it, as in 7.5. */
  static final int POINT = 256;

  boolean after(int bits) {
    return (gap & bits) != 0;
  }
}
