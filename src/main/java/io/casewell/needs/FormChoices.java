package io.casewell.needs;

import io.casewell.calendar.HoursText;
import io.casewell.calendar.Zones;
import io.casewell.catalogue.Role;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the form of a need offers to choose from: value → words. */
public final class FormChoices {
  private final boolean team;

  /** With or without both roles as a team, which only a new need may ask for. */
  FormChoices(boolean team) {
    this.team = team;
  }

  public boolean team() {
    return team;
  }

  public Map<String, String> roles() {
    var roles = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      roles.put(role.code(), role.label());
    }
    if (team) {
      roles.put("both", "Both, as a team");
    }
    return roles;
  }

  public Map<String, String> roleNotes() {
    return Map.of(
        "paralegal", "Researches, drafts, prepares trials.",
        "case_manager", "Runs files, schedules, deadlines, clients and billing.",
        "both", "Two needs, filled together. Each gets the skills of its role.");
  }

  public Map<String, String> days() {
    var days = new LinkedHashMap<String, String>();
    for (var day : DayOfWeek.values()) {
      days.put(HoursText.day(day), day.getDisplayName(TextStyle.SHORT, Locale.US));
    }
    return days;
  }

  public Map<String, String> zones() {
    return Zones.options();
  }

  public Map<String, String> levels() {
    var levels = new LinkedHashMap<String, String>();
    for (int i = 1; i <= 5; i++) {
      levels.put(Integer.toString(i), i + " · " + NeedWords.level(i) + (i < 5 ? " or above" : ""));
    }
    return levels;
  }

  public Map<String, String> weights() {
    var weights = new LinkedHashMap<String, String>();
    for (int i = 1; i <= 3; i++) {
      weights.put(Integer.toString(i), NeedWords.weight(i));
    }
    return weights;
  }

  public Map<String, String> spoken() {
    var spoken = new LinkedHashMap<String, String>();
    for (int i = 1; i <= 5; i++) {
      spoken.put(Integer.toString(i), NeedWords.spoken(i) + (i < 5 ? " or better" : ""));
    }
    return spoken;
  }
}
