package io.casewell.advisor;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The hours of each role; both null when no hours are known. */
record Split(@Nullable BigDecimal paralegal, @Nullable BigDecimal caseManager) {
  static final Split UNKNOWN = new Split(null, null);

  /** All hours on one role, or both by the balance; none where there is no answer. */
  static Split of(Balance balance, Verdict verdict, long hours) {
    return switch (verdict) {
      case PARALEGAL -> new Split(Wording.number(hours), BigDecimal.ZERO);
      case CASE_MANAGER -> new Split(BigDecimal.ZERO, Wording.number(hours));
      case BOTH -> {
        long paralegal = balance.paralegalHours(hours);
        yield new Split(Wording.number(paralegal), Wording.number(hours - paralegal));
      }
      case NOT_ENOUGH_INFORMATION -> UNKNOWN;
    };
  }
}
