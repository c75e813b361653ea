package io.casewell.openings;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.matching.StaffFacts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody's facts with one thing otherwise, to see what it would open. */
final class Otherwise {
  private final StaffFacts facts;
  private final Set<Role> roles;
  private final Map<Role, Integer> rates;
  private final Map<String, StaffFacts.Skill> skills;
  private final Set<String> software;
  private final List<StaffFacts.Credential> credentials;
  private final Set<String> jurisdictions;
  private final Map<String, Integer> languages;
  private List<HoursRow> hours;
  private int capacity;

  private Otherwise(StaffFacts facts) {
    this.facts = facts;
    roles = new HashSet<>(facts.roles());
    rates = new HashMap<>(facts.billRateCents());
    skills = new HashMap<>(facts.skills());
    software = new HashSet<>(facts.software());
    credentials = new ArrayList<>(facts.credentials());
    jurisdictions = new HashSet<>(facts.jurisdictions());
    languages = new HashMap<>(facts.languages());
    hours = facts.hours();
    capacity = facts.capacityHours();
  }

  static Otherwise of(StaffFacts facts) {
    return new Otherwise(facts);
  }

  /** With this one thing done. */
  Otherwise with(Remedy remedy) {
    switch (remedy) {
      case Remedy.OfferRole(var role) -> {
        roles.add(role);
        rates.putIfAbsent(
            role, rates.values().stream().mapToInt(Integer::intValue).min().orElse(1));
      }
      case Remedy.RaiseSkill(var skill, var level) -> {
        var held = skills.get(skill);
        skills.put(skill, new StaffFacts.Skill(level, held != null && held.verified()));
      }
      case Remedy.HoldOneOf(var codes) ->
          credentials.add(new StaffFacts.Credential(codes.getFirst(), null, true));
      case Remedy.KnowPlace(var code) -> jurisdictions.add(code);
      case Remedy.KnowProgram(var code) -> software.add(code);
      case Remedy.Speak(var code, var level) -> languages.put(code, level);
      case Remedy.FreeHours(var more) -> capacity += more;
      case Remedy.ShareHours _ ->
          hours = List.of(new HoursRow(EnumSet.allOf(DayOfWeek.class), 0, 24 * 60));
      case Remedy.LowerRate _ -> rates.replaceAll((_, _) -> 1);
    }
    return this;
  }

  StaffFacts facts() {
    return new StaffFacts(
        facts.staff(),
        roles,
        rates,
        skills,
        software,
        credentials,
        jurisdictions,
        facts.practiceAreas(),
        languages,
        facts.yearsExperience(),
        facts.zone(),
        hours,
        facts.commitments(),
        capacity,
        facts.committedElsewhereHours(),
        facts.ratingCount(),
        facts.ratingSum(),
        true,
        facts.blockedFirms(),
        facts.pastParties());
  }
}
