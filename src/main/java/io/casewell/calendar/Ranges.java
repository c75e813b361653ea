package io.casewell.calendar;

import java.util.Arrays;

/** A row of ranges of minutes, each without its end, in arrays that are used again. */
final class Ranges {
  int[] from = new int[64];
  int[] to = new int[64];
  int size;
  private boolean sorted = true;

  /** Whether they are in order and none touches the next. */
  private boolean apart = true;

  void clear() {
    size = 0;
    sorted = true;
    apart = true;
  }

  void add(int a, int b) {
    if (b <= a) {
      return;
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    if (size > 0 && a <= to[size - 1]) {
      apart = false;
      sorted &= a >= from[size - 1];
    }
    from[size] = a;
    to[size] = b;
    size++;
  }

  /** Adds it, to the last where it touches that. */
  void join(int a, int b) {
    if (size > 0 && a <= to[size - 1] && a >= from[size - 1]) {
      to[size - 1] = Math.max(to[size - 1], b);
    } else {
      add(a, b);
    }
  }

  /** Adds what of it lies between two minutes. */
  void addWithin(int a, int b, int first, int last) {
    add(Math.max(a, first), Math.min(b, last));
  }

  /** Puts them in order, and those that touch into one. */
  void merge() {
    if (apart) {
      return;
    }
    if (!sorted) {
      sort();
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && from[i] <= to[kept - 1]) {
        to[kept - 1] = Math.max(to[kept - 1], to[i]);
      } else {
        from[kept] = from[i];
        to[kept] = to[i];
        kept++;
      }
    }
    size = kept;
    sorted = true;
    apart = true;
  }

  /** By insertion: they are nearly in order. */
  private void sort() {
    for (int i = 1; i < size; i++) {
      int a = from[i];
      int b = to[i];
      int j = i - 1;
      while (j >= 0 && from[j] > a) {
        from[j + 1] = from[j];
        to[j + 1] = to[j];
        j--;
      }
      from[j + 1] = a;
      to[j + 1] = b;
    }
  }

  void copy(Ranges other) {
    if (from.length < other.size) {
      from = new int[other.from.length];
      to = new int[other.from.length];
    }
    System.arraycopy(other.from, 0, from, 0, other.size);
    System.arraycopy(other.to, 0, to, 0, other.size);
    size = other.size;
    sorted = other.sorted;
    apart = other.apart;
  }

  /** Becomes what of the one is not in the other; both are merged. */
  void difference(Ranges one, Ranges without) {
    clear();
    int w = 0;
    for (int i = 0; i < one.size; i++) {
      int a = one.from[i];
      int b = one.to[i];
      while (w < without.size && without.to[w] <= a) {
        w++;
      }
      int v = w;
      while (v < without.size && without.from[v] < b) {
        add(a, Math.min(b, without.from[v]));
        a = Math.max(a, without.to[v]);
        v++;
      }
      add(a, b);
    }
  }

  /** Becomes what lies in both; both are merged. */
  void intersection(Ranges one, Ranges other) {
    clear();
    int i = 0;
    int j = 0;
    while (i < one.size && j < other.size) {
      add(Math.max(one.from[i], other.from[j]), Math.min(one.to[i], other.to[j]));
      if (one.to[i] < other.to[j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** The range that holds this minute, or -1. */
  int holding(int minute) {
    for (int i = 0; i < size; i++) {
      if (from[i] <= minute && minute < to[i]) {
        return i;
      }
    }
    return -1;
  }
}
