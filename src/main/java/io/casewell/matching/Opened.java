package io.casewell.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a profile opens today, and what another part of it would.
 *
 * @param asked how many open needs ask for one of the person's roles
 * @param fit how many of them fit
 * @param ways what would open more, the most first
 */
public record Opened(int asked, int fit, List<Way> ways) {
  private static final String SKILLS_PAGE = "/profile#skills";
  private static final String CREDENTIALS_PAGE = "/profile#credentials";
  private static final String JURISDICTIONS_PAGE = "/profile#jurisdictions";
  private static final String LANGUAGES_PAGE = "/profile#languages";
  private static final String SOFTWARE_PAGE = "/profile#software";
  private static final String HOURS_PAGE = "/hours";

  /**
   * A part of the profile that alone keeps needs off.
   *
   * @param sentence e.g. "A verified certification opens 12 of today's needs"
   * @param href where to mend it
   */
  public record Way(String sentence, String href) {}

  /**
   * Puts the figures into words.
   *
   * @param alone constraint → how many needs nothing else keeps off
   * @param among constraint → how many needs it keeps off, with others
   */
  static Opened of(
      int asked, int fit, Map<Constraint, Integer> alone, Map<Constraint, Integer> among) {
    var ways = new ArrayList<Way>();
    mostFirst(alone).forEach(entry -> ways.add(way(entry.getKey(), entry.getValue())));
    mostFirst(among)
        .filter(entry -> !alone.containsKey(entry.getKey()))
        .forEach(entry -> ways.add(partOf(entry.getKey(), entry.getValue(), asked)));
    return new Opened(asked, fit, List.copyOf(ways));
  }

  private static Stream<Map.Entry<Constraint, Integer>> mostFirst(Map<Constraint, Integer> all) {
    return all.entrySet().stream()
        .sorted(
            Map.Entry.<Constraint, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
  }

  private static Way partOf(Constraint missing, int needs, int asked) {
    var of = needs + " of " + asked;
    return switch (missing) {
      case SKILLS -> new Way(of + " ask for skills or levels you have not named.", SKILLS_PAGE);
      case CREDENTIALS -> new Way(of + " ask for a verified certification.", CREDENTIALS_PAGE);
      case JURISDICTION ->
          new Way(of + " ask for a jurisdiction you have not named.", JURISDICTIONS_PAGE);
      case CAPACITY -> new Way(of + " ask for more hours a week than you have free.", HOURS_PAGE);
      case OVERLAP -> new Way(of + " ask for hours that you have not opened.", HOURS_PAGE);
      case RATE -> new Way(of + " are capped below what you ask.", "/rate");
      case LANGUAGE -> new Way(of + " ask for a language you have not named.", LANGUAGES_PAGE);
      case SOFTWARE -> new Way(of + " ask for a program you have not named.", SOFTWARE_PAGE);
      case ROLE, CONFLICT, BLOCKED, STATUS ->
          throw new IllegalArgumentException(missing + " is not a part of a profile");
    };
  }

  private static Way way(Constraint missing, int needs) {
    var opens =
        needs == 1 ? " opens 1 of today's needs." : " opens " + needs + " of today's needs.";
    return switch (missing) {
      case SKILLS -> new Way("A further skill, or a higher level," + opens, SKILLS_PAGE);
      case CREDENTIALS -> new Way("A verified certification" + opens, CREDENTIALS_PAGE);
      case JURISDICTION -> new Way("A further jurisdiction" + opens, JURISDICTIONS_PAGE);
      case CAPACITY -> new Way("Room for more hours a week" + opens, HOURS_PAGE);
      case OVERLAP -> new Way("A week nearer to that of firms" + opens, HOURS_PAGE);
      case RATE ->
          new Way(
              needs == 1
                  ? "1 of today's needs is capped below what you ask."
                  : needs + " of today's needs are capped below what you ask.",
              "/rate");
      case LANGUAGE -> new Way("A further language, or a higher level," + opens, LANGUAGES_PAGE);
      case SOFTWARE -> new Way("A further program" + opens, SOFTWARE_PAGE);
      case ROLE, CONFLICT, BLOCKED, STATUS ->
          throw new IllegalArgumentException(missing + " is not a part of a profile");
    };
  }

  /** The first sentence. */
  public String inWords() {
    if (asked == 0) {
      return "No firm asks for your role today. What you say here is there when one does.";
    }
    if (asked == 1) {
      return fit == 1
          ? "The one open need for your role today fits you."
          : "The one open need for your role today does not fit you yet.";
    }
    var needs = "today's " + asked + " open needs";
    return fit == 0
        ? "None of " + needs + " for your role fits you yet."
        : fit + " of " + needs + " for your role " + (fit == 1 ? "fits" : "fit") + " you.";
  }
}
