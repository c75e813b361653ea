package io.casewell.matching;

/**
 * How many people fit a need of a list.
 *
 * @param need its id
 */
public record Fitting(String need, int people) {
  /** E.g. "14 fit". */
  public String words() {
    return people == 1 ? "1 fits" : people == 0 ? "Nobody yet" : people + " fit";
  }
}
