package io.casewell.firms;

import io.casewell.platform.PartyNames;
import io.casewell.platform.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads names for conflict checks: one a line as typed, or a CSV file (RFC 4180) whose first column
 * is the name and whose second, where there is one, says client or adverse.
 */
final class PartyLines {
  /** The most names taken at once. */
  static final int MOST = 5_000;

  private static final int LONGEST = 300;
  private static final Set<String> HEADS = Set.of("name", "party", "party name", "names");

  private PartyLines() {}

  /** What was read, each name once, and how many lines were blank or could not be compared. */
  record Read(List<PartyName> names, int leftOut) {}

  /** One name a line, all of this side. */
  static Read typed(String text, String side, Problems problems) {
    var rows = text.lines().map(line -> List.of(line.strip())).toList();
    return read(rows, side, "names", problems);
  }

  /** The lines of a CSV file; {@code side} counts where a line names none. */
  static Read csv(String text, String side, Problems problems) {
    return read(rows(text), side, "file", problems);
  }

  private static Read read(List<List<String>> rows, String side, String field, Problems problems) {
    var names = new LinkedHashSet<PartyName>();
    int leftOut = 0;
    boolean first = true;
    for (var row : rows) {
      var name = row.getFirst().strip();
      boolean head = first && HEADS.contains(name.toLowerCase(Locale.ROOT));
      first = false;
      if (head || name.isEmpty()) {
        continue;
      }
      if (name.length() > LONGEST
          || name.chars().anyMatch(Character::isISOControl)
          || PartyNames.normalise(name).isEmpty()) {
        leftOut++;
        continue;
      }
      names.add(new PartyName(sideOf(row, side), name));
    }
    if (names.size() > MOST) {
      problems.add(field, "That is more than 5,000 names. Split them and add one part at a time.");
    } else if (names.isEmpty()) {
      problems.add(
          field,
          leftOut == 0
              ? "Give at least one name."
              : "None of these lines holds a name of letters or numbers, up to 300 of them.");
    }
    return new Read(List.copyOf(names), leftOut);
  }

  private static String sideOf(List<String> row, String otherwise) {
    if (row.size() < 2) {
      return otherwise;
    }
    var word = row.get(1).strip().toLowerCase(Locale.ROOT);
    if (word.startsWith("adverse") || word.startsWith("oppos") || word.startsWith("other")) {
      return "adverse";
    }
    return word.startsWith("client") || word.startsWith("own") ? "client" : otherwise;
  }

  /** The rows of a CSV text: quotes may hold commas, line breaks and doubled quotes. */
  static List<List<String>> rows(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (quoted) {
        boolean doubled = c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',' || c == ';' || c == '\t') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' || c == '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else {
        cell.append(c);
      }
    }
    row.add(cell.toString());
    rows.add(List.copyOf(row));
    return rows;
  }
}
