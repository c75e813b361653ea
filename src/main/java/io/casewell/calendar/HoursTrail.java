package io.casewell.calendar;

import io.casewell.platform.TrailWords;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to a professional's weekly hours, in words. */
@Component
class HoursTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("staff", "Professional", "account", "Account");
  }

  @Override
  public Optional<Said> say(Step step) {
    var name = step.after().path("name").asString(step.before().path("name").asString(""));
    return switch (step.what()) {
      case "hours changed" -> TrailWords.said("changed " + changes(step) + ".", "clock");
      case "dates changed" -> TrailWords.said("changed the hours of a day.", "calendar");
      case "time off taken" -> TrailWords.said("took days off.", "calendar");
      case "time off ended" -> TrailWords.said("works on days that were off.", "calendar");
      case "travel noted" -> TrailWords.said("noted a journey.", "calendar");
      case "travel ended" -> TrailWords.said("removed a journey.", "calendar");
      case "holidays chosen" -> TrailWords.said("chose which public holidays to keep.", "calendar");
      case "calendar added" -> TrailWords.said("linked the calendar “" + name + "”.", "calendar");
      case "calendar removed" -> TrailWords.said("removed the calendar “" + name + "”.", "trash");
      case "feed renewed" -> TrailWords.said("made a new private calendar address.", "key");
      default -> Optional.empty();
    };
  }

  private static String changes(Step step) {
    var changed = new ArrayList<String>();
    if (!step.before().path("rows").equals(step.after().path("rows"))) {
      changed.add("the weekly hours");
    }
    var zone = step.after().path("zone").asString("");
    if (!step.before().path("zone").asString(zone).equals(zone)) {
      changed.add("the time zone to " + zone);
    }
    int capacity = step.after().path("capacityHours").asInt(0);
    if (step.before().path("capacityHours").asInt(capacity) != capacity) {
      changed.add("the most hours a week to " + capacity);
    }
    int elsewhere = step.after().path("committedElsewhereHours").asInt(0);
    if (step.before().path("committedElsewhereHours").asInt(elsewhere) != elsewhere) {
      changed.add("the hours promised elsewhere to " + elsewhere);
    }
    return changed.isEmpty() ? "the weekly hours" : String.join(", ", changed);
  }
}
