package io.casewell.platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two trees, field by field, for a person to read. */
public final class Difference {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEEPEST = 3;

  private Difference() {}

  /**
   * One field that differs.
   *
   * @param field its name in words; inner ones follow after a dash
   * @param before what it was, or empty
   * @param after what it is, or empty
   */
  public record Line(String field, String before, String after) {
    /** Whether it came, went or changed, as a word. */
    public String change() {
      return before.isEmpty() ? "Added" : after.isEmpty() ? "Removed" : "Changed";
    }
  }

  /** The fields that differ, in the order of the trees. */
  public static List<Line> of(JsonNode before, JsonNode after) {
    var lines = new ArrayList<Line>();
    compare("", opened(before), opened(after), 0, lines);
    return lines;
  }

  private static void compare(
      String path, JsonNode before, JsonNode after, int depth, List<Line> lines) {
    if (before.equals(after)) {
      return;
    }
    boolean objects = (before.isObject() || empty(before)) && (after.isObject() || empty(after));
    if (objects && depth < DEEPEST && (before.isObject() || after.isObject())) {
      var names = new LinkedHashSet<String>();
      before.properties().forEach(field -> names.add(field.getKey()));
      after.properties().forEach(field -> names.add(field.getKey()));
      for (var name : names) {
        var inner = path.isEmpty() ? FieldWords.of(name) : path + " – " + FieldWords.of(name);
        compare(inner, opened(before.path(name)), opened(after.path(name)), depth + 1, lines);
      }
      return;
    }
    lines.add(new Line(path.isEmpty() ? "All" : path, text(before), text(after)));
  }

  private static boolean empty(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  /** A tree kept as text inside a tree is read as the tree it is. */
  private static JsonNode opened(JsonNode node) {
    if (!node.isString()) {
      return node;
    }
    var text = node.asString();
    if (!text.startsWith("{")) {
      return node;
    }
    try {
      return JSON.readTree(text);
    } catch (tools.jackson.core.JacksonException _) {
      return node;
    }
  }

  private static String text(JsonNode node) {
    if (empty(node)) {
      return "";
    }
    if (node.isString()) {
      return node.asString();
    }
    if (node.isBoolean()) {
      return node.booleanValue() ? "yes" : "no";
    }
    if (node.isArray()) {
      var parts = new ArrayList<String>();
      node.forEach(element -> parts.add(text(element)));
      return parts.isEmpty() ? "none" : String.join("; ", parts);
    }
    if (node.isObject()) {
      var parts = new ArrayList<String>();
      node.properties()
          .forEach(
              field -> parts.add(FieldWords.of(field.getKey()) + " " + text(field.getValue())));
      return String.join(", ", parts);
    }
    return node.asString();
  }
}
