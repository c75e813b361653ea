package io.casewell.catalogue;

/** Counts slips of the keyboard: a letter too many, too few, wrong, or two swapped. */
final class Typos {
  private Typos() {}

  /** Whether exactly one slip lies between the two. */
  static boolean one(String typed, String word) {
    int shorter = Math.min(typed.length(), word.length());
    int longer = Math.max(typed.length(), word.length());
    if (longer - shorter > 1 || typed.equals(word)) {
      return false;
    }
    int head = 0;
    while (head < shorter && typed.charAt(head) == word.charAt(head)) {
      head++;
    }
    if (longer > shorter) {
      var more = typed.length() > word.length() ? typed : word;
      var fewer = typed.length() > word.length() ? word : typed;
      return more.substring(head + 1).equals(fewer.substring(head));
    }
    if (typed.substring(head + 1).equals(word.substring(head + 1))) {
      return true;
    }
    return head + 1 < shorter
        && typed.charAt(head) == word.charAt(head + 1)
        && typed.charAt(head + 1) == word.charAt(head)
        && typed.substring(head + 2).equals(word.substring(head + 2));
  }

  /** The slips between what was typed and the word or any beginning of it; above limit: limit+1. */
  static int toBeginning(String typed, String word, int limit) {
    int columns = Math.min(word.length(), typed.length() + limit);
    if (columns < typed.length() - limit) {
      return limit + 1;
    }
    int[] before = new int[columns + 1];
    int[] above = new int[columns + 1];
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= columns; j++) {
        int wrong = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + wrong);
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == word.charAt(j - 2)
            && typed.charAt(i - 2) == word.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    int best = limit + 1;
    for (int j = 1; j <= columns; j++) {
      best = Math.min(best, above[j]);
    }
    return best;
  }
}
