package io.casewell.matching;

import java.util.List;
import java.util.Map;

/**
 * Who fits a need, as its page shows it.
 *
 * @param need its id
 * @param title the firm's words for it
 * @param eligible how many fit in all
 * @param considered how many people were looked at
 * @param cards the best of those who pass the filters
 * @param excluded for each constraint that somebody fails, how many do, the most first
 * @param clear whether only people with nothing to check are shown
 * @param shown how many were asked for
 */
public record MatchList(
    String need,
    String title,
    int eligible,
    int considered,
    List<MatchCard> cards,
    List<Map.Entry<Constraint, Integer>> excluded,
    boolean clear,
    int shown) {
  static final int FIRST = 10;
  static final int MOST = 100;

  /** Whether there may be more to show. */
  public boolean more() {
    return !clear && cards.size() == shown && eligible > shown && shown < MOST;
  }

  /** How many the next look shows. */
  public int next() {
    return Math.min(MOST, shown * 2);
  }

  /** How many fit, in words. */
  public String headline() {
    return switch (eligible) {
      case 0 -> "Nobody meets every condition yet";
      case 1 -> "One person meets every condition";
      default -> eligible + " people meet every condition";
    };
  }
}
