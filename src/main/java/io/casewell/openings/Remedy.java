package io.casewell.openings;

import io.casewell.catalogue.Role;
import io.casewell.matching.Constraint;
import io.casewell.matching.StaffFacts;
import io.casewell.needs.NeedTerms;
import java.util.ArrayList;
import java.util.List;

/** One thing that somebody could do to meet a condition of a need. */
sealed interface Remedy {
  record OfferRole(Role role) implements Remedy {}

  record RaiseSkill(String skill, int level) implements Remedy {}

  record HoldOneOf(List<String> codes) implements Remedy {}

  record KnowPlace(String code) implements Remedy {}

  record KnowProgram(String code) implements Remedy {}

  record Speak(String code, int level) implements Remedy {}

  /** So many hours a week more. */
  record FreeHours(int more) implements Remedy {}

  record ShareHours() implements Remedy {}

  /** By how much is never said: it would tell what the firm pays at most. */
  record LowerRate() implements Remedy {}

  /**
   * All that is lacking for a need.
   *
   * @param failed the conditions that are not met
   */
  static List<Remedy> lacking(NeedTerms terms, StaffFacts facts, List<Constraint> failed) {
    var all = new ArrayList<Remedy>();
    for (var constraint : failed) {
      switch (constraint) {
        case ROLE -> all.add(new OfferRole(terms.role()));
        case SKILLS -> skills(terms, facts, all);
        case CREDENTIALS ->
            terms.credentials().stream()
                .filter(group -> !holds(group, facts, terms))
                .forEach(group -> all.add(new HoldOneOf(group)));
        case JURISDICTION ->
            terms.jurisdictions().stream()
                .filter(place -> !facts.jurisdictions().contains(place))
                .forEach(place -> all.add(new KnowPlace(place)));
        case CAPACITY -> {
          long free = facts.freeHours(terms.startDate(), terms.lastDay());
          all.add(new FreeHours((int) (terms.hoursPerWeek() - free)));
        }
        case OVERLAP -> all.add(new ShareHours());
        case RATE -> all.add(new LowerRate());
        case LANGUAGE ->
            terms.languages().stream()
                .filter(
                    wanted -> facts.languages().getOrDefault(wanted.code(), 0) < wanted.minLevel())
                .forEach(wanted -> all.add(new Speak(wanted.code(), wanted.minLevel())));
        case SOFTWARE ->
            terms.mustSoftware().stream()
                .filter(program -> !facts.software().contains(program))
                .forEach(program -> all.add(new KnowProgram(program)));
        case CONFLICT, BLOCKED, STATUS ->
            throw new IllegalArgumentException("nobody is told of " + constraint);
      }
    }
    return all;
  }

  private static void skills(NeedTerms terms, StaffFacts facts, List<Remedy> all) {
    for (var must : terms.mustSkills()) {
      var held = facts.skills().get(must.skill());
      if (held == null || held.level() < must.minLevel()) {
        all.add(new RaiseSkill(must.skill(), must.minLevel()));
      }
    }
  }

  private static boolean holds(List<String> group, StaffFacts facts, NeedTerms terms) {
    return facts.credentials().stream()
        .anyMatch(held ->
            group.contains(held.code())
                && held.verified()
                && (held.validUntil() == null || !held.validUntil().isBefore(terms.lastDay())));
  }
}
