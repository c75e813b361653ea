package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Shelf;
import io.casewell.platform.TrailWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a professional's profile and certifications, in words. */
@Component
class StaffTrail implements TrailWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROFILE = "profile changed: ";

  private final Catalogue catalogue;

  StaffTrail(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, String> kinds() {
    return Map.of(
        "staff", "Professional", "credential", "Certification", "skill sample", "Sample of work");
  }

  @Override
  public Optional<Said> say(Step step) {
    if (step.what().startsWith(PROFILE)) {
      return TrailWords.said(profile(step), "user");
    }
    var code = text(step.after(), "code", text(step.before(), "code", ""));
    var credential = catalogue.credentials().name(code);
    return switch (step.what()) {
      case "credential added" ->
          TrailWords.said("added the certification " + credential + ".", "shield");
      case "credential changed" ->
          TrailWords.said("changed the certification " + credential + ".", "shield");
      case "credential removed" ->
          TrailWords.said("removed the certification " + credential + ".", "trash");
      case "document submitted" ->
          TrailWords.said("sent a document for " + credential + ".", "upload");
      case "verified" -> TrailWords.said("verified " + credential + ".", "shield");
      case "rejected" ->
          TrailWords.said(
              "could not verify " + credential + ": " + text(step.after(), "reason", ""), "x");
      case "second look asked for" ->
          TrailWords.said("had somebody else look at " + credential + " too.", "search");
      case "expired" -> TrailWords.said("saw " + credential + " end.", "clock");
      case "skill confirmed" ->
          TrailWords.said(
              "confirmed " + skill(step) + " at level " + step.after().path("level").asInt(0) + ".",
              "shield");
      case "skill not confirmed" -> TrailWords.said("could not confirm " + skill(step) + ".", "x");
      case "duty declared" -> TrailWords.said("declared the duty " + credential + ".", "file");
      case "hidden before deletion" -> TrailWords.said("hid the profile before leaving.", "x");
      case "shown again" -> TrailWords.said("showed the profile again.", "check");
      default -> Optional.empty();
    };
  }

  private String skill(Step step) {
    return catalogue.skills().name(text(step.before(), "skill", text(step.after(), "skill", "")));
  }

  private String profile(Step step) {
    var before = profileIn(step.before());
    var after = profileIn(step.after());
    var section = step.what().substring(PROFILE.length());
    return switch (section) {
      case "skills" ->
          "changed the skills: "
              + differences(
                  levels(before, "skills", "skill", "level"),
                  levels(after, "skills", "skill", "level"),
                  catalogue.skills(),
                  "level ")
              + ".";
      case "software" -> named("the software", "software", before, after, catalogue.software());
      case "jurisdictions" ->
          named("the jurisdictions", "jurisdictions", before, after, catalogue.jurisdictions());
      case "practice-areas" ->
          "changed the practice areas: "
              + differences(
                  levels(before, "practiceAreas", "area", "years"),
                  levels(after, "practiceAreas", "area", "years"),
                  catalogue.practiceAreas(),
                  "years ")
              + ".";
      case "languages" ->
          "changed the languages: "
              + differences(
                  levels(before, "languages", "code", "level"),
                  levels(after, "languages", "code", "level"),
                  catalogue.languages(),
                  "level ")
              + ".";
      case "about" -> about(step, before, after);
      default -> "changed the profile.";
    };
  }

  private static String about(Step step, JsonNode before, JsonNode after) {
    var changed = new ArrayList<String>();
    if (!text(step.before(), "name", "").equals(text(step.after(), "name", ""))) {
      changed.add("the name");
    }
    var status = text(step.after(), "status", "");
    if (!text(step.before(), "status", "").equals(status)) {
      changed.add("the status to " + status);
    }
    if (!before.path("roles").equals(after.path("roles"))) {
      changed.add("the roles offered");
    }
    if (!before.path("yearsExperience").equals(after.path("yearsExperience"))) {
      changed.add("the years of experience to " + after.path("yearsExperience").asInt(0));
    }
    return changed.isEmpty() ? "saved the profile." : "changed " + String.join(", ", changed) + ".";
  }

  private static String named(
      String what, String field, JsonNode before, JsonNode after, Shelf<? extends Entry> shelf) {
    Function<JsonNode, Map<String, Integer>> held =
        node -> {
          var all = new LinkedHashMap<String, Integer>();
          node.path(field).forEach(code -> all.put(code.asString(), 0));
          return all;
        };
    return "changed "
        + what
        + ": "
        + differences(held.apply(before), held.apply(after), shelf, "")
        + ".";
  }

  private static Map<String, Integer> levels(
      JsonNode profile, String field, String code, String number) {
    var all = new LinkedHashMap<String, Integer>();
    profile
        .path(field)
        .forEach(held -> all.put(held.path(code).asString(""), held.path(number).asInt(0)));
    return all;
  }

  private static String differences(
      Map<String, Integer> before,
      Map<String, Integer> after,
      Shelf<? extends Entry> shelf,
      String unit) {
    List<String> said = new ArrayList<>();
    after.forEach((code, level) -> {
      var was = before.get(code);
      if (was == null) {
        said.add("added " + shelf.name(code));
      } else if (!was.equals(level)) {
        said.add("%s from %s%d to %d".formatted(shelf.name(code), unit, was, level));
      }
    });
    before.keySet().stream()
        .filter(code -> !after.containsKey(code))
        .forEach(code -> said.add("removed " + shelf.name(code)));
    return said.isEmpty() ? "their order" : String.join(", ", said);
  }

  /** The profile on one side; it is kept as text. */
  private static JsonNode profileIn(JsonNode side) {
    var profile = side.path("profile");
    return profile.isString() ? JSON.readTree(profile.asString()) : profile;
  }

  private static String text(JsonNode side, String field, String otherwise) {
    return side.path(field).asString(otherwise);
  }
}
