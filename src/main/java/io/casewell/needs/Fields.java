package io.casewell.needs;

import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object. What is wrong is noted at the field's path, and reading goes
 * on with a harmless value, so that everything wrong is told at once.
 */
final class Fields {
  static final int LIST_MAX = 50;
  static final int PARTIES_MAX = 200;

  private final JsonNode object;
  private final String prefix;
  private final Problems problems;

  Fields(JsonNode object, String prefix, Problems problems) {
    this.object = object;
    this.prefix = prefix;
    this.problems = problems;
  }

  String path(String name) {
    return prefix + name;
  }

  void problem(String name, String sentence) {
    problems.add(path(name), sentence);
  }

  boolean absent(String name) {
    var node = object.path(name);
    return node.isMissingNode() || node.isNull();
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  /** Text of 1 to this many characters. */
  String text(String name, int most, String missing) {
    if (absent(name)) {
      problem(name, missing);
      return "";
    }
    return text(object.path(name), path(name), most, missing, problems);
  }

  static String text(JsonNode node, String path, int most, String missing, Problems problems) {
    if (!node.isString()) {
      problems.add(path, "This must be text.");
      return "";
    }
    var text = Form.clean(path, node.stringValue(), problems);
    if (text.codePoints().allMatch(Fields::invisible)) {
      problems.add(path, missing);
    } else if (text.codePointCount(0, text.length()) > most) {
      problems.add(path, "Please keep this to at most " + most + " characters.");
    }
    return text;
  }

  private static boolean invisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** A whole number within bounds; the least of them where it is missing or wrong. */
  int whole(String name, int least, int most, String what) {
    var number = wholeOrNull(name, least, most, what);
    if (number == null && absent(name)) {
      problem(name, "%s is needed, a whole number from %,d to %,d.".formatted(what, least, most));
    }
    return number == null ? least : number;
  }

  /** A whole number within bounds, or null where it is missing or wrong. */
  @Nullable Integer wholeOrNull(String name, int least, int most, String what) {
    if (absent(name)) {
      return null;
    }
    var node = object.path(name);
    boolean fits =
        node.isIntegralNumber()
            && node.canConvertToInt()
            && node.intValue() >= least
            && node.intValue() <= most;
    if (!fits) {
      problem(name, "%s must be a whole number from %,d to %,d.".formatted(what, least, most));
      return null;
    }
    return node.intValue();
  }

  /** The items of a list; none where it is missing or no list. */
  List<JsonNode> list(String name, int most) {
    if (absent(name)) {
      return List.of();
    }
    return items(object.path(name), path(name), most, problems);
  }

  static List<JsonNode> items(JsonNode node, String path, int most, Problems problems) {
    if (!node.isArray()) {
      problems.add(path, "This must be a list.");
      return List.of();
    }
    if (node.size() > most) {
      problems.add(path, "At most %d entries fit here.".formatted(most));
      return List.of();
    }
    return List.copyOf(node.values());
  }

  /** A list of known codes, none twice. */
  List<String> codes(String name, Predicate<String> known, String what) {
    return codes(list(name, LIST_MAX), path(name), known, what, problems);
  }

  static List<String> codes(
      List<JsonNode> items, String path, Predicate<String> known, String what, Problems problems) {
    var seen = new HashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      code(items.get(i), path + "[" + i + "]", known, what, seen, problems);
    }
    return items.stream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }

  /** One known code that was not seen before. */
  static String code(
      JsonNode node,
      String path,
      Predicate<String> known,
      String what,
      Set<String> seen,
      Problems problems) {
    if (!node.isString() || !known.test(node.stringValue())) {
      problems.add(path, "We do not know this " + what + ".");
      return "";
    }
    if (!seen.add(node.stringValue())) {
      problems.add(path, "This " + what + " stands here twice.");
    }
    return node.stringValue();
  }

  /** The objects of a list, each to be read by its own {@link Fields}. */
  List<Fields> objects(String name) {
    var items = list(name, LIST_MAX);
    var all = new java.util.ArrayList<Fields>();
    for (int i = 0; i < items.size(); i++) {
      var at = path(name) + "[" + i + "]";
      if (items.get(i).isObject()) {
        all.add(new Fields(items.get(i), at + ".", problems));
      } else {
        problems.add(at, "This must be an object.");
      }
    }
    return all;
  }

  /** A known code in a field of its own. */
  String code(String name, Predicate<String> known, String what, Set<String> seen) {
    if (absent(name)) {
      problem(name, "Name the " + what + ".");
      return "";
    }
    return code(object.path(name), path(name), known, what, seen, problems);
  }
}
