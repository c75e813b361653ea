package io.casewell.home;

import io.casewell.advisor.Advice;
import io.casewell.catalogue.Task;
import java.math.BigDecimal;
import java.util.List;

/**
 * A week of an imagined firm, with the advisor's own answer to it.
 *
 * @param firm what kind of firm
 * @param story what its week is like
 * @param lines hours by kind of work
 */
public record SampleWeek(String firm, String story, List<Line> lines, Advice advice) {
  /** Hours of one kind of work. */
  public record Line(Task task, BigDecimal hours) {
    /** "14 hours" or "1 hour". */
    public String inWords() {
      var number = hours.toPlainString();
      return number.equals("1") ? "1 hour" : number + " hours";
    }
  }

  /** The answer in a line. */
  public String answer() {
    var paralegal = advice.paralegalHours();
    var caseManager = advice.caseManagerHours();
    return switch (advice.verdict()) {
      case PARALEGAL -> "A paralegal, " + paralegal + " hours a week";
      case CASE_MANAGER -> "A case manager, " + caseManager + " hours a week";
      case BOTH ->
          "A paralegal for " + paralegal + " and a case manager for " + caseManager + " hours";
      case NOT_ENOUGH_INFORMATION -> advice.verdict().label();
    };
  }
}
