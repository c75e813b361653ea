package io.casewell.openings;

import io.casewell.matching.StaffFacts;
import java.util.List;

/**
 * What is open to a professional.
 *
 * @param facts what they are matched by
 * @param rated whether they have set a rate
 * @param fits open needs whose every condition they meet
 * @param steps single changes that would open more, the most first
 * @param others how many needs are open and do not fit yet
 */
public record Outlook(
    StaffFacts facts, boolean rated, List<Opening> fits, List<Step> steps, int others) {

  /** What a change is about, for the page that gathers them. */
  public enum Kind {
    ROLE,
    SKILL,
    CREDENTIAL,
    PLACE,
    PROGRAM,
    LANGUAGE,
    HOURS,
    RATE
  }

  /**
   * A change and how many needs it would open.
   *
   * @param change in words, e.g. "Raise Legal research from level 3 to 4"
   * @param href where it is made
   */
  public record Step(Kind kind, String change, int more, String href) {
    /** E.g. "opens 3 more needs". */
    public String gain() {
      return more == 1 ? "opens 1 more need" : "opens " + more + " more needs";
    }
  }

  /** The most that one change of this kind would open. */
  public int best(Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).mapToInt(Step::more).max().orElse(0);
  }

  /** How many needs fit, in words. */
  public String headline() {
    return switch (fits.size()) {
      case 0 -> "No open need fits yet";
      case 1 -> "One open need fits you";
      default -> fits.size() + " open needs fit you";
    };
  }
}
