package io.casewell.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for values that recur. Only grows. One thread adds, any may look; a number that a
 * reader's snapshot does not know yet stands for nobody there.
 */
final class Interned<T> {
  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();

  /** The value's number, made if it has none. */
  int add(T value) {
    var known = numbers.get(value);
    if (known != null) {
      return known;
    }
    int next = numbers.size();
    numbers.put(value, next);
    return next;
  }

  /** The value's number, or −1 if nobody has it. */
  int find(T value) {
    return numbers.getOrDefault(value, -1);
  }
}
