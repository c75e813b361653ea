package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Why a match scores as it does, in words for a firm, and what the firm should check before it
 * relies on it.
 *
 * @param parts a sentence for each part, in their order
 * @param flags what to check: {@link #UNVERIFIED}, {@link #CONFLICT}, {@link #ENDS_SOON}
 */
public record Reasons(List<Reason> parts, List<String> flags) {
  /** Something the need asks for is claimed and not yet verified. */
  public static final String UNVERIFIED = "unverified claims";

  /** A party of a past matter is named much like one of the need's. */
  public static final String CONFLICT = "conflict review";

  /** A required credential ends within 90 days after the last day. */
  public static final String ENDS_SOON = "credential ends soon";

  private static final int SOON_DAYS = 90;

  /** One part's points and why. */
  public record Reason(Part part, int points, String sentence) {}

  /**
   * The reasons for somebody shown.
   *
   * @param conflictReview whether the near comparison of party names found them
   */
  public static Reasons of(
      Ask ask,
      Ranking.Candidate candidate,
      Instant now,
      boolean conflictReview,
      Catalogue catalogue) {
    var words = new ReasonWords(ask, candidate, Engine.today(now), catalogue);
    var parts = new ArrayList<Reason>();
    for (var part : Part.values()) {
      parts.add(new Reason(part, candidate.match().points(part), words.of(part)));
    }
    return new Reasons(parts, flags(ask.terms(), candidate.facts(), conflictReview));
  }

  private static List<String> flags(NeedTerms terms, StaffFacts facts, boolean conflictReview) {
    var flags = new ArrayList<String>();
    if (claimsUnverified(terms, facts)) {
      flags.add(UNVERIFIED);
    }
    if (conflictReview) {
      flags.add(CONFLICT);
    }
    if (terms.credentials().stream().anyMatch(g -> endsSoon(g, facts, terms.lastDay()))) {
      flags.add(ENDS_SOON);
    }
    return List.copyOf(flags);
  }

  private static boolean claimsUnverified(NeedTerms terms, StaffFacts facts) {
    var asked = new TreeSet<String>();
    terms.mustSkills().forEach(s -> asked.add(s.skill()));
    terms.niceSkills().forEach(s -> asked.add(s.skill()));
    boolean skill =
        asked.stream().map(facts.skills()::get).anyMatch(held -> held != null && !held.verified());
    return skill
        || facts.credentials().stream()
            .anyMatch(c ->
                !c.verified() && terms.credentials().stream().anyMatch(g -> g.contains(c.code())));
  }

  /** Whether the one of the group that lasts longest ends within 90 days after the last day. */
  private static boolean endsSoon(List<String> group, StaffFacts facts, LocalDate lastDay) {
    return facts.credentials().stream()
        .filter(c -> group.contains(c.code()) && c.holdsOn(lastDay))
        .max(Comparator.comparingLong(StaffFacts.Credential::lastEpochDay))
        .map(c -> !c.holdsOn(lastDay.plusDays(SOON_DAYS + 1L)))
        .orElse(false);
  }
}
