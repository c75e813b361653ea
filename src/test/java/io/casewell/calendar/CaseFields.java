package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object of a case, read name by name; what nobody asked for was not understood. */
final class CaseFields {
  private final String where;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  CaseFields(String where, JsonNode node) {
    if (!node.isObject()) {
      throw new AssertionError(where + " is no object: " + node);
    }
    this.where = where;
    this.node = node;
  }

  /** The value under the first of these names that is there and not null. */
  Optional<JsonNode> find(String... names) {
    for (var name : names) {
      read.add(name);
    }
    for (var name : names) {
      var found = node.get(name);
      if (found != null && !found.isNull()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  boolean has(String name) {
    return node.has(name);
  }

  JsonNode get(String... names) {
    return find(names).orElseThrow(() -> new AssertionError(where + " has no " + names[0]));
  }

  int number(int otherwise, String... names) {
    return find(names).map(CaseFields::number).orElse(otherwise);
  }

  boolean flag(boolean otherwise, String... names) {
    return find(names).map(JsonNode::asBoolean).orElse(otherwise);
  }

  Optional<Instant> instant(String... names) {
    return find(names).map(CaseFields::instant);
  }

  Optional<LocalDate> date(String... names) {
    return find(names).map(CaseFields::date);
  }

  Optional<ZoneId> zone(String... names) {
    return find(names).map(zone -> ZoneId.of(zone.asString()));
  }

  CaseFields object(String name) {
    return new CaseFields(where + "." + name, get(name));
  }

  Optional<CaseFields> objectIf(String... names) {
    return find(names).map(found -> new CaseFields(where + "." + names[0], found));
  }

  List<JsonNode> list(String... names) {
    return find(names).map(CaseFields::items).orElse(List.of());
  }

  List<CaseFields> objects(String... names) {
    return list(names).stream().map(item -> new CaseFields(where + "." + names[0], item)).toList();
  }

  /** Fails where there is something nobody asked for. */
  void done() {
    var left = new ArrayList<>(node.propertyNames());
    left.removeAll(read);
    if (!left.isEmpty()) {
      throw new AssertionError(where + " has fields that are not understood: " + left);
    }
  }

  static List<JsonNode> items(JsonNode array) {
    var items = new ArrayList<JsonNode>();
    array.forEach(items::add);
    return items;
  }

  static int number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      throw new AssertionError("no whole number: " + node);
    }
    return node.asInt();
  }

  static Instant instant(JsonNode node) {
    return OffsetDateTime.parse(node.asString()).toInstant();
  }

  static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.asString());
  }

  static String word(JsonNode node) {
    return node.asString().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Minutes of the day; "24:00" ends it. */
  static int minute(JsonNode node) {
    return HoursText.minute(node.asString())
        .orElseThrow(() -> new AssertionError("no wall clock: " + node));
  }
}
