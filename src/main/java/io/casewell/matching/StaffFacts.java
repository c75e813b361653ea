package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import io.casewell.platform.StaffId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that matching knows of a staff member: no name, no contact, no pay rate. Lists come out
 * sorted, so that equal facts are equal. Refuses what would be read wrongly: levels outside 1–5,
 * negative years, hours or rates, a role without a rate, ratings whose sum cannot be, a zone off
 * the quarter-hour grid.
 *
 * @param staff who
 * @param roles the roles offered, at least one
 * @param billRateCents hourly bill rate in cents for each role offered
 * @param skills by slug
 * @param software program slugs
 * @param credentials held, whatever their state; one code may stand here more than once
 * @param jurisdictions codes held
 * @param practiceAreas whole years by slug
 * @param languages level 1–5 by code; 5 is native or fluent
 * @param yearsExperience whole years in legal work
 * @param zone the zone of the weekly hours
 * @param hours the weekly hours
 * @param commitments promised weekly work
 * @param capacityHours hours a week they want to work at most
 * @param committedElsewhereHours hours a week declared as taken elsewhere
 * @param ratingCount how many ratings
 * @param ratingSum their sum, each 1 to 5
 * @param active active and vetted
 * @param blockedFirms firms that blocked them or that they blocked
 * @param pastParties hashes of the parties of their past matters, on whichever side
 */
public record StaffFacts(
    StaffId staff,
    Set<Role> roles,
    Map<Role, Integer> billRateCents,
    Map<String, Skill> skills,
    Set<String> software,
    List<Credential> credentials,
    Set<String> jurisdictions,
    Map<String, Integer> practiceAreas,
    Map<String, Integer> languages,
    int yearsExperience,
    ZoneId zone,
    List<HoursRow> hours,
    List<Commitment> commitments,
    int capacityHours,
    int committedElsewhereHours,
    int ratingCount,
    int ratingSum,
    boolean active,
    Set<FirmId> blockedFirms,
    Set<PartyHash> pastParties) {

  /** A skill held at this level (1–5); verified when a person or a test has confirmed it. */
  public record Skill(int level, boolean verified) {
    public Skill {
      require(level >= 1 && level <= 5, "level of a skill");
    }

    /** What it is worth: 100 a level when verified, 85 when not. */
    int worth() {
      return level * (verified ? 100 : 85);
    }
  }

  /**
   * A certification held.
   *
   * @param code its code in the catalogue
   * @param validUntil last day it is valid, or null when it does not expire
   * @param verified whether its document has been seen
   */
  public record Credential(String code, @Nullable LocalDate validUntil, boolean verified) {
    /** Whether it is verified and still valid on this day. */
    boolean holdsOn(LocalDate day) {
      return verified && (validUntil == null || !validUntil.isBefore(day));
    }

    /** The last valid day as days since 1970, or the largest number. */
    long lastEpochDay() {
      return validUntil == null ? Long.MAX_VALUE : validUntil.toEpochDay();
    }
  }

  /**
   * Weekly work promised to somebody.
   *
   * @param zone the zone of its hours
   * @param hours the agreed weekly hours, possibly none
   * @param hoursPerWeek what it takes of the capacity
   * @param from first date
   * @param until last date, or null while it is open
   */
  public record Commitment(
      ZoneId zone,
      List<HoursRow> hours,
      int hoursPerWeek,
      LocalDate from,
      @Nullable LocalDate until) {
    public Commitment {
      QuarterHours.require(zone);
      hours = sorted(hours, ROWS);
      require(hoursPerWeek >= 0, "hours of a commitment");
      require(until == null || !until.isBefore(from), "dates of a commitment");
    }

    /** Whether it has a day between these two, both included. */
    boolean meets(LocalDate first, LocalDate last) {
      return !from.isAfter(last) && (until == null || !until.isBefore(first));
    }

    long lastEpochDay() {
      return until == null ? Long.MAX_VALUE : until.toEpochDay();
    }
  }

  private static final Comparator<HoursRow> ROWS =
      Comparator.comparingInt(HoursRow::startMinute)
          .thenComparingInt(HoursRow::endMinute)
          .thenComparingInt(WeeklyHours::days);

  private static final Comparator<Credential> CREDENTIALS =
      Comparator.comparing(Credential::code)
          .thenComparingLong(Credential::lastEpochDay)
          .thenComparing(Credential::verified);

  private static final Comparator<Commitment> COMMITMENTS =
      Comparator.comparing(Commitment::from)
          .thenComparingLong(Commitment::lastEpochDay)
          .thenComparingInt(Commitment::hoursPerWeek)
          .thenComparing(c -> c.zone().getId())
          .thenComparing(c -> WeeklyHours.text(c.hours()));

  public StaffFacts {
    roles = Set.copyOf(roles);
    billRateCents = Map.copyOf(billRateCents);
    skills = Map.copyOf(skills);
    software = Set.copyOf(software);
    credentials = sorted(credentials, CREDENTIALS);
    jurisdictions = Set.copyOf(jurisdictions);
    practiceAreas = Map.copyOf(practiceAreas);
    languages = Map.copyOf(languages);
    hours = sorted(hours, ROWS);
    commitments = sorted(commitments, COMMITMENTS);
    blockedFirms = Set.copyOf(blockedFirms);
    pastParties = Set.copyOf(pastParties);
    QuarterHours.require(zone);
    require(!roles.isEmpty(), "roles");
    require(billRateCents.keySet().equals(roles), "bill rate of each role offered");
    require(allAtLeast(0, billRateCents.values()), "bill rate");
    require(allAtLeast(0, practiceAreas.values()), "years in a practice area");
    require(languages.values().stream().allMatch(l -> l >= 1 && l <= 5), "level of a language");
    require(yearsExperience >= 0, "years of experience");
    require(capacityHours >= 0 && committedElsewhereHours >= 0, "hours a week");
    require(
        ratingCount >= 0 && ratingSum >= ratingCount && ratingSum <= 5L * ratingCount, "ratings");
  }

  /**
   * The bill rate for a need of this role; of somebody who offers only the other role, that role's.
   */
  int billRate(Role role) {
    var rate = billRateCents.get(role);
    return rate != null ? rate : billRateCents.values().iterator().next();
  }

  /** Hours a week nobody has taken while an engagement runs from the first to the last day. */
  public long freeHours(LocalDate first, LocalDate last) {
    return Math.max(0, capacityHours - committedHours(first, last));
  }

  /** Hours a week that are taken while an engagement runs from the first to the last day. */
  long committedHours(LocalDate first, LocalDate last) {
    long sum = committedElsewhereHours;
    for (var commitment : commitments) {
      sum += commitment.meets(first, last) ? commitment.hoursPerWeek() : 0;
    }
    return sum;
  }

  private static boolean allAtLeast(int least, Collection<Integer> values) {
    for (int value : values) {
      if (value < least) {
        return false;
      }
    }
    return true;
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.size() < 2 ? List.copyOf(list) : list.stream().sorted(order).toList();
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException("these facts cannot be matched: " + what);
    }
  }
}
