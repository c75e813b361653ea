package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Shelf;
import io.casewell.needs.NeedTerms;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Puts the code that a merged one leads to in its place, on both sides: in what is asked and in
 * what is known of people. Both are kept as they come out of here, in the run and in the log of
 * facts, so that a replay needs no catalogue and gives the same bytes whatever is merged later.
 * Where two codes lead to one, the higher level holds.
 */
final class CurrentCodes {
  private CurrentCodes() {}

  private static boolean nothingMerged(Catalogue catalogue) {
    return !catalogue.skills().merges()
        && !catalogue.software().merges()
        && !catalogue.practiceAreas().merges()
        && !catalogue.languages().merges();
  }

  /** What a need asks for, by current codes. */
  static NeedTerms of(NeedTerms terms, Catalogue catalogue) {
    if (nothingMerged(catalogue)) {
      return terms;
    }
    var skills = catalogue.skills();
    var must = new LinkedHashMap<String, Integer>();
    terms
        .mustSkills()
        .forEach(
            wanted -> must.merge(skills.current(wanted.skill()), wanted.minLevel(), Math::max));
    var nice = new LinkedHashMap<String, Integer>();
    terms
        .niceSkills()
        .forEach(wanted -> nice.merge(skills.current(wanted.skill()), wanted.weight(), Math::max));
    var languages = new LinkedHashMap<String, Integer>();
    terms
        .languages()
        .forEach(wanted ->
            languages.merge(
                catalogue.languages().current(wanted.code()), wanted.minLevel(), Math::max));
    return new NeedTerms(
        terms.title(),
        terms.role(),
        terms.seats(),
        terms.hoursPerWeek(),
        must.entrySet().stream()
            .map(e -> new NeedTerms.MustSkill(e.getKey(), e.getValue()))
            .toList(),
        nice.entrySet().stream()
            .map(e -> new NeedTerms.NiceSkill(e.getKey(), e.getValue()))
            .toList(),
        each(terms.mustSoftware(), catalogue.software()),
        each(terms.niceSoftware(), catalogue.software()),
        terms.credentials(),
        terms.jurisdictions(),
        each(terms.practiceAreas(), catalogue.practiceAreas()),
        languages.entrySet().stream()
            .map(e -> new NeedTerms.LanguageWanted(e.getKey(), e.getValue()))
            .toList(),
        terms.zone(),
        terms.window(),
        terms.minOverlapMinutes(),
        terms.rateCapCents(),
        terms.startDate(),
        terms.weeks());
  }

  /** What is known of somebody, by current codes. */
  static StaffFacts of(StaffFacts facts, Catalogue catalogue) {
    if (nothingMerged(catalogue)) {
      return facts;
    }
    return new StaffFacts(
        facts.staff(),
        facts.roles(),
        facts.billRateCents(),
        each(
            facts.skills(),
            catalogue.skills(),
            (one, other) -> one.worth() >= other.worth() ? one : other),
        Set.copyOf(each(facts.software(), catalogue.software())),
        facts.credentials(),
        facts.jurisdictions(),
        each(facts.practiceAreas(), catalogue.practiceAreas(), Math::max),
        each(facts.languages(), catalogue.languages(), Math::max),
        facts.yearsExperience(),
        facts.zone(),
        facts.hours(),
        facts.commitments(),
        facts.capacityHours(),
        facts.committedElsewhereHours(),
        facts.ratingCount(),
        facts.ratingSum(),
        facts.active(),
        facts.blockedFirms(),
        facts.pastParties());
  }

  private static List<String> each(Collection<String> codes, Shelf<?> shelf) {
    return codes.stream().map(shelf::current).distinct().toList();
  }

  private static <V> Map<String, V> each(
      Map<String, V> byCode, Shelf<?> shelf, BinaryOperator<V> better) {
    return byCode.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> shelf.current(e.getKey()), Map.Entry::getValue, better, HashMap::new));
  }
}
