package io.casewell.matching;

import io.casewell.catalogue.Role;
import io.casewell.needs.NeedTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Holds one staff member against one need, exactly as the rules say: a pure function of need, staff
 * and now. The index gives the same answers for many; this is what it is held to.
 */
public final class Engine {
  /** The version of the rules, kept with each recorded run. */
  public static final int RULES = 1;

  private final Map<String, String> credentialRoles;

  /**
   * Knows which role each credential counts for.
   *
   * @param credentialRoles "paralegal", "case_manager" or "both" by the credential's code; a code
   *     that is missing or says anything else earns no points
   */
  public Engine(Map<String, String> credentialRoles) {
    this.credentialRoles = Map.copyOf(credentialRoles);
  }

  /** The match of this staff member for this need at this moment. */
  public Match evaluate(Ask ask, StaffFacts facts, Instant now) {
    return evaluate(ask, facts, now, new Overlap(ask.terms()));
  }

  /**
   * Holds one need against one person after another, reusing what is known of the need's weeks.
   * Used by one thread at a time.
   */
  public final class Judge {
    private final Ask ask;
    private final Overlap overlap;

    private Judge(Ask ask) {
      this.ask = ask;
      this.overlap = new Overlap(ask.terms());
    }

    /** The match of this staff member at this moment. */
    public Match match(StaffFacts facts, Instant now) {
      return evaluate(ask, facts, now, overlap);
    }
  }

  /** What holds this need against many. */
  public Judge judge(Ask ask) {
    return new Judge(ask);
  }

  /** As above, reusing what is known of the need's weeks. */
  Match evaluate(Ask ask, StaffFacts facts, Instant now, Overlap overlap) {
    int shared = overlap.minutes(facts);
    var points = points(ask, facts, today(now), shared);
    return new Match(facts.staff(), mask(ask, facts, shared), points, shared);
  }

  /** The date that counts as today, the same for everybody. */
  static LocalDate today(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether a credential of this code earns points for a need of this role. */
  boolean counts(String code, Role role) {
    var of = credentialRoles.get(code);
    return of != null && (of.equals("both") || of.equals(role.code()));
  }

  /**
   * The last days, since 1970, of the verified credentials that earn points for a role: one for
   * each code, the latest first. As at most two earn points, the first two decide on any day.
   */
  List<Long> latestCounting(Role role, StaffFacts facts) {
    var byCode = new HashMap<String, Long>();
    for (var credential : facts.credentials()) {
      if (credential.verified() && counts(credential.code(), role)) {
        byCode.merge(credential.code(), credential.lastEpochDay(), Math::max);
      }
    }
    return byCode.values().stream().sorted(Comparator.reverseOrder()).toList();
  }

  private static int mask(Ask ask, StaffFacts facts, int shared) {
    var terms = ask.terms();
    var cap = terms.rateCapCents();
    var free = facts.capacityHours() - facts.committedHours(terms.startDate(), terms.lastDay());
    int mask = 0;
    mask |= fails(Constraint.ROLE, !facts.roles().contains(terms.role()));
    mask |= fails(Constraint.SKILLS, !hasSkills(terms, facts));
    mask |= fails(Constraint.CREDENTIALS, !hasCredentials(terms, facts));
    mask |=
        fails(Constraint.JURISDICTION, !facts.jurisdictions().containsAll(terms.jurisdictions()));
    mask |= fails(Constraint.CAPACITY, free < terms.hoursPerWeek());
    mask |= fails(Constraint.OVERLAP, shared < terms.minOverlapMinutes());
    mask |= fails(Constraint.RATE, cap != null && facts.billRate(terms.role()) > cap);
    mask |= fails(Constraint.LANGUAGE, !hasLanguages(terms, facts));
    mask |= fails(Constraint.SOFTWARE, !facts.software().containsAll(terms.mustSoftware()));
    mask |=
        fails(Constraint.CONFLICT, ask.parties().stream().anyMatch(facts.pastParties()::contains));
    mask |= fails(Constraint.BLOCKED, facts.blockedFirms().contains(ask.firm()));
    mask |= fails(Constraint.STATUS, !facts.active());
    return mask;
  }

  private static int fails(Constraint constraint, boolean failed) {
    return failed ? constraint.bit() : 0;
  }

  private static boolean hasSkills(NeedTerms terms, StaffFacts facts) {
    for (var must : terms.mustSkills()) {
      var skill = facts.skills().get(must.skill());
      if (skill == null || skill.level() < must.minLevel()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasCredentials(NeedTerms terms, StaffFacts facts) {
    for (var group : terms.credentials()) {
      boolean held = false;
      for (var credential : facts.credentials()) {
        held |= group.contains(credential.code()) && credential.holdsOn(terms.lastDay());
      }
      if (!held) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLanguages(NeedTerms terms, StaffFacts facts) {
    for (var wanted : terms.languages()) {
      var level = facts.languages().get(wanted.code());
      if (level == null || level < wanted.minLevel()) {
        return false;
      }
    }
    return true;
  }

  private List<Integer> points(Ask ask, StaffFacts facts, LocalDate today, int shared) {
    var terms = ask.terms();
    var points = new ArrayList<Integer>(Part.values().length);
    points.add(must(terms, facts));
    points.add(nice(terms, facts));
    points.add(Points.overlap(shared, ask.overlapTarget()));
    points.add(practice(terms, facts));
    points.add(Points.experience(facts.yearsExperience()));
    points.add(software(terms, facts));
    points.add(Points.track(facts.ratingCount(), facts.ratingSum()));
    points.add(Points.credentials(countingCredentials(terms.role(), facts, today)));
    points.add(Points.rate(facts.billRate(terms.role()), terms.rateCapCents()));
    return points;
  }

  private static int must(NeedTerms terms, StaffFacts facts) {
    int worth = 0;
    for (var must : terms.mustSkills()) {
      var skill = facts.skills().get(must.skill());
      worth += skill == null ? 0 : skill.worth();
    }
    return Points.must(worth, terms.mustSkills().size());
  }

  private static int nice(NeedTerms terms, StaffFacts facts) {
    int worth = 0;
    int weights = 0;
    for (var nice : terms.niceSkills()) {
      var skill = facts.skills().get(nice.skill());
      worth += skill == null ? 0 : skill.worth() * nice.weight();
      weights += nice.weight();
    }
    return Points.nice(worth, weights);
  }

  private static int practice(NeedTerms terms, StaffFacts facts) {
    int years = 0;
    for (var area : terms.practiceAreas()) {
      years += Points.practiceYears(facts.practiceAreas().getOrDefault(area, 0));
    }
    return Points.practice(years, terms.practiceAreas().size());
  }

  private static int software(NeedTerms terms, StaffFacts facts) {
    int held = 0;
    for (var program : terms.niceSoftware()) {
      held += facts.software().contains(program) ? 1 : 0;
    }
    return Points.software(held, terms.niceSoftware().size());
  }

  private int countingCredentials(Role role, StaffFacts facts, LocalDate today) {
    var codes = new HashSet<String>();
    for (var credential : facts.credentials()) {
      if (credential.holdsOn(today) && counts(credential.code(), role)) {
        codes.add(credential.code());
      }
    }
    return codes.size();
  }
}
