package io.casewell.needs;

import io.casewell.calendar.HoursText;
import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of a need as it stands on the page: what was typed, right or wrong, and what chosen. */
public final class NeedForm {
  private static final int GROUPS_MAX = 10;

  private final MultiValueMap<String, String> fields;
  private final Catalogue catalogue;

  private NeedForm(MultiValueMap<String, String> fields, Catalogue catalogue) {
    this.fields = fields;
    this.catalogue = catalogue;
  }

  /** The fields' names and the texts in them, to be filled before the form is drawn. */
  static NeedForm empty(Catalogue catalogue) {
    return new NeedForm(new LinkedMultiValueMap<>(), catalogue);
  }

  /** What was posted; words typed into a picker that name an entry count as chosen. */
  static NeedForm of(Form posted, Catalogue catalogue) {
    var form = empty(catalogue);
    for (var name : SINGLE) {
      form.put(name, posted.text(name));
    }
    posted.texts("days").stream().limit(7).forEach(day -> form.add("days", day));
    for (var picker : form.pickers()) {
      form.take(picker, posted);
    }
    return form;
  }

  /** The form as a draft keeps it. */
  static NeedForm kept(Map<String, List<String>> fields, Catalogue catalogue) {
    var form = empty(catalogue);
    form.fields.putAll(fields);
    return form;
  }

  /** Every field with its texts, to be kept. */
  Map<String, List<String>> all() {
    var all = new LinkedHashMap<String, List<String>>(fields);
    // these belong to one answer, not to the need
    List.of("key", "version", "read", "stale", "sentBefore").forEach(all::remove);
    return all;
  }

  /** This form with the fields of one step as they were typed. */
  NeedForm with(Step step, NeedForm typed) {
    var form = empty(catalogue);
    fields.forEach((name, texts) -> {
      if (!step.owns(name)) {
        form.fields.put(name, new ArrayList<>(texts));
      }
    });
    typed.fields.forEach((name, texts) -> {
      if (step.owns(name)) {
        form.fields.put(name, new ArrayList<>(texts));
      }
    });
    return form;
  }

  private static final List<String> SINGLE =
      List.of(
          "key",
          "version",
          "text",
          "title",
          "role",
          "seats",
          "hoursPerWeek",
          "caseManagerHours",
          "zone",
          "start",
          "end",
          "minOverlap",
          "rateCap",
          "startDate",
          "weeks",
          "parties",
          "groups");

  private void take(Picker picker, Form posted) {
    for (var code : posted.texts(picker.name()).stream().limit(60).toList()) {
      if (picker.shelf().has(code)) {
        choose(picker, code, posted.text(picker.grade() + code));
      }
    }
    var left = new ArrayList<String>();
    for (var word : posted.text(picker.name() + "Text").split(",", 60)) {
      var meant = picker.shelf().said(word);
      if (meant.isPresent()) {
        choose(picker, meant.get().code(), "");
      } else if (!word.isBlank()) {
        left.add(word.strip());
      }
    }
    put(picker.name() + "Text", String.join(", ", left));
  }

  void choose(Picker picker, String code, String grade) {
    if (!chosen(picker.name()).containsKey(code)) {
      add(picker.name(), code);
      if (!picker.grade().isEmpty()) {
        put(picker.grade() + code, grade.isEmpty() ? picker.usual() : grade);
      }
    }
  }

  NeedForm put(String name, String value) {
    fields.set(name, value);
    return this;
  }

  void add(String name, String value) {
    fields.add(name, value);
  }

