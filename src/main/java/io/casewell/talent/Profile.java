package io.casewell.talent;

import io.casewell.catalogue.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * What a staff member says of their own work, in the catalogue's codes. Order is theirs. Refuses a
 * thing named twice and numbers out of bounds.
 *
 * @param roles the roles offered, at least one
 * @param skills held, each with its level
 * @param software program slugs
 * @param jurisdictions codes
 * @param practiceAreas with years in each
 * @param languages spoken
 * @param yearsExperience whole years in legal work, 0 to 70
 */
public record Profile(
    List<Role> roles,
    List<HeldSkill> skills,
    List<String> software,
    List<String> jurisdictions,
    List<AreaYears> practiceAreas,
    List<Spoken> languages,
    int yearsExperience) {
  /** The most years of anything that are believed. */
  public static final int MOST_YEARS = 70;

  /** A skill held at a level from 1 to 5; verified when a person or a test has confirmed it. */
  public record HeldSkill(String skill, int level, boolean verified) {
    public HeldSkill {
      require(level >= 1 && level <= 5, "the level of " + skill);
    }
  }

  /** Whole years spent in a field of law, 0 to 70. */
  public record AreaYears(String area, int years) {
    public AreaYears {
      require(years >= 0 && years <= MOST_YEARS, "the years in " + area);
    }
  }

  /** A language at a level from 1 to 5; 5 is native or fluent. */
  public record Spoken(String code, int level) {
    public Spoken {
      require(level >= 1 && level <= 5, "the level of " + code);
    }
  }

  public Profile {
    roles = List.copyOf(roles);
    skills = List.copyOf(skills);
    software = List.copyOf(software);
    jurisdictions = List.copyOf(jurisdictions);
    practiceAreas = List.copyOf(practiceAreas);
    languages = List.copyOf(languages);
    require(!roles.isEmpty(), "no role");
    once(roles);
    once(skills.stream().map(HeldSkill::skill).toList());
    once(software);
    once(jurisdictions);
    once(practiceAreas.stream().map(AreaYears::area).toList());
    once(languages.stream().map(Spoken::code).toList());
    require(yearsExperience >= 0 && yearsExperience <= MOST_YEARS, "years of experience");
  }

  Profile withSkills(List<HeldSkill> others) {
    return new Profile(
        roles, others, software, jurisdictions, practiceAreas, languages, yearsExperience);
  }

  Profile withSoftware(List<String> others) {
    return new Profile(
        roles, skills, others, jurisdictions, practiceAreas, languages, yearsExperience);
  }

  Profile withJurisdictions(List<String> others) {
    return new Profile(roles, skills, software, others, practiceAreas, languages, yearsExperience);
  }

  Profile withPracticeAreas(List<AreaYears> others) {
    return new Profile(roles, skills, software, jurisdictions, others, languages, yearsExperience);
  }

  Profile withLanguages(List<Spoken> others) {
    return new Profile(
        roles, skills, software, jurisdictions, practiceAreas, others, yearsExperience);
  }

  /** The profile as it is stored, version 1. */
  public String json() {
    return ProfileJson.write(this);
  }

  /** A stored profile; a field that is missing reads as nothing. */
  public static Profile of(String json) {
    return ProfileJson.read(json);
  }

  private static void once(Collection<?> values) {
    require(new HashSet<>(values).size() == values.size(), "something named twice");
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException("not a profile: " + what);
    }
  }
}
