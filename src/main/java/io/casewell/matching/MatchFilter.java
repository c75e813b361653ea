package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a firm narrows the people who fit to, as it stands in the page's address. What makes no
 * sense reads as not asked.
 *
 * @param only what everybody shown meets
 * @param language a code, or empty
 */
record MatchFilter(Set<Only> only, String language) {
  private static final int SPEAKS = 3;
  private static final int SEASONED = 5;

  /** What can be asked of those who fit. */
  enum Only {
    CLEAR("clear", "Nothing to check"),
    VERIFIED("verified", "All verified"),
    NOW("now", "Free today"),
    RATED("rated", "Rated"),
    SEASONED("seasoned", "5 years or more");

    private final String code;
    private final String label;

    Only(String code, String label) {
      this.code = code;
      this.label = label;
    }
  }

  /**
   * One who fits, with what the filters ask about.
   *
   * @param today the day by UTC
   */
  record Person(int place, Ranking.Candidate candidate, Reasons reasons, Ask ask, LocalDate today) {
    private boolean meets(Only only) {
      var facts = candidate.facts();
      return switch (only) {
        case CLEAR -> reasons.flags().isEmpty();
        case VERIFIED -> reasons.claims().isEmpty();
        case NOW -> facts.freeHours(today, ask.terms().lastDay()) >= ask.terms().hoursPerWeek();
        case RATED -> facts.ratingCount() > 0;
        case SEASONED -> facts.yearsExperience() >= MatchFilter.SEASONED;
      };
    }

    private boolean speaks(String language) {
      return candidate.facts().languages().getOrDefault(language, 0) >= SPEAKS;
    }
  }

  static MatchFilter of(Form query) {
    var only = EnumSet.noneOf(Only.class);
    for (var one : Only.values()) {
      if (query.texts("only").contains(one.code)) {
        only.add(one);
      }
    }
    var language = query.text("language");
    return new MatchFilter(only, language.matches("[a-z]{2,8}") ? language : "");
  }

  boolean none() {
    return only.isEmpty() && language.isEmpty();
  }

  boolean lets(Person person) {
    return only.stream().allMatch(person::meets) && (language.isEmpty() || person.speaks(language));
  }

  /** What may be chosen, each with how many it would leave beside what is chosen. */
  List<MatchList.Choice> choices(List<Person> people) {
    var choices = new ArrayList<MatchList.Choice>();
    for (var one : Only.values()) {
      int count =
          (int) people.stream().filter(this::lets).filter(person -> person.meets(one)).count();
      choices.add(new MatchList.Choice(one.code, one.label, count, only.contains(one)));
    }
    return choices;
  }

  /** The languages spoken among them, each with how many it would leave. */
  List<MatchList.Choice> languages(List<Person> people, Catalogue catalogue) {
    var others = new MatchFilter(only, "");
    var counts = new TreeMap<String, Integer>();
    for (var person : people) {
      var spoken = person.candidate().facts().languages().keySet();
      boolean passes = others.lets(person);
      spoken.stream()
          .filter(code -> !code.equals("en") && person.speaks(code))
          .forEach(code -> counts.merge(code, passes ? 1 : 0, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(one ->
            new MatchList.Choice(
                one.getKey(),
                catalogue.languages().name(one.getKey()),
                one.getValue(),
                one.getKey().equals(language)))
        .toList();
  }

  /** The filters as they stand in an address, each begun by an ampersand. */
  String query() {
    var text = new StringBuilder();
    only.forEach(one -> text.append("&only=").append(one.code));
    return language.isEmpty() ? text.toString() : text + "&language=" + language;
  }
}
