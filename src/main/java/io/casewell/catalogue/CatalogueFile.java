package io.casewell.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the catalogue into its records. */
final class CatalogueFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode root = read("catalogue.json");
  private final JsonNode model = read("advisor-model.json");
  private final JsonNode duties = read("duties.json");

  /** Our own words for what firms write. */
  final JsonNode phrases = read("phrases.json");

  private static JsonNode read(String file) {
    try (var in = new ClassPathResource("catalogue/" + file).getInputStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String version() {
    return root.get("meta").get("version").asString();
  }

  String modelVersion() {
    return model.get("version").asString();
  }

  List<Skill> skills() {
    return each(
        root.get("skills"),
        node -> {
          var affinity = node.get("role_affinity");
          return new Skill(
              text(node, "slug"),
              text(node, "name"),
              text(node, "category"),
              roles(text(affinity, "primary")),
              hundredths(affinity.get("paralegal")),
              hundredths(affinity.get("case_manager")),
              texts(node.get("synonyms")),
              texts(node.get("seed_duties")));
        });
  }

  List<Software> software() {
    return each(
        root.get("software"),
        node ->
            new Software(
                text(node, "slug"),
                text(node, "name"),
                text(node, "vendor"),
                text(node, "category"),
                with(texts(node.get("synonyms")), "software", text(node, "slug"))));
  }

  List<Credential> credentials() {
    return each(
        root.get("certifications"),
        node ->
            new Credential(
                text(node, "code"),
                text(node, "name"),
                text(node, "issuer"),
                roles(text(node, "role")),
                text(node, "kind"),
                node.path("renewal_years").isNumber() ? node.get("renewal_years").asInt() : null,
                node.path("jurisdiction").isString() ? text(node, "jurisdiction") : null,
                text(node, "status").equals("active"),
                node.path("note").isString() ? text(node, "note") : null,
                with(List.of(), "credentials", text(node, "code")),
                renewal(node),
                text(node, "source"),
                text(node, "confidence")));
  }

  private static Credential.Renewal renewal(JsonNode node) {
    return new Credential.Renewal(
        number(node, "cle_cycle_years"),
        number(node, "cle_hours"),
        number(node, "cle_ethics_hours"),
        text(node, "cle_unit"));
  }

  private static @Nullable Integer number(JsonNode node, String field) {
    return node.path(field).isNumber() ? node.get(field).asInt() : null;
  }

  List<PracticeArea> practiceAreas() {
    return each(
        root.get("practice_areas"),
        node ->
            new PracticeArea(
                text(node, "slug"),
                text(node, "name"),
                with(List.of(), "practice_areas", text(node, "slug"))));
  }

  List<Jurisdiction> jurisdictions() {
    return each(
        root.get("jurisdictions"),
        node -> {
          var zones = new ArrayList<ZoneId>();
          if (node.path("principal_tz").isString()) {
            zones.add(ZoneId.of(text(node, "principal_tz")));
          }
          texts(node.get("other_tz")).forEach(zone -> zones.add(ZoneId.of(zone)));
          return new Jurisdiction(
              text(node, "code"),
              text(node, "code").equals("US") ? "Federal" : text(node, "name"),
              List.copyOf(zones),
              with(List.of(), "jurisdictions", text(node, "code")));
        });
  }

  List<Language> languages() {
    return each(
        root.get("languages"),
        node ->
            new Language(
                text(node, "code"),
                text(node, "name"),
                with(List.of(), "languages", text(node, "code"))));
  }

  List<Task> tasks() {
    return each(
        model.get("tasks"),
        node ->
            new Task(
                text(node, "id"),
                afterColon(text(node, "question")),
                node.get("hours_max").asInt(),
                hundredths(node.get("paralegal_share")),
                texts(node.get("seed_duties"))));
  }

  Map<String, Duty> duties() {
    var all = new LinkedHashMap<String, Duty>();
    duties
        .get("duties")
        .properties()
        .forEach(duty ->
            all.put(
                duty.getKey(),
                new Duty(
                    duty.getKey(),
                    Role.of(text(duty.getValue(), "role")).orElseThrow(),
                    text(duty.getValue(), "kind"),
                    text(duty.getValue(), "title"),
                    text(duty.getValue(), "sentence"))));
    return all;
  }

  /** Phrase → the codes it may mean, where there is more than one. */
  Map<String, List<String>> ambiguous() {
    var all = new LinkedHashMap<String, List<String>>();
    root.get("ambiguous_synonyms")
        .properties()
        .forEach(entry -> all.put(Words.plain(entry.getKey()), texts(entry.getValue())));
    return all;
  }

  /** Other titles of each role. */
  Map<String, List<String>> titles() {
    var all = new LinkedHashMap<String, List<String>>();
    for (var role : root.get("roles")) {
      var titles = new ArrayList<>(texts(role.get("alternate_titles")));
      titles.addAll(texts(phrases.get("titles").get(text(role, "code"))));
      all.put(text(role, "code"), titles);
    }
    return all;
  }

  private List<String> with(List<String> synonyms, String kind, String code) {
    var all = new LinkedHashSet<>(synonyms);
    all.addAll(texts(phrases.get(kind).path(code)));
    return List.copyOf(all);
  }

  private static String afterColon(String question) {
    return question.substring(question.indexOf(':') + 1).strip();
  }

  private static Set<Role> roles(String code) {
    return Role.of(code)
        .<Set<Role>>map(role -> Set.copyOf(EnumSet.of(role)))
        .orElseGet(() -> Set.copyOf(EnumSet.allOf(Role.class)));
  }

  private static int hundredths(JsonNode node) {
    return new BigDecimal(node.asString()).movePointRight(2).intValueExact();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  static List<String> texts(JsonNode array) {
    var all = new ArrayList<String>();
    for (var node : array) {
      all.add(node.asString());
    }
    return List.copyOf(all);
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
    var all = new ArrayList<T>();
    for (var node : array) {
      all.add(reading.apply(node));
    }
    return List.copyOf(all);
  }
}
