package io.casewell.advisor;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advisor's answer.
 *
 * @param verdict the role or roles
 * @param paralegalHours a week, or null when the text names no hours
 * @param caseManagerHours a week, or null when the text names no hours
 * @param paralegalShare how much of the work is a paralegal's, 0 to 1 with two decimals; null when
 *     there is nothing to weigh
 * @param reasons why, in sentences, the strongest first
 * @param phrases what counted in the text, in its order
 * @param change the smallest change that would alter the answer, in words; null when none does
 * @param outOfScope what was asked that only a lawyer may do, in sentences
 * @param credentialAsked whether the text asks for somebody certified or with a paralegal degree
 */
public record Advice(
    Verdict verdict,
    @Nullable BigDecimal paralegalHours,
    @Nullable BigDecimal caseManagerHours,
    @Nullable BigDecimal paralegalShare,
    List<String> reasons,
    List<Phrase> phrases,
    @Nullable String change,
    List<String> outOfScope,
    boolean credentialAsked) {

  /**
   * Words of the text that were understood.
   *
   * @param meaning what they were taken for
   * @param start where they begin in the text
   * @param end where they end
   * @param leftOut whether the text says this is not wanted or already covered
   */
  public record Phrase(String words, String meaning, int start, int end, boolean leftOut) {}

  /** The phrases that counted. */
  public List<Phrase> counted() {
    return phrases.stream().filter(phrase -> !phrase.leftOut()).toList();
  }

  /** The paralegal's share in whole percent, or null. */
  public @Nullable Integer paralegalPercent() {
    return paralegalShare == null ? null : paralegalShare.movePointRight(2).intValue();
  }

  /** Hours of the whole week, or null. */
  public @Nullable BigDecimal hours() {
    return paralegalHours == null || caseManagerHours == null
        ? null
        : paralegalHours.add(caseManagerHours);
  }
}
