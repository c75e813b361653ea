package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The directory as its page shows it.
 *
 * @param total how many people meet the wish
 * @param facets what it may be narrowed by
 * @param chosen what it is narrowed by, each with the address of the list without it
 * @param next the address of the next page, or empty
 * @param first the address of the first page, or empty where this is it
 * @param sorts the orders to choose from, code → words
 */
public record DirectoryPage(
    Wish wish,
    int total,
    List<DirectoryCard> cards,
    List<Choice> facets,
    List<Chosen> chosen,
    String next,
    String first,
    Map<String, String> sorts) {
  private static final int FIRST = 6;
  private static final int MOST = 40;

  /**
   * A facet with its values.
   *
   * @param first the values shown at once
   * @param rest those behind "more"
   */
  public record Choice(Facet facet, List<Value> first, List<Value> rest) {
    /** Whether nothing of it can be chosen. */
    public boolean none() {
      return first.isEmpty();
    }
  }

  /** A value that may be chosen, with how many people there would be. */
  public record Value(String value, String words, int count, boolean chosen) {}

  /** A value that is chosen. */
  public record Chosen(String words, String without) {}

  static List<Choice> choices(
      Wish wish, Map<Facet, Map<String, Integer>> counts, Catalogue catalogue) {
    var choices = new ArrayList<Choice>();
    for (var facet : Facet.values()) {
      var values = values(facet, wish, counts.getOrDefault(facet, Map.of()), catalogue);
      int first = (int) Math.max(FIRST, values.stream().filter(Value::chosen).count());
      int shown = Math.min(first, values.size());
      choices.add(
          new Choice(
              facet,
              values.subList(0, shown),
              values.subList(shown, Math.min(values.size(), MOST))));
    }
    return choices;
  }

  private static List<Value> values(
      Facet facet, Wish wish, Map<String, Integer> counts, Catalogue catalogue) {
    var known =
        switch (facet) {
          case HOURS -> Wish.hours();
          case OVERLAP -> Office.options();
          default -> everyValue(facet, wish, counts, catalogue);
        };
    var values = new ArrayList<Value>();
    for (var value : known) {
      boolean chosen = wish.chosen(facet).contains(value);
      int count = counts.getOrDefault(value, 0);
      if (chosen || count > 0) {
        values.add(new Value(value, Wish.words(facet, value, catalogue), count, chosen));
      }
    }
    return values;
  }

  /** The chosen ones, then those that most people have. */
  private static List<String> everyValue(
      Facet facet, Wish wish, Map<String, Integer> counts, Catalogue catalogue) {
    var all = new java.util.LinkedHashSet<>(wish.chosen(facet));
    counts.entrySet().stream()
        .filter(one -> shows(facet, one.getKey(), catalogue))
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(one -> -one.getValue())
                .thenComparing(one -> Wish.words(facet, one.getKey(), catalogue)))
        .forEach(one -> all.add(one.getKey()));
    return List.copyOf(all);
  }

  /** Whether it is worth a line: everybody says of themselves that they are punctual. */
  private static boolean shows(Facet facet, String value, Catalogue catalogue) {
    return facet != Facet.SKILL
        || catalogue.skills().find(value).filter(skill -> !skill.trait()).isPresent();
  }

  static List<Chosen> chosen(Wish wish, Catalogue catalogue) {
    var all = new ArrayList<Chosen>();
    for (var facet : Facet.values()) {
      for (var value : wish.chosen(facet)) {
        var words = Wish.words(facet, value, catalogue);
        all.add(
            new Chosen(
                facet == Facet.HOURS ? words + " free hours" : words, wish.without(facet, value)));
      }
    }
    return all;
  }

  /** How many there are, in words. */
  public String headline() {
    return total == 1 ? "1 person" : "%,d people".formatted(total);
  }
}
