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
 * @param passing how many of the best pass the filters
 * @param cards the first of those
 * @param choices what the list may be narrowed to, with counts
 * @param languages the languages it may be narrowed to, with counts
 * @param filters the filters as they stand in an address; empty when there are none
 * @param excluded for each constraint that somebody fails, how many do, the most first
 * @param shown how many were asked for
 */
public record MatchList(
    String need,
    String title,
    int eligible,
    int considered,
    int passing,
    List<MatchCard> cards,
    List<Choice> choices,
    List<Choice> languages,
    String filters,
    List<Map.Entry<Constraint, Integer>> excluded,
    int shown) {
  static final int FIRST = 10;
  static final int MOST = 100;

  /** A filter, with how many people it would leave. */
  public record Choice(String code, String label, int count, boolean chosen) {}

  /** Whether the list is narrowed. */
  public boolean narrowed() {
    return !filters.isEmpty();
  }

  /** Whether there are more to show. */
  public boolean more() {
    return passing > cards.size() && shown < MOST;
  }

  /** Where the list goes on. */
  public String next() {
    return "/needs/" + need + "/matches?limit=" + Math.min(MOST, shown * 2) + filters;
  }

  /** How many fit, in words. */
  public String headline() {
    return switch (eligible) {
      case 0 -> "Nobody meets every condition yet";
      case 1 -> "One person meets every condition";
      default -> eligible + " people meet every condition";
    };
  }

  /** How many are left by the filters, in words. */
  public String left() {
    var of = eligible > MOST ? " of the best " + MOST : " of them";
    return passing == 1
        ? "One" + of + " passes your filters."
        : passing + of + " pass your filters.";
  }
}
