package io.casewell.demos;

import io.casewell.platform.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads prospects from a list as spreadsheets write it (RFC 4180), with a head line. */
final class LeadFile {
  static final int LINES_MOST = 1000;
  private static final List<String> KNOWN =
      List.of("name", "email", "firm", "phone", "zone", "note");

  private LeadFile() {}

  /** The prospects in it; problems stand at {@code line 3, email} and the like. */
  static List<KeepLead.Written> read(String text, Problems problems) {
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var rows = rows(plain, separator(plain));
    if (rows.isEmpty()) {
      problems.add("list", "Paste the list with its head line: name, email, firm, phone, note.");
      return List.of();
    }
    var head = rows.getFirst().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    if (!head.contains("name") || !head.contains("email")) {
      problems.add("list", "The head line must name the columns name and email at least.");
      return List.of();
    }
    if (rows.size() > LINES_MOST + 1) {
      problems.add("list", "At most 1,000 lines at once, please.");
      return List.of();
    }
    var all = new ArrayList<KeepLead.Written>();
    for (int i = 1; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      var at = new Problems();
      var cells = KNOWN.stream().map(name -> cell(row, head.indexOf(name))).toList();
      all.add(
          KeepLead.Written.read(
              cells.get(0),
              cells.get(1),
              cells.get(2),
              cells.get(3),
              cells.get(4),
              cells.get(5),
              at));
      int line = i + 1;
      at.byField()
          .forEach((field, sentence) -> problems.add("line " + line + ", " + field, sentence));
    }
    return all;
  }

  private static String cell(List<String> row, int column) {
    var cell = column < 0 || column >= row.size() ? "" : row.get(column).strip();
    // our own files mark what a spreadsheet would run
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** What stands between the cells: the head line says it, and it may then stand in a cell. */
  private static char separator(String text) {
    for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (",;\t".indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i);
      }
    }
    return ',';
  }

  private static List<List<String>> rows(String text, char separator) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(List.copyOf(row));
    }
    return rows;
  }
}
