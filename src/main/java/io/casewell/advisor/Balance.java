package io.casewell.advisor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Work laid on two scales. All counts are whole (ten-thousandths of an hour times a hundredth of a
 * share), so a threshold is met exactly or not at all.
 *
 * @param total all of it
 * @param paralegal the paralegal's part of it, times 100
 * @param paralegalCore what lies at the core of a paralegal's work
 * @param caseManagerCore what lies at the core of a case manager's work
 */
record Balance(long total, long paralegal, long paralegalCore, long caseManagerCore) {
  /** An hour in the unit of {@code total}. */
  static final long HOUR = 10_000;

  private static final long LEAST = 3 * HOUR;
  private static final long CORE = 5 * HOUR;
  private static final long STEP = 5 * HOUR;

  /** The rule for hours: core hours below five, or below a fifth of all, do not count. */
  Verdict byHours() {
    if (total < LEAST) {
      return Verdict.NOT_ENOUGH_INFORMATION;
    }
    return verdict(
        caseManagerCore < CORE || caseManagerCore * 5 < total,
        paralegalCore < CORE || paralegalCore * 5 < total);
  }

  /** The rule for a text, which has weights instead of hours: the core's share decides. */
  Verdict byWeight() {
    if (total == 0) {
      return Verdict.NOT_ENOUGH_INFORMATION;
    }
    return verdict(caseManagerCore * 5 < total, paralegalCore * 5 < total);
  }

  /** By the rule for hours, or by that for a text. */
  Verdict byWeightOrHours(boolean hours) {
    return hours ? byHours() : byWeight();
  }

  private Verdict verdict(boolean littleCaseManagerCore, boolean littleParalegalCore) {
    if (paralegal >= 70 * total && littleCaseManagerCore) {
      return Verdict.PARALEGAL;
    }
    if (paralegal <= 30 * total && littleParalegalCore) {
      return Verdict.CASE_MANAGER;
    }
    return Verdict.BOTH;
  }

  /** The paralegal's share with two decimals. */
  BigDecimal share() {
    return BigDecimal.valueOf(paralegal)
        .divide(BigDecimal.valueOf(100 * total), 2, RoundingMode.HALF_UP);
  }

  /**
   * The paralegal's hours when both are needed: the share of all hours, to the nearest five and at
   * least five for each; below ten hours in all, to the nearest hour.
   *
   * @param hours all hours of the week, in units
   */
  long paralegalHours(long hours) {
    long step = hours < 2 * STEP ? HOUR : STEP;
    // hours · paralegal / (100 · total), in steps, rounded half up: all whole numbers
    long dividend = 2 * hours * paralegal;
    long divisor = 100 * total * step;
    long rounded = (dividend + divisor) / (2 * divisor) * step;
    if (step == STEP) {
      return Math.clamp(rounded, STEP, hours - STEP);
    }
    // nobody is hired for nothing
    return rounded <= 0 ? HOUR : rounded >= hours ? hours - HOUR : rounded;
  }
}
