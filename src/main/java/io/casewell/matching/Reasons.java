package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Why a match scores as it does, in words for a firm, and what the firm should check before it
 * relies on it.
 *
 * @param parts a sentence for each part, in their order
 * @param claims what the need asks for that is claimed and not verified, by name
 * @param flags what to check: {@link #UNVERIFIED}, {@link #CONFLICT}, {@link #ENDS_SOON}
 */
public record Reasons(List<Reason> parts, List<String> flags, List<String> claims) {
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
    var claims = claims(ask.terms(), candidate.facts(), catalogue);
    return new Reasons(
        parts, flags(ask.terms(), candidate.facts(), !claims.isEmpty(), conflictReview), claims);
  }

  private static List<String> flags(
      NeedTerms terms, StaffFacts facts, boolean unverified, boolean conflictReview) {
    var flags = new ArrayList<String>();
    if (unverified) {
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

  private static List<String> claims(NeedTerms terms, StaffFacts facts, Catalogue catalogue) {
    var asked = new LinkedHashSet<String>();
    terms.mustSkills().forEach(s -> asked.add(s.skill()));
    terms.niceSkills().forEach(s -> asked.add(s.skill()));
    var claims = new LinkedHashSet<String>();
    for (var skill : asked) {
      var held = facts.skills().get(skill);
      if (held != null && !held.verified()) {
        claims.add(catalogue.skills().name(skill));
      }
    }
    facts.credentials().stream()
        .filter(
            c -> !c.verified() && terms.credentials().stream().anyMatch(g -> g.contains(c.code())))
        .forEach(c -> claims.add(catalogue.credentials().name(c.code())));
    return List.copyOf(claims);
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
