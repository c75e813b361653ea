package io.casewell.needs;

import io.casewell.platform.TrailWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What happened to a need, in words. */
@Component
class NeedTrail implements TrailWords {
  private static final Map<String, String> FIELDS = fields();

  @Override
  public Map<String, String> kinds() {
    return Map.of("need", "Need", "need draft", "Draft of a need");
  }

  @Override
  public Optional<Said> say(Step step) {
    return switch (step.what()) {
      case "posted" -> TrailWords.said("posted it.", "check");
      case "drafted" -> TrailWords.said("saved it as a draft.", "edit");
      case "paused" -> TrailWords.said("paused the search.", "clock");
      case "opened" -> TrailWords.said("opened the search again.", "check");
      case "closed" ->
          TrailWords.said("closed it: " + step.after().path("reason").asString(""), "x");
      case "changed" ->
          TrailWords.said("changed " + changes(step.before(), step.after()) + ".", "edit");
      case "assigned" ->
          TrailWords.said(
              "asked " + step.after().path("to").asString("") + " to look after it.", "user");
      case "no longer assigned" -> TrailWords.said("asked nobody in particular any more.", "user");
      case "note written" ->
          TrailWords.said("wrote a note about " + about(step.after()) + ".", "file");
      case "note removed" ->
          TrailWords.said("removed a note about " + about(step.before()) + ".", "file");
      case "draft begun" -> TrailWords.said("began to write it.", "edit");
      case "draft removed" -> TrailWords.said("threw the draft away.", "x");
      default -> Optional.empty();
    };
  }

  private static String about(JsonNode side) {
    return side.path("about").asString("somebody");
  }

  private static String changes(JsonNode was, JsonNode now) {
    var changed = new ArrayList<String>();
    FIELDS.forEach((field, words) -> {
      var before = was.path(field);
      var after = now.path(field);
      if (before.isMissingNode() && after.isMissingNode()) {
        return;
      }
      boolean plain = before.isIntegralNumber() && after.isIntegralNumber();
      changed.add(
          plain && !field.endsWith("Cents")
              ? "%s from %d to %d".formatted(words, before.longValue(), after.longValue())
              : words);
    });
    return changed.isEmpty() ? "the parties" : String.join(", ", changed);
  }

  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("title", "the title");
    fields.put("role", "the role");
    fields.put("seats", "the number of people");
    fields.put("hoursPerWeek", "the hours a week");
    fields.put("mustSkills", "the must-have skills");
    fields.put("niceSkills", "the nice-to-have skills");
    fields.put("mustSoftware", "the required software");
    fields.put("niceSoftware", "the preferred software");
    fields.put("credentials", "the credentials");
    fields.put("jurisdictions", "the jurisdictions");
    fields.put("practiceAreas", "the practice areas");
    fields.put("languages", "the languages");
    fields.put("window", "the working window");
    fields.put("minOverlapMinutes", "the minimum overlap in minutes");
    fields.put("rateCapCents", "the rate cap");
    fields.put("startDate", "the first day");
    fields.put("weeks", "the weeks");
    return fields;
  }
}
