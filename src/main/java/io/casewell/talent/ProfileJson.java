package io.casewell.talent;

import io.casewell.catalogue.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of a profile. Readers take any version: what they do not know they skip. */
final class ProfileJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int VERSION = 1;

  private ProfileJson() {}

  static String write(Profile profile) {
    var object = new LinkedHashMap<String, Object>();
    object.put("v", VERSION);
    object.put("roles", profile.roles().stream().map(Role::code).toList());
    object.put("skills", profile.skills());
    object.put("software", profile.software());
    object.put("jurisdictions", profile.jurisdictions());
    object.put("practiceAreas", profile.practiceAreas());
    object.put("languages", profile.languages());
    object.put("yearsExperience", profile.yearsExperience());
    return JSON.writeValueAsString(object);
  }

  static Profile read(String json) {
    var node = JSON.readTree(json);
    return new Profile(
        each(node, "roles", role -> Role.of(role.asString()).orElseThrow()),
        each(
            node,
            "skills",
            skill ->
                new Profile.HeldSkill(
                    skill.path("skill").asString(),
                    skill.path("level").asInt(),
                    skill.path("verified").asBoolean(false))),
        each(node, "software", JsonNode::asString),
        each(node, "jurisdictions", JsonNode::asString),
        each(
            node,
            "practiceAreas",
            area ->
                new Profile.AreaYears(area.path("area").asString(), area.path("years").asInt())),
        each(
            node,
            "languages",
            spoken ->
                new Profile.Spoken(spoken.path("code").asString(), spoken.path("level").asInt())),
        node.path("yearsExperience").asInt(0));
  }

  private static <T> List<T> each(JsonNode node, String field, Function<JsonNode, T> reading) {
    var all = new ArrayList<T>();
    for (var element : node.path(field)) {
      all.add(reading.apply(element));
    }
    return all;
  }
}
