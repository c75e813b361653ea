package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sentences behind a match's points. */
final class ReasonWords {
  private final Ask ask;
  private final NeedTerms terms;
  private final Match match;
  private final StaffFacts facts;
  private final LocalDate today;
  private final Catalogue catalogue;

  ReasonWords(Ask ask, Ranking.Candidate candidate, LocalDate today, Catalogue catalogue) {
    this.ask = ask;
    this.terms = ask.terms();
    this.match = candidate.match();
    this.facts = candidate.facts();
    this.today = today;
    this.catalogue = catalogue;
  }

  String of(Part part) {
    return switch (part) {
      case MUST -> must();
      case NICE -> nice();
      case OVERLAP -> overlap();
      case PRACTICE -> practice();
      case EXPERIENCE -> experience();
      case SOFTWARE -> software();
      case TRACK -> track();
      case CREDENTIALS -> credentials();
      case RATE -> rate();
    };
  }

  private String must() {
    var asked = terms.mustSkills().stream().map(NeedTerms.MustSkill::skill).toList();
    if (asked.isEmpty()) {
      return "You asked for no must-have skill";
    }
    var held = held(asked);
    if (held.isEmpty()) {
      return "None of " + Wording.count(asked.size(), "must-have skill", "must-have skills");
    }
    int top = held.stream().mapToInt(StaffFacts.Skill::level).max().orElseThrow();
    long atTop = held.stream().filter(s -> s.level() == top).count();
    var lacking = asked.stream().filter(s -> !facts.skills().containsKey(s)).toList();
    return atTop
        + " of "
        + Wording.count(asked.size(), "must-have skill", "must-have skills")
        + " at "
        + Wording.level(top)
        + " level, "
        + verified(held)
        + (lacking.isEmpty() ? "" : "; lacks " + skillNames(lacking));
  }

  private String nice() {
    var asked = terms.niceSkills().stream().map(NeedTerms.NiceSkill::skill).toList();
    if (asked.isEmpty()) {
      return "You asked for no nice-to-have skill";
    }
    var held = held(asked);
    var all = Wording.count(asked.size(), "nice-to-have skill", "nice-to-have skills");
    return held.isEmpty()
        ? "None of " + all
        : "Has " + held.size() + " of " + all + ", " + verified(held);
  }

  private List<StaffFacts.Skill> held(List<String> slugs) {
    return slugs.stream().map(facts.skills()::get).filter(Objects::nonNull).toList();
  }

  private static String verified(List<StaffFacts.Skill> held) {
    long verified = held.stream().filter(StaffFacts.Skill::verified).count();
    if (held.size() == 1) {
      return verified == 1 ? "verified" : "not verified";
    }
    if (verified == held.size()) {
      return "all verified";
    }
    return verified == 0 ? "none verified" : verified + " of them verified";
  }

  private String skillNames(List<String> slugs) {
    return Wording.list(slugs.stream().map(catalogue.skills()::name).toList());
  }

  private String overlap() {
    int target = ask.overlapTarget();
    int shared = Math.min(match.sharedMinutes(), target);
    var asked = target % 60 == 0 ? "the " + target / 60 + " hours" : Wording.duration(target);
    if (shared == 0) {
      return "Shares none of " + asked + " you asked for";
    }
    if (shared == target) {
      return target == 60
          ? "Shares the 1 hour you asked for"
          : "Shares all of " + asked + " you asked for";
    }
    var part = shared % 60 == 0 ? String.valueOf(shared / 60) : Wording.duration(shared);
    return "Shares " + part + " of " + asked + " you asked for";
  }

  private String practice() {
    if (terms.practiceAreas().isEmpty()) {
      return "You named no practice area";
    }
    var known = new ArrayList<String>();
    for (var area : terms.practiceAreas()) {
      int years = facts.practiceAreas().getOrDefault(area, 0);
      if (years > 0) {
        var name = catalogue.practiceAreas().name(area);
        known.add(Wording.count(years, "year", "years") + " of " + name);
      }
    }
    return known.isEmpty() ? "No years in the practice areas you named" : Wording.list(known);
  }

  private String experience() {
    int years = facts.yearsExperience();
    return years == 0
        ? "Less than a year in legal work"
        : Wording.count(years, "year", "years") + " in legal work";
  }

  private String software() {
    var asked = terms.niceSoftware();
    if (asked.isEmpty()) {
      return "You named no preferred program";
    }
    var held = asked.stream().filter(facts.software()::contains).toList();
    var all = Wording.count(asked.size(), "preferred program", "preferred programs");
    return held.isEmpty()
        ? "None of " + all
        : "Knows "
            + held.size()
            + " of "
            + all
            + ": "
            + Wording.list(held.stream().map(catalogue.software()::name).toList());
  }

  private String track() {
    int count = facts.ratingCount();
    if (count == 0) {
      return "No ratings yet";
    }
    var average =
        BigDecimal.valueOf(facts.ratingSum())
            .divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    return "Rated " + average + " of 5 on average, " + Wording.count(count, "rating", "ratings");
  }

  private String credentials() {
    var names =
        facts.credentials().stream()
            .filter(c -> c.holdsOn(today))
            .map(StaffFacts.Credential::code)
            .distinct()
            .filter(this::counts)
            .map(catalogue.credentials()::name)
            .toList();
    return names.isEmpty()
        ? "No verified credential for this role"
        : "Holds " + Wording.list(names) + ", verified";
  }

  private boolean counts(String code) {
    return catalogue.credentials().find(code).filter(c -> c.counts(terms.role())).isPresent();
  }

  private String rate() {
    int rate = facts.billRate(terms.role());
    var hourly = Wording.dollars(rate) + " an hour";
    var cap = terms.rateCapCents();
    if (cap == null) {
      return hourly + "; you set no cap";
    }
    if (rate > cap) {
      return hourly + ", above your cap of " + Wording.dollars(cap);
    }
    return rate == cap
        ? hourly + ", your cap"
        : hourly + ", " + Wording.dollars(cap - rate) + " under your cap";
  }
}
