package io.casewell.matching;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** How many people have each mask, and the best score among them. */
final class Tally {
  private static final int MASKS = 1 << Constraint.values().length;

  private final int[] counts = new int[MASKS];
  private final int[] best = new int[MASKS];

  Tally() {
    Arrays.fill(best, -1);
  }

  void add(int mask, int score) {
    counts[mask]++;
    best[mask] = Math.max(best[mask], score);
  }

  /** How many have exactly this mask. */
  int count(int mask) {
    return counts[mask];
  }

  /** The best score with exactly this mask; −1 where nobody has it. */
  int best(int mask) {
    return best[mask];
  }

  /** How many have a mask like that. */
  int count(IntPredicate like) {
    int sum = 0;
    for (int mask = 0; mask < MASKS; mask++) {
      sum += counts[mask] != 0 && like.test(mask) ? counts[mask] : 0;
    }
    return sum;
  }

  /** How many fail each constraint; somebody who fails two counts twice. */
  Map<Constraint, Integer> excluded() {
    var excluded = new EnumMap<Constraint, Integer>(Constraint.class);
    for (var constraint : Constraint.values()) {
      excluded.put(constraint, count(mask -> (mask & constraint.bit()) != 0));
    }
    return Collections.unmodifiableMap(excluded);
  }

  /** As a firm may know it: without anybody who fails what cannot be relaxed. */
  Map<Constraint, Integer> excludedForFirm() {
    var excluded = new EnumMap<Constraint, Integer>(Constraint.class);
    for (var constraint : Constraint.values()) {
      if (constraint.relaxable()) {
        excluded.put(constraint, count(m -> (m & constraint.bit()) != 0 && forFirm(m)));
      }
    }
    return Collections.unmodifiableMap(excluded);
  }

  static boolean forFirm(int mask) {
    return (mask & ~Constraint.RELAXABLE) == 0;
  }
}
