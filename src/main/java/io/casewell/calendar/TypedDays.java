package io.casewell.calendar;

import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the forms of the availability page.
 *
 * @param date the date that is edited, or empty
 * @param windows its pieces, as typed or as kept; always a few lines
 */
public record TypedDays(String date, List<Window> windows, Map<String, String> texts) {
  static final int LINES = 4;

  /** One line of a date's own hours. */
  public record Window(String start, String end) {}

  /** The text of a field. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  static TypedDays of(Form form, List<DateOverride> kept) {
    var windows = new ArrayList<Window>();
    var date = form.text("date");
    if (form.has("start")) {
      for (int i = 0; i < LINES; i++) {
        windows.add(new Window(at(form, "start", i), at(form, "end", i)));
      }
    } else {
      kept.stream()
          .filter(override -> override.date().toString().equals(date))
          .flatMap(override -> override.windows().stream())
          .forEach(span ->
              windows.add(
                  new Window(
                      HoursText.clock(span.start()), HoursText.clock(span.end() % Span.DAY))));
    }
    while (windows.size() < LINES) {
      windows.add(new Window("", ""));
    }
    var texts = new LinkedHashMap<String, String>();
    for (var field :
        List.of(
            "offFrom", "offTo", "reason", "cover", "coverName", "tripFrom", "tripTo", "tripZone")) {
      texts.put(field, form.text(field));
    }
    return new TypedDays(date, windows, texts);
  }

  private static String at(Form form, String column, int i) {
    var all = form.column(column);
    return i < all.size() ? all.get(i) : "";
  }

  /** The pieces that were typed; at least one. */
  static List<Span> windows(Form form, Problems problems) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < LINES; i++) {
      var start = at(form, "start", i);
      var end = at(form, "end", i);
      if (start.isEmpty() && end.isEmpty()) {
        continue;
      }
      var from = HoursText.minute(start);
      var to = HoursText.minute(end);
      if (from.isEmpty() || from.getAsInt() >= Span.DAY || from.getAsInt() % 15 != 0) {
        problems.add("start-" + i, "Give a quarter-hour such as 09:00, or clear both times.");
      } else if (to.isEmpty() || to.getAsInt() % 15 != 0) {
        problems.add("end-" + i, "Give a quarter-hour such as 17:00, or clear both times.");
      } else {
        spans.add(Span.of(from.getAsInt(), to.getAsInt() == 0 ? Span.DAY : to.getAsInt()));
      }
    }
    if (spans.isEmpty() && problems.none()) {
      problems.add("start-0", "Give the hours of that date, or make it a day off.");
    }
    return spans;
  }

  /** A posted form's fields, to be posted again with the person's consent. */
  static Map<String, List<String>> again(Form form) {
    var again = new LinkedHashMap<String, List<String>>();
    for (var field :
        List.of(
            "do",
            "date",
            "start",
            "end",
            "offFrom",
            "offTo",
            "reason",
            "cover",
            "coverName",
            "tripFrom",
            "tripTo",
            "tripZone",
            "country",
            "shown",
            "keeps")) {
      if (form.has(field)) {
        again.put(field, form.column(field));
      }
    }
    return again;
  }
}
