package io.casewell.demos;

import io.casewell.calendar.HoursText;
import io.casewell.calendar.Zones;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Reading;
import io.casewell.catalogue.Role;
import io.casewell.catalogue.Shelf;
import io.casewell.needs.NeedInput;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The need as it is drawn up during a demo: the few fields that decide, in the words of the call.
 *
 * @param fields name → what stands in it
 * @param days the chosen days
 */
public record Room(Map<String, String> fields, List<String> days) {
  private static final List<String> NAMES =
      List.of(
          "title",
          "role",
          "hoursPerWeek",
          "seats",
          "weeks",
          "startDate",
          "zone",
          "start",
          "end",
          "rateCap",
          "skills",
          "level",
          "software",
          "areas");

  /** What stands in a field. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }

  static Room typed(Form form) {
    var fields = new LinkedHashMap<String, String>();
    NAMES.forEach(name -> fields.put(name, form.text(name)));
    return new Room(fields, form.texts("days").stream().limit(7).toList());
  }

  /** What a need begins with, from what the prospect answered. */
  static Room fresh(Lead lead, LocalDate today, Catalogue catalogue) {
    var fields = new LinkedHashMap<String, String>();
    var advice = lead.advice();
    var answers = String.join(". ", lead.answers().values());
    var said = advice == null ? answers : answers + ". " + advice.text();
    var reading = catalogue.read(said.length() > 5000 ? said.substring(0, 5000) : said);
    var hours = reading.weeklyHours();
    fields.put("title", title(lead.firmName()));
    fields.put(
        "role",
        advice != null
            ? advice.main().code()
            : said.toLowerCase(java.util.Locale.ROOT).contains("case manager")
                ? Role.CASE_MANAGER.code()
                : Role.PARALEGAL.code());
    var advised = advice == null ? null : advice.mainHours();
    fields.put(
        "hoursPerWeek",
        advised != null
            ? Integer.toString(Math.clamp(advised, 1, 168))
            : hours == null ? "20" : Integer.toString(Math.clamp(hours.intValue(), 1, 168)));
    fields.put("seats", "1");
    fields.put("weeks", "12");
    fields.put("startDate", today.plusDays(14).toString());
    fields.put("zone", lead.zone().getId());
    fields.put("start", "09:00");
    fields.put("end", "17:00");
    fields.put("rateCap", "");
    fields.put("skills", mentioned(reading, catalogue.skills()));
    fields.put("level", "3");
    fields.put("software", mentioned(reading, catalogue.software()));
    fields.put("areas", mentioned(reading, catalogue.practiceAreas()));
    return new Room(fields, List.of("MON", "TUE", "WED", "THU", "FRI"));
  }

  private static String title(String firm) {
    var title = "Support for " + (firm.isEmpty() ? "the practice" : firm);
    return title.substring(0, Math.min(title.length(), 200));
  }

  /** The first five of a shelf that they spoke of, by name. */
  private static String mentioned(Reading reading, Shelf<? extends Entry> shelf) {
    return reading.mentions().stream()
        .filter(mention -> !mention.negated())
        .map(mention -> mention.code())
        .filter(code -> code != null && shelf.has(code))
        .distinct()
        .limit(5)
        .map(shelf::name)
        .collect(Collectors.joining(", "));
  }

  /** A need as it stands. */
  static Room of(NeedTerms terms, Catalogue catalogue) {
    var fields = new LinkedHashMap<String, String>();
    var cap = terms.rateCapCents();
    fields.put("title", terms.title());
    fields.put("role", terms.role().code());
    fields.put("hoursPerWeek", Integer.toString(terms.hoursPerWeek()));
    fields.put("seats", Integer.toString(terms.seats()));
    fields.put("weeks", Integer.toString(terms.weeks()));
    fields.put("startDate", terms.startDate().toString());
    fields.put("zone", terms.zone().getId());
    fields.put("start", HoursText.clock(terms.window().startMinute()));
    fields.put("end", HoursText.clock(terms.window().endMinute() % (24 * 60)));
    fields.put("rateCap", cap == null ? "" : new BigDecimal(cap).movePointLeft(2).toPlainString());
    fields.put(
        "skills",
        names(terms.mustSkills().stream().map(s -> s.skill()).toList(), catalogue.skills()));
    fields.put(
        "level",
        terms.mustSkills().isEmpty() ? "3" : "" + terms.mustSkills().getFirst().minLevel());
    fields.put("software", names(terms.mustSoftware(), catalogue.software()));
    fields.put("areas", names(terms.practiceAreas(), catalogue.practiceAreas()));
    return new Room(fields, terms.window().days().stream().sorted().map(HoursText::day).toList());
  }

