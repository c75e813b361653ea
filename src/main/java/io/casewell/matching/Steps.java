package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import io.casewell.needs.NeedTerms.LanguageWanted;
import io.casewell.needs.NeedTerms.MustSkill;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries smaller changes of a need: a few hours, a few dollars, one level, one thing less. Each is
 * scored with the change made. Of a row of ever larger changes only those are told that gain more
 * than the one before.
 */
final class Steps {
  private final Pass pass;
  private final Ask ask;
  private final NeedTerms terms;
  private final Catalogue catalogue;
  private final List<NearMisses.Step> gained = new ArrayList<>();

  Steps(Pass pass, Ask ask, Catalogue catalogue) {
    this.pass = pass;
    this.ask = ask;
    this.terms = ask.terms();
    this.catalogue = catalogue;
  }

  /** A change and its words. */
  private record Change(String words, NeedTerms terms) {}

  List<NearMisses.Step> all() {
    skills();
    credentials();
    jurisdictions();
    row(Constraint.CAPACITY, hours());
    row(Constraint.OVERLAP, overlaps());
    row(Constraint.RATE, caps());
    languages();
    software();
    return List.copyOf(gained);
  }

  private void skills() {
    var musts = terms.mustSkills();
    for (int i = 0; i < musts.size(); i++) {
      var must = musts.get(i);
      var name = catalogue.skills().name(must.skill());
      var row = new ArrayList<Change>();
      if (must.minLevel() > 1) {
        var lower = new MustSkill(must.skill(), must.minLevel() - 1);
        row.add(
            new Change(
                atLevel(name, must.minLevel()),
                Changes.mustSkills(terms, Changes.with(musts, i, lower))));
      }
      row.add(
          new Change(
              name + " no longer a must", Changes.mustSkills(terms, Changes.without(musts, i))));
      row(Constraint.SKILLS, row);
    }
  }

  private void languages() {
    var all = terms.languages();
    for (int i = 0; i < all.size(); i++) {
      var wanted = all.get(i);
      var name = catalogue.languages().name(wanted.code());
      var row = new ArrayList<Change>();
      if (wanted.minLevel() > 1) {
        var lower = new LanguageWanted(wanted.code(), wanted.minLevel() - 1);
        row.add(
            new Change(atLevel(name, wanted.minLevel()), languages(Changes.with(all, i, lower))));
      }
      row.add(new Change("Without asking for " + name, languages(Changes.without(all, i))));
      row(Constraint.LANGUAGE, row);
    }
  }

  private NeedTerms languages(List<LanguageWanted> languages) {
    return Changes.required(
        terms, terms.mustSoftware(), terms.credentials(), terms.jurisdictions(), languages);
  }

  private void credentials() {
    var groups = terms.credentials();
    for (int i = 0; i < groups.size(); i++) {
      var names = groups.get(i).stream().map(catalogue.credentials()::name).toList();
      var less =
          Changes.required(
              terms,
              terms.mustSoftware(),
              Changes.without(groups, i),
              terms.jurisdictions(),
              terms.languages());
      var words = "Without asking for " + String.join(" or ", names);
      row(Constraint.CREDENTIALS, List.of(new Change(words, less)));
    }
  }

  private void jurisdictions() {
    var codes = terms.jurisdictions();
    for (int i = 0; i < codes.size(); i++) {
      var less =
          Changes.required(
              terms,
              terms.mustSoftware(),
              terms.credentials(),
              Changes.without(codes, i),
              terms.languages());
      var words = "Without asking for " + catalogue.jurisdictions().name(codes.get(i));
      row(Constraint.JURISDICTION, List.of(new Change(words, less)));
    }
  }

  private void software() {
    var programs = terms.mustSoftware();
    for (int i = 0; i < programs.size(); i++) {
      var less =
          Changes.required(
              terms,
              Changes.without(programs, i),
              terms.credentials(),
              terms.jurisdictions(),
              terms.languages());
      var words = "Without asking for " + catalogue.software().name(programs.get(i));
      row(Constraint.SOFTWARE, List.of(new Change(words, less)));
    }
  }

  private List<Change> hours() {
    int posted = terms.hoursPerWeek();
    return IntStream.of(posted - 5, posted - 10, posted / 2)
        .filter(hours -> hours > 0 && hours < posted)
        .map(hours -> -hours)
        .sorted()
        .distinct()
        .mapToObj(minus -> fewer(-minus, posted))
        .toList();
  }

  private Change fewer(int hours, int posted) {
    var words = Wording.count(hours, "hour", "hours") + " a week instead of " + posted;
    return new Change(words, Changes.hours(terms, hours));
  }

  private List<Change> overlaps() {
    int posted = terms.minOverlapMinutes();
    int half = posted / 2 / 15 * 15;
    return IntStream.of(posted - 300, posted - 600, posted - 900, half)
        .filter(minutes -> minutes > 0 && minutes < posted)
        .map(minutes -> -minutes)
        .sorted()
        .distinct()
        .mapToObj(minus -> shorter(-minus, posted))
        .toList();
  }

  private Change shorter(int minutes, int posted) {
    var words =
        "Minimum overlap " + Wording.duration(minutes) + " instead of " + Wording.duration(posted);
    return new Change(words, Changes.minOverlap(terms, minutes));
  }

  private List<Change> caps() {
    var posted = terms.rateCapCents();
    if (posted == null) {
      return List.of();
    }
    return IntStream.of(5, 10, 15, 20, 25)
        .mapToLong(percent -> dollarsAbove(posted * (100L + percent)))
        .filter(cents -> cents > posted && cents <= Integer.MAX_VALUE)
        .distinct()
        .mapToObj(cents -> dearer((int) cents, posted))
        .toList();
  }

  /** Hundredths of cents to cents, up to the next whole dollar. */
  private static long dollarsAbove(long hundredths) {
    return Math.ceilDiv(hundredths, 10_000L) * 100;
  }

  private Change dearer(int cents, int posted) {
    var words = "Cap " + Wording.dollars(cents) + " instead of " + Wording.dollars(posted);
    return new Change(words, Changes.rateCap(terms, cents));
  }

  private static String atLevel(String name, int level) {
    return name + " at " + Wording.level(level - 1) + " level instead of " + Wording.level(level);
  }

  private void row(Constraint constraint, List<Change> changes) {
    if (pass.tally().count(constraint.bit()) == 0) {
      return;
    }
    int before = 0;
    for (var change : changes) {
      var gain = pass.gain(constraint, ask.with(change.terms()));
      if (gain.more() > before) {
        gained.add(
            new NearMisses.Step(
                constraint, change.words(), gain.more(), gain.best(), change.terms()));
        before = gain.more();
      }
    }
  }
}