  /** How the terms stand, ready to be changed. */
  static NeedForm of(NeedTerms terms, List<String> parties, Catalogue catalogue) {
    var form = empty(catalogue);
    var window = terms.window();
    var cap = terms.rateCapCents();
    form.put("title", terms.title())
        .put("role", terms.role().code())
        .put("seats", Integer.toString(terms.seats()))
        .put("hoursPerWeek", Integer.toString(terms.hoursPerWeek()))
        .put("zone", terms.zone().getId())
        .put("start", HoursText.clock(window.startMinute()))
        // a time field knows no 24:00; an end of 00:00 is the same moment
        .put("end", HoursText.clock(window.endMinute() % (24 * 60)))
        .put("minOverlap", overlap(terms))
        .put("rateCap", cap == null ? "" : Dollars.text(cap))
        .put("startDate", terms.startDate().toString())
        .put("weeks", Integer.toString(terms.weeks()))
        .put("parties", String.join("\n", parties))
        .put("groups", Integer.toString(Math.max(1, terms.credentials().size())));
    window.days().stream().sorted().forEach(day -> form.add("days", HoursText.day(day)));
    var pickers = new LinkedHashMap<String, Picker>();
    form.pickers().forEach(picker -> pickers.put(picker.name(), picker));
    terms.mustSkills().forEach(s -> form.chosen(pickers, "mustSkills", s.skill(), s.minLevel()));
    terms.niceSkills().forEach(s -> form.chosen(pickers, "niceSkills", s.skill(), s.weight()));
    terms.languages().forEach(l -> form.chosen(pickers, "languages", l.code(), l.minLevel()));
    terms.mustSoftware().forEach(code -> form.add("mustSoftware", code));
    terms.niceSoftware().forEach(code -> form.add("niceSoftware", code));
    terms.jurisdictions().forEach(code -> form.add("jurisdictions", code));
    terms.practiceAreas().forEach(code -> form.add("practiceAreas", code));
    for (int i = 0; i < Math.min(terms.credentials().size(), GROUPS_MAX); i++) {
      for (var code : terms.credentials().get(i)) {
        form.add("credentials" + i, code);
      }
    }
    return form;
  }

  private void chosen(Map<String, Picker> pickers, String name, String code, int grade) {
    var picker = pickers.get(name);
    if (picker != null) {
      choose(picker, code, Integer.toString(grade));
    }
  }

  /** Empty where it is the usual half of the hours, so that it follows when they change. */
  private static String overlap(NeedTerms terms) {
    return terms.minOverlapMinutes() == terms.hoursPerWeek() * 30
        ? ""
        : hours(terms.minOverlapMinutes());
  }

  private static String hours(int minutes) {
    return new BigDecimal(minutes)
        .divide(new BigDecimal(60), 4, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The text in a field, as typed. */
  public String text(String name) {
    var text = fields.getFirst(name);
    return text == null ? "" : text;
  }

  /** All texts of a field. */
  public List<String> texts(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Code → name of what is chosen in a picker. */
  public Map<String, String> chosen(String name) {
    var picker = pickers().stream().filter(p -> p.name().equals(name)).findFirst();
    var chosen = new LinkedHashMap<String, String>();
    picker.ifPresent(p -> texts(name).forEach(code -> chosen.put(code, p.shelf().name(code))));
    return chosen;
  }

  /** Code → grade of what is chosen in a picker. */
  public Map<String, String> grades(String name) {
    var picker = pickers().stream().filter(p -> p.name().equals(name)).findFirst();
    var grades = new LinkedHashMap<String, String>();
    picker.ifPresent(p -> texts(name).forEach(code -> grades.put(code, text(p.grade() + code))));
    return grades;
  }

  /** How many groups of credentials are drawn, 1 to 10. */
  public int groups() {
    var text = text("groups");
    int groups = text.matches("\\d{1,2}") ? Integer.parseInt(text) : 1;
    return Math.clamp(groups, 1, GROUPS_MAX);
  }

  /** Whether another group of credentials may be added. */
  public boolean mayAddGroup() {
    return groups() < GROUPS_MAX;
  }

  void addGroup() {
    put("groups", Integer.toString(Math.min(groups() + 1, GROUPS_MAX)));
  }

  List<Picker> pickers() {
    return Picker.all(catalogue, groups());
  }

  /** Whether both roles are asked for, as a team. */
  boolean both() {
    return text("role").equals("both");
  }

  /** Notes words that were typed into a picker and name nothing, with what may have been meant. */
  void noteUnknownWords(Problems problems) {
    for (var picker : pickers()) {
      var typed = text(picker.name() + "Text");
      if (!typed.isEmpty()) {
        problems.add(picker.name(), unknown(picker, typed));
      }
    }
  }

  private static String unknown(Picker picker, String typed) {
    var word = typed.split(",", 2)[0];
    var near = picker.shelf().search(word, 3).stream().map(found -> found.entry().name()).toList();
    return near.isEmpty()
        ? "We know no %s called “%s”. Try other words, or take it out."
            .formatted(picker.what(), word)
        : "We know no %s called exactly “%s”. Did you mean %s?"
            .formatted(picker.what(), word, String.join(", ", near));
  }
}