  private static String names(List<String> codes, Shelf<? extends Entry> shelf) {
    return codes.stream().map(shelf::name).collect(Collectors.joining(", "));
  }

  /** Reads it as a need; problems stand at the fields of this form. */
  NeedInput need(Catalogue catalogue, LocalDate today, JsonMapper json, Problems problems) {
    var body = json.createObjectNode();
    body.put("title", text("title"));
    body.put("role", text("role"));
    number(body, "seats", "How many people", problems);
    number(body, "hoursPerWeek", "The hours a week", problems);
    number(body, "weeks", "The number of weeks", problems);
    body.put("startDate", text("startDate"));
    var window = body.putObject("window");
    window.put("zone", text("zone"));
    var all = window.putArray("days");
    days.forEach(all::add);
    window.put("start", text("start"));
    window.put("end", text("end").equals("00:00") ? "24:00" : text("end"));
    cap(body, problems);
    var level = text("level").matches("[1-5]") ? Integer.parseInt(text("level")) : 3;
    var must = body.putArray("mustSkills");
    codes("skills", catalogue.skills(), problems)
        .forEach(code -> must.addObject().put("skill", code).put("minLevel", level));
    var software = body.putArray("mustSoftware");
    codes("software", catalogue.software(), problems).forEach(software::add);
    var areas = body.putArray("practiceAreas");
    codes("areas", catalogue.practiceAreas(), problems).forEach(areas::add);
    try {
      var input = NeedInput.read(body, catalogue, today, null);
      problems.refuseIfAny();
      return input;
    } catch (Refusal.Invalid invalid) {
      invalid
          .problems()
          .byField()
          .forEach((field, sentence) -> problems.add(here(field), sentence));
      throw new Refusal.Invalid(problems);
    }
  }

  /** The field of this form that a need's field is drawn from. */
  private static String here(String field) {
    // an entry of a list stands in the field that the whole list is typed into
    var whole = field.replaceFirst("\\[.*", "");
    return switch (whole) {
      case "window" -> "days";
      case "rateCapCents" -> "rateCap";
      case "mustSkills" -> "skills";
      case "mustSoftware" -> "software";
      case "practiceAreas" -> "areas";
      default -> whole.replaceFirst("^window[.]", "");
    };
  }

  private void number(ObjectNode body, String name, String what, Problems problems) {
    if (text(name).matches("[0-9]{1,4}")) {
      body.put(name, Integer.parseInt(text(name)));
    } else {
      problems.add(name, what + " must be a whole number.");
    }
  }

  private void cap(ObjectNode body, Problems problems) {
    var text = text("rateCap");
    if (text.isEmpty()) {
      return;
    }
    if (text.matches("[0-9]{1,4}([.][0-9]{1,2})?")) {
      body.put("rateCapCents", new BigDecimal(text).movePointRight(2).intValueExact());
    } else {
      problems.add("rateCap", "Give dollars an hour, such as 45 or 45.50, or leave it empty.");
    }
  }

  private List<String> codes(String field, Shelf<? extends Entry> shelf, Problems problems) {
    var codes = new ArrayList<String>();
    for (var word : text(field).split(",", 40)) {
      if (!word.isBlank()) {
        var code = meant(word.strip(), shelf);
        if (code.isEmpty()) {
          problems.add(
              field,
              "“%s” is not in the catalogue. Try another word for it.".formatted(word.strip()));
        } else if (!codes.contains(code.get())) {
          codes.add(code.get());
        }
      }
    }
    return codes;
  }

  /** What is meant by a word: an entry named so, or the nearest one found. */
  private static Optional<String> meant(String word, Shelf<? extends Entry> shelf) {
    return shelf.search(word, 1).stream().findFirst().map(found -> found.entry().code());
  }

  /** The seven days, as a group of check boxes reads them. */
  public static Map<String, String> weekdays() {
    var days = new LinkedHashMap<String, String>();
    for (var day : DayOfWeek.values()) {
      days.put(HoursText.day(day), HoursText.name(day).substring(0, 3));
    }
    return days;
  }

  /** The two roles. */
  public static Map<String, String> roles() {
    var roles = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      roles.put(role.code(), role.label());
    }
    return roles;
  }

  /** The levels of a skill. */
  public static Map<String, String> levels() {
    var levels = new LinkedHashMap<String, String>();
    levels.put("2", "Some practice");
    levels.put("3", "Skilled");
    levels.put("4", "Advanced");
    levels.put("5", "Expert");
    return levels;
  }

  /** Every time zone. */
  public static Map<String, String> zones() {
    return Zones.options();
  }
}
