package io.casewell.operations;

import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and notes what is wrong at each, so that a line is answered
 * with all of its problems at once. What cannot be read comes out as something harmless; the line
 * is rejected anyway.
 */
final class Fields {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final JsonNode node;
  private final String path;
  private final Problems problems;

  Fields(JsonNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  private String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  void problem(String field, String sentence) {
    problems.add(at(field), sentence);
  }

  private boolean missing(String field) {
    return node.path(field).isMissingNode() || node.path(field).isNull();
  }

  /** A text that must be there. */
  String text(String field, int max) {
    if (missing(field)) {
      problem(field, "This is missing.");
      return "";
    }
    var text = optionalText(field, max);
    if (text.isEmpty()) {
      problem(field, "This is empty.");
    }
    return text;
  }

  /** A text that may be missing, in NFC and trimmed. */
  String optionalText(String field, int max) {
    return missing(field) ? "" : text(node.path(field), at(field), max);
  }

  private String text(JsonNode value, String at, int max) {
    if (!value.isString()) {
      problems.add(at, "This must be a text.");
      return "";
    }
    var text = Form.clean(at, value.asString(), problems);
    if (text.codePointCount(0, text.length()) > max) {
      problems.add(at, "This may have at most " + max + " characters.");
      return "";
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      problems.add(at, "This may not hold line breaks or control characters.");
      return "";
    }
    return text;
  }

  /** A code that must be one the catalogue knows. */
  String code(String field, Predicate<String> known, String kind) {
    var code = text(field, 100);
    if (!code.isEmpty() && !known.test(code)) {
      problem(field, "There is no " + kind + " “" + code + "” in the catalogue.");
    }
    return code;
  }

  /** A whole number that must be there and lie between these. */
  int number(String field, int min, int max) {
    if (missing(field)) {
      problem(field, "This is missing.");
      return min;
    }
    return number(field, min, max, min);
  }

  /** A whole number that may be missing. */
  int number(String field, int min, int max, int otherwise) {
    if (missing(field)) {
      return otherwise;
    }
    var value = node.path(field);
    if (!value.isIntegralNumber()) {
      problem(field, "This must be a whole number.");
      return otherwise;
    }
    if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
      problem(field, "This must lie between " + min + " and " + max + ".");
      return otherwise;
    }
    return value.intValue();
  }

  /** Yes or no; no when missing. */
  boolean flag(String field) {
    if (missing(field)) {
      return false;
    }
    if (!node.path(field).isBoolean()) {
      problem(field, "This must be true or false.");
    }
    return node.path(field).asBoolean(false);
  }

  /** A date as {@code 2028-05-31}, or null when missing. */
  @Nullable LocalDate date(String field) {
    var text = optionalText(field, 10);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var date = LocalDate.parse(text);
      if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
        problem(field, "This date is too far away to be meant.");
        return null;
      }
      return date;
    } catch (DateTimeParseException _) {
      problem(field, "This must be a date of the calendar such as 2028-05-31.");
      return null;
    }
  }

  /** A list of texts, none twice. */
  List<String> texts(String field, int most, int max) {
    return once(field, list(field, most, (value, at) -> text(value, at, max)), text -> text);
  }

  /** A list of codes the catalogue knows, none twice. */
  List<String> codes(String field, int most, Predicate<String> known, String kind) {
    var all = texts(field, most, 100);
    for (int i = 0; i < all.size(); i++) {
      var code = all.get(i);
      if (!code.isEmpty() && !known.test(code)) {
        problem(field + "[" + i + "]", "There is no " + kind + " “" + code + "” in the catalogue.");
      }
    }
    return all;
  }

  /** A list of objects; what {@code same} tells of each may stand only once. */
  <T> List<T> objects(
      String field, int most, Function<Fields, @Nullable T> reading, Function<T, ?> same) {
    var all =
        list(
            field,
            most,
            (value, at) -> {
              if (!value.isObject()) {
                problems.add(at, "This must be an object.");
                return null;
              }
              return reading.apply(new Fields(value, at, problems));
            });
    return once(field, all, same);
  }

  /** The object in this field, or null when missing. */
  @Nullable Fields object(String field) {
    if (missing(field)) {
      return null;
    }
    if (!node.path(field).isObject()) {
      problem(field, "This must be an object.");
      return null;
    }
    return new Fields(node.path(field), at(field), problems);
  }

  private interface Reading<T> {
    @Nullable T of(JsonNode value, String at);
  }

  private <T> List<T> list(String field, int most, Reading<T> reading) {
    var all = new ArrayList<T>();
    if (missing(field)) {
      return all;
    }
    var array = node.path(field);
    if (!array.isArray()) {
      problem(field, "This must be a list.");
      return all;
    }
    if (array.size() > most) {
      problem(field, "This may have at most " + most + " entries.");
      return all;
    }
    for (int i = 0; i < array.size(); i++) {
      var read = reading.of(array.get(i), at(field) + "[" + i + "]");
      if (read != null) {
        all.add(read);
      }
    }
    return all;
  }

  private <T> List<T> once(String field, List<T> all, Function<T, ?> same) {
    var seen = new HashSet<Object>();
    for (var one : all) {
      var key = same.apply(one);
      if (key != null && !seen.add(key)) {
        problem(field, "The same entry stands here twice.");
      }
    }
    return all;
  }
}
