package io.casewell.demos;

import io.casewell.platform.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The form of a demo type as it stands on the page.
 *
 * @param fields name → what stands in it
 * @param questions at least one blank row beyond those there are
 */
public record TypeForm(Map<String, String> fields, List<Row> questions) {
  private static final List<String> FIELDS =
      List.of(
          "slug",
          "name",
          "about",
          "place",
          "open",
          "minutes",
          "gridMinutes",
          "beforeMinutes",
          "afterMinutes",
          "noticeHours",
          "windowDays",
          "dayLimit",
          "weekLimit",
          "confirm",
          "byWeight",
          "sameRep",
          "meeting",
          "remind",
          "followUp");

  /** A question's row. */
  public record Row(String code, String label, String kind, String required, String options) {
    static final Row BLANK = new Row("", "", "text", "no", "");
  }

  /** What stands in a field. */
  public String text(String field) {
    return fields.getOrDefault(field, "");
  }

  static TypeForm of(DemoType type) {
    var terms = type.terms();
    var fields = new LinkedHashMap<String, String>();
    fields.put("slug", type.slug());
    fields.put("name", type.name());
    fields.put("about", type.about());
    fields.put("place", Integer.toString(type.place()));
    fields.put("open", type.open() ? "yes" : "no");
    fields.put("minutes", Integer.toString(terms.minutes()));
    fields.put("gridMinutes", Integer.toString(terms.gridMinutes()));
    fields.put("beforeMinutes", Integer.toString(terms.beforeMinutes()));
    fields.put("afterMinutes", Integer.toString(terms.afterMinutes()));
    fields.put("noticeHours", Integer.toString(terms.noticeMinutes() / 60));
    fields.put("windowDays", Integer.toString(terms.windowDays()));
    fields.put("dayLimit", terms.dayLimit() == null ? "" : terms.dayLimit().toString());
    fields.put("weekLimit", terms.weekLimit() == null ? "" : terms.weekLimit().toString());
    fields.put("confirm", terms.confirm() ? "yes" : "no");
    fields.put("byWeight", terms.byWeight() ? "yes" : "no");
    fields.put("sameRep", terms.sameRep() ? "yes" : "no");
    fields.put("meeting", terms.meeting());
    fields.put(
        "remind",
        terms.remindMinutes().stream()
            .map(minutes -> Integer.toString(minutes / 60))
            .collect(Collectors.joining(", ")));
    fields.put("followUp", terms.followUp() ? "yes" : "no");
    var rows = new ArrayList<Row>();
    terms
        .questions()
        .forEach(q ->
            rows.add(
                new Row(
                    q.code(),
                    q.label(),
                    q.kind(),
                    q.required() ? "yes" : "no",
                    String.join(" | ", q.options()))));
    return new TypeForm(fields, withBlanks(rows));
  }

  static TypeForm of(Form form) {
    var fields = new LinkedHashMap<String, String>();
    FIELDS.forEach(field -> fields.put(field, form.text(field)));
    var rows = new ArrayList<Row>();
    var labels = form.column("q.label");
    for (int i = 0; i < Math.min(labels.size(), EditDemoType.QUESTIONS_MOST); i++) {
      rows.add(
          new Row(
              at(form, "q.code", i),
              labels.get(i),
              at(form, "q.kind", i),
              at(form, "q.required", i),
              at(form, "q.options", i)));
    }
    return new TypeForm(fields, rows);
  }

  private static String at(Form form, String column, int i) {
    var values = form.column(column);
    return i < values.size() ? values.get(i) : "";
  }

  private static List<Row> withBlanks(List<Row> rows) {
    var all = new ArrayList<>(rows);
    do {
      all.add(Row.BLANK);
    } while (all.size() < 3);
    return all;
  }
}
