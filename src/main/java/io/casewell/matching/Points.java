package io.casewell.matching;

import org.jspecify.annotations.Nullable;

/**
 * The score's formulas, in whole numbers. All divisions floor, no operand is negative. What a need
 * does not ask for scores in full.
 */
final class Points {
  private Points() {}

  static int must(int worth, int skills) {
    return share(Part.MUST, worth, 500L * skills);
  }

  static int nice(int weightedWorth, int weights) {
    return share(Part.NICE, weightedWorth, 500L * weights);
  }

  static int overlap(int sharedMinutes, int targetMinutes) {
    return share(Part.OVERLAP, Math.min(sharedMinutes, targetMinutes), targetMinutes);
  }

  /** The years in one practice area that count. */
  static int practiceYears(int years) {
    return Math.min(years, 5);
  }

  static int practice(int years, int areas) {
    return share(Part.PRACTICE, years, 5L * areas);
  }

  static int experience(int years) {
    return share(Part.EXPERIENCE, Math.min(years, 10), 10);
  }

  static int software(int held, int programs) {
    return share(Part.SOFTWARE, held, programs);
  }

  /** Ratings weigh as if five of 4 stood before them, so that a single one decides little. */
  static int track(int count, int sum) {
    long average = 100 * (20L + sum) / (5L + count);
    return share(Part.TRACK, average - 100, 400);
  }

  static int credentials(int codes) {
    return 200 * Math.min(2, codes);
  }

  static int rate(int cents, @Nullable Integer cap) {
    if (cap == null) {
      return Part.RATE.most();
    }
    return cents > cap ? 0 : share(Part.RATE, (long) cap - cents, cap);
  }

  private static int share(Part part, long of, long all) {
    return all == 0 ? part.most() : (int) (part.most() * of / all);
  }
}
