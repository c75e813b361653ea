package io.casewell.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Up to four people side by side on a need.
 *
 * @param need its id
 * @param title the firm's words for it
 * @param people each a column, in the order they were chosen
 * @param rows the parts of the score, each with a cell for every person
 * @param left how many of those asked for cannot be shown
 */
public record Comparison(String need, String title, List<Column> people, List<Row> rows, int left) {
  static final int MOST = 4;

  /**
   * A person.
   *
   * @param fails the conditions not met, in words; empty for somebody who fits
   */
  public record Column(MatchCard card, boolean best, List<String> fails, String without) {}

  /** A part of the score. */
  public record Row(Part part, List<Cell> cells) {}

  /** One person's points in it, and why. */
  public record Cell(int points, String why, boolean best) {}

  static Comparison of(
      String need, String title, List<MatchCard> cards, List<Match> matches, int left) {
    var columns = new ArrayList<Column>();
    int best = cards.stream().mapToInt(MatchCard::score).max().orElse(0);
    for (int i = 0; i < cards.size(); i++) {
      var fails =
          matches.get(i).failed().stream()
              .map(constraint -> capital(constraint.sentence()))
              .toList();
      boolean first = cards.size() > 1 && cards.get(i).score() == best;
      columns.add(new Column(cards.get(i), first, fails, without(need, cards, i)));
    }
    var rows = new ArrayList<Row>();
    for (var part : Part.values()) {
      var reasons = cards.stream().map(card -> card.reasons().get(part.ordinal())).toList();
      int most = reasons.stream().mapToInt(Reasons.Reason::points).max().orElse(0);
      int least = reasons.stream().mapToInt(Reasons.Reason::points).min().orElse(0);
      rows.add(
          new Row(
              part,
              reasons.stream()
                  .map(reason ->
                      new Cell(
                          reason.points(),
                          reason.sentence(),
                          most > least && reason.points() == most))
                  .toList()));
    }
    return new Comparison(need, title, columns, rows, left);
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The address of the comparison without this person. */
  private static String without(String need, List<MatchCard> cards, int gone) {
    var address = new StringBuilder("/needs/").append(need).append("/compare?");
    for (int i = 0; i < cards.size(); i++) {
      if (i != gone) {
        address.append("staff=").append(cards.get(i).id()).append('&');
      }
    }
    return address.substring(0, address.length() - 1);
  }
}
