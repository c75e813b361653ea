package io.casewell.matching;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One person who fits, as the need's page shows them.
 *
 * @param place 1 is first
 * @param name first name and initial
 * @param percent of the points
 * @param rate the hourly bill rate in words
 * @param clock the zone they work in, in words
 * @param years in legal work, in words
 * @param reasons each part's points and why
 * @param checks what to check, in words; empty when nothing is open
 * @param week the shared week, drawn
 */
public record MatchCard(
    int place,
    String id,
    String name,
    int score,
    int percent,
    String rate,
    String clock,
    String years,
    List<Reasons.Reason> reasons,
    List<String> checks,
    SharedWeek week) {

  private static final Set<Part> GIST = EnumSet.of(Part.MUST, Part.OVERLAP);

  static MatchCard of(
      int place, Matches.Found found, Ranking.Candidate candidate, Reasons reasons) {
    var card = found.cards().get(candidate.match().staff().value());
    var name = card == null ? "Somebody new" : card.name();
    var facts = candidate.facts();
    var rate = Wording.dollars(facts.billRate(found.need().terms().role())) + " an hour";
    return of(place, name, rate, found.ranking().ask(), candidate, reasons);
  }

  static MatchCard of(
      int place, String name, String rate, Ask ask, Ranking.Candidate candidate, Reasons reasons) {
    var facts = candidate.facts();
    var match = candidate.match();
    return new MatchCard(
        place,
        match.staff().toString(),
        name,
        match.score(),
        match.percent(),
        rate,
        clock(facts.zone()),
        Wording.count(facts.yearsExperience(), "year", "years") + " in legal work",
        reasons.parts(),
        reasons.flags().stream().map(flag -> check(flag, reasons)).toList(),
        SharedWeek.of(ask, facts));
  }

  /** The points in words of what they are, e.g. "8,712". */
  public String points() {
    return Wording.points(score);
  }

  /** What counts most of what they bring, in a few words: why somebody should read on. */
  public List<String> gist() {
    return reasons.stream()
        .filter(reason -> GIST.contains(reason.part()) && reason.points() > 0)
        .map(Reasons.Reason::sentence)
        .toList();
  }

  private static String clock(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, Locale.US);
  }

  private static String check(String flag, Reasons reasons) {
    return switch (flag) {
      case Reasons.UNVERIFIED ->
          "Claimed and not verified yet: "
              + Wording.list(reasons.claims())
              + ". Ask for proof or a sample.";
      case Reasons.CONFLICT ->
          "A party of a past matter has a name much like one of yours. Clear it before you hire.";
      case Reasons.ENDS_SOON ->
          "A required credential ends within 90 days after the engagement. Ask about its renewal.";
      default -> throw new IllegalArgumentException(flag);
    };
  }
}
