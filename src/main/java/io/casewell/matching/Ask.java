package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A need as matching sees it. Refuses what cannot be read one way only: counts below 1, levels and
 * weights out of range, an empty group, a value named twice in a list, a start before 2000, more
 * than a hundred years.
 *
 * @param need its id, which also decides ties
 * @param firm whose need it is
 * @param terms what is asked for
 * @param parties hashes of the parties' normalised names
 */
public record Ask(UUID need, FirmId firm, NeedTerms terms, Set<PartyHash> parties) {
  private static final int MOST_WEEKS = 5_200;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  public Ask {
    parties = Set.copyOf(parties);
    check(terms);
  }

  /** The same need with other terms, for trying what a change would gain. */
  public Ask with(NeedTerms changed) {
    return new Ask(need, firm, changed, parties);
  }

  /** The wall-clock minutes of the window in a week. */
  int windowMinutes() {
    return terms.window().minutesADay() * terms.window().days().size();
  }

  /** The shared minutes that earn all points: the window, or the hours asked for if fewer. */
  int overlapTarget() {
    return (int) Math.min(windowMinutes(), terms.hoursPerWeek() * 60L);
  }

  private static void check(NeedTerms terms) {
    var cap = terms.rateCapCents();
    require(!terms.startDate().isBefore(EARLIEST), "start date");
    require(terms.seats() >= 1, "seats");
    require(terms.hoursPerWeek() >= 1, "hours a week");
    require(terms.weeks() >= 1 && terms.weeks() <= MOST_WEEKS, "weeks");
    require(cap == null || cap >= 1, "rate cap");
    require(terms.minOverlapMinutes() >= 0, "least overlap");
    once(terms.mustSkills().stream().map(NeedTerms.MustSkill::skill).toList(), "must skills");
    once(terms.niceSkills().stream().map(NeedTerms.NiceSkill::skill).toList(), "nice skills");
    once(terms.mustSoftware(), "required software");
    once(terms.niceSoftware(), "preferred software");
    once(terms.jurisdictions(), "jurisdictions");
    once(terms.practiceAreas(), "practice areas");
    once(terms.languages().stream().map(NeedTerms.LanguageWanted::code).toList(), "languages");
    once(terms.credentials().stream().map(Set::copyOf).toList(), "credential groups");
    for (var skill : terms.mustSkills()) {
      require(level(skill.minLevel()), "level of a must skill");
    }
    for (var skill : terms.niceSkills()) {
      require(skill.weight() >= 1 && skill.weight() <= 3, "weight of a nice skill");
    }
    for (var language : terms.languages()) {
      require(level(language.minLevel()), "level of a language");
    }
    for (var group : terms.credentials()) {
      require(!group.isEmpty(), "credential group");
      once(group, "a credential group");
    }
  }

  private static boolean level(int level) {
    return level >= 1 && level <= 5;
  }

  private static void once(Collection<?> values, String what) {
    require(new HashSet<>(values).size() == values.size(), "repeated value among the " + what);
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException("this need cannot be matched: " + what);
    }
  }
}
