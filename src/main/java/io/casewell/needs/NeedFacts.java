package io.casewell.needs;

import io.casewell.calendar.Zones;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Shelf;
import java.util.ArrayList;
import java.util.List;

/** A need's terms in words, line by line. */
final class NeedFacts {
  private NeedFacts() {}

  static List<Fact> of(NeedTerms terms, Catalogue catalogue) {
    var facts = new ArrayList<Fact>();
    fact(facts, "Role", List.of(terms.role().label()));
    fact(
        facts,
        "Work",
        List.of(
            NeedWords.count(terms.hoursPerWeek(), "hour", "hours")
                + " a week"
                + (terms.seats() == 1 ? "" : " each for " + terms.seats() + " people")));
    fact(
        facts,
        "Time",
        List.of(
            "%s to %s, %s"
                .formatted(
                    NeedWords.day(terms.startDate()),
                    NeedWords.day(terms.lastDay()),
                    NeedWords.count(terms.weeks(), "week", "weeks"))));
    fact(
        facts,
        "Working window",
        List.of(NeedWords.window(terms.window()), Zones.words(terms.zone().getId()) + " time"));
    fact(
        facts,
        "Minimum overlap",
        List.of(NeedWords.duration(terms.minOverlapMinutes()) + " a week"));
    var cap = terms.rateCapCents();
    fact(
        facts,
        "Rate cap",
        List.of(cap == null ? "None" : "$" + Dollars.text(cap) + " an hour, all in"));
    fact(
        facts,
        "Must-have skills",
        terms.mustSkills().stream()
            .map(s -> catalogue.skills().name(s.skill()) + ", " + level(s.minLevel()))
            .toList());
    fact(
        facts,
        "Nice to have",
        terms.niceSkills().stream()
            .map(s -> catalogue.skills().name(s.skill()) + ", " + NeedWords.weight(s.weight()))
            .toList());
    fact(facts, "Required software", names(terms.mustSoftware(), catalogue.software()));
    fact(facts, "Preferred software", names(terms.niceSoftware(), catalogue.software()));
    fact(
        facts,
        "Credentials",
        terms.credentials().stream()
            .map(group -> String.join(" or ", names(group, catalogue.credentials())))
            .toList());
    fact(facts, "Jurisdictions", names(terms.jurisdictions(), catalogue.jurisdictions()));
    fact(facts, "Practice areas", names(terms.practiceAreas(), catalogue.practiceAreas()));
    fact(
        facts,
        "Languages",
        terms.languages().stream()
            .map(l -> catalogue.languages().name(l.code()) + ", " + NeedWords.spoken(l.minLevel()))
            .toList());
    return List.copyOf(facts);
  }

  private static String level(int level) {
    return NeedWords.level(level) + (level < 5 ? " or above" : "");
  }

  private static void fact(List<Fact> facts, String label, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.add(new Fact(label, lines));
    }
  }

  private static List<String> names(List<String> codes, Shelf<? extends Entry> shelf) {
    return codes.stream().map(shelf::name).toList();
  }
}
