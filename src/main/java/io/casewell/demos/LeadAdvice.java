package io.casewell.demos;

import io.casewell.advisor.Advice;
import io.casewell.advisor.Verdict;
import io.casewell.catalogue.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the advisor told a prospect before they booked. Kept as JSON.
 *
 * @param v the version of this shape
 * @param role the verdict's code
 * @param paralegalHours a week, or null when no hours were named
 * @param caseManagerHours a week, or null when no hours were named
 * @param reasons why, in sentences
 * @param text the work in the prospect's words, or empty
 */
public record LeadAdvice(
    int v,
    String role,
    @Nullable BigDecimal paralegalHours,
    @Nullable BigDecimal caseManagerHours,
    List<String> reasons,
    String text) {
  public LeadAdvice {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  static LeadAdvice of(Advice advice, String text) {
    return new LeadAdvice(
        1,
        advice.verdict().code(),
        advice.paralegalHours(),
        advice.caseManagerHours(),
        advice.reasons().stream().limit(8).toList(),
        text);
  }

  /** The role that carries more of the work. */
  Role main() {
    var paralegal = paralegalHours == null ? BigDecimal.ZERO : paralegalHours;
    var caseManager = caseManagerHours == null ? BigDecimal.ZERO : caseManagerHours;
    return role.equals(Verdict.CASE_MANAGER.code())
            || role.equals(Verdict.BOTH.code()) && caseManager.compareTo(paralegal) > 0
        ? Role.CASE_MANAGER
        : Role.PARALEGAL;
  }

  /** Whole hours a week of that role, or null when none were named. */
  @Nullable Integer mainHours() {
    var hours = main() == Role.CASE_MANAGER ? caseManagerHours : paralegalHours;
    return hours == null || hours.signum() == 0
        ? null
        : hours.setScale(0, RoundingMode.CEILING).intValue();
  }

  /** In words: the role or roles, and the hours of each. */
  public String words() {
    var said = new StringBuilder(label());
    if (paralegalHours != null && paralegalHours.signum() > 0) {
      said.append("; paralegal ").append(hours(paralegalHours));
    }
    if (caseManagerHours != null && caseManagerHours.signum() > 0) {
      said.append("; case manager ").append(hours(caseManagerHours));
    }
    return said.toString();
  }

  private String label() {
    for (var verdict : Verdict.values()) {
      if (verdict.code().equals(role)) {
        return verdict.label();
      }
    }
    return role;
  }

  private static String hours(BigDecimal weekly) {
    var number = weekly.stripTrailingZeros().toPlainString();
    return number.equals("1") ? "1 hour a week" : number + " hours a week";
  }
}
