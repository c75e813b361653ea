package io.casewell.needs;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.HoursText;
import io.casewell.calendar.Zones;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Problems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A need as somebody asks for it: its terms and, apart, the confidential names of the parties. Read
 * from JSON; the form brings its fields into the same shape. The rules are those of the matching
 * page: what is refused here can neither divide by zero nor be read in two ways later.
 */
public record NeedInput(NeedTerms terms, List<String> parties) {
  /** A start may lie so far back, for work that has just begun. */
  static final int DAYS_BACK = 7;

  static final int YEARS_AHEAD = 3;
  private static final int WEEK = 7 * 24 * 60;
  // 10,000 $ an hour
  private static final int CAP_MAX = 1_000_000;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /**
   * Reads a need.
   *
   * @param today the day by UTC
   * @param kept a start date that stands already and may stay, or null
   * @throws io.casewell.platform.Refusal.Invalid with a problem at every field that is wrong
   */
  public static NeedInput read(
      JsonNode body, Catalogue catalogue, LocalDate today, @Nullable LocalDate kept) {
    var problems = new Problems();
    var input = new Reading(new Fields(body, "", problems), problems, catalogue, today, kept);
    if (!body.isObject()) {
      problems.add("body", "A need is one JSON object.");
      problems.refuseIfAny();
    }
    return input.read();
  }

  /** One pass over one body. */
  private record Reading(
      Fields fields,
      Problems problems,
      Catalogue catalogue,
      LocalDate today,
      @Nullable LocalDate kept) {

    NeedInput read() {
      var title = fields.text("title", 200, "Give the need a title, so that you find it again.");
      var role = role();
      int seats = fields.whole("seats", 1, 50, "The number of people");
      int hours = fields.whole("hoursPerWeek", 1, 168, "The hours a week");
      var mustSkills = mustSkills();
      var niceSkills = niceSkills();
      var mustSoftware = fields.codes("mustSoftware", catalogue.software()::has, "program");
      var niceSoftware = fields.codes("niceSoftware", catalogue.software()::has, "program");
      var credentials = credentials();
      var places = fields.codes("jurisdictions", catalogue.jurisdictions()::has, "jurisdiction");
      var areas = fields.codes("practiceAreas", catalogue.practiceAreas()::has, "practice area");
      var languages = languages();
      var window = window();
      var overlap = fields.wholeOrNull("minOverlapMinutes", 0, WEEK, "The minimum overlap");
      var cap = fields.wholeOrNull("rateCapCents", 1, CAP_MAX, "The rate cap in cents");
      var start = startDate();
      int weeks = fields.whole("weeks", 1, 260, "The number of weeks");
      var parties = parties();
      problems.refuseIfAny();
      var terms =
          new NeedTerms(
              title,
              role,
              seats,
              hours,
              mustSkills,
              niceSkills,
              mustSoftware,
              niceSoftware,
              credentials,
              places,
              areas,
              languages,
              window.zone(),
              window.row(),
              overlap == null ? hours * 30 : overlap,
              cap,
              start,
              weeks);
      return new NeedInput(terms, parties);
    }

    private Role role() {
      var node = fields.node("role");
      var role = node.isString() ? Role.of(node.stringValue()) : Optional.<Role>empty();
      if (role.isEmpty()) {
        fields.problem("role", "Choose one role: paralegal or case_manager.");
      }
      return role.orElse(Role.PARALEGAL);
    }

    private List<NeedTerms.MustSkill> mustSkills() {
      var seen = new HashSet<String>();
      return fields.objects("mustSkills").stream()
          .map(one ->
              new NeedTerms.MustSkill(
                  one.code("skill", catalogue.skills()::has, "skill", seen),
                  one.whole("minLevel", 1, 5, "The lowest level")))
          .toList();
    }

    private List<NeedTerms.NiceSkill> niceSkills() {
      var seen = new HashSet<String>();
      return fields.objects("niceSkills").stream()
          .map(one ->
              new NeedTerms.NiceSkill(
                  one.code("skill", catalogue.skills()::has, "skill", seen),
                  one.whole("weight", 1, 3, "The weight")))
          .toList();
    }

    private List<NeedTerms.LanguageWanted> languages() {
      var seen = new HashSet<String>();
      return fields.objects("languages").stream()
          .map(one ->
              new NeedTerms.LanguageWanted(
                  one.code("code", catalogue.languages()::has, "language", seen),
                  one.whole("minLevel", 1, 5, "The lowest level")))
          .toList();
    }

    private List<List<String>> credentials() {
      var groups = new ArrayList<List<String>>();
      var seen = new HashSet<Set<String>>();
      var items = fields.list("credentials", Fields.LIST_MAX);
      for (int i = 0; i < items.size(); i++) {
        var path = fields.path("credentials[" + i + "]");
        var group = group(items.get(i), path);
        if (group.isEmpty()) {
          problems.add(path, "Name at least one credential of this group.");
        } else if (!seen.add(Set.copyOf(group))) {
          problems.add(path, "This group of credentials stands here twice.");
        }
        groups.add(group);
      }
      return List.copyOf(groups);
    }

    private List<String> group(JsonNode node, String path) {
      var items = Fields.items(node, path, Fields.LIST_MAX, problems);
      return Fields.codes(items, path, catalogue.credentials()::has, "credential", problems);
    }

    private record Window(ZoneId zone, HoursRow row) {
      static final Window ANY =
          new Window(ZoneOffset.UTC, new HoursRow(EnumSet.of(DayOfWeek.MONDAY), 0, 15));
    }

    private Window window() {
      var node = fields.node("window");
      if (!node.isObject()) {
        fields.problem("window", "Say when the work falls: a zone, days, a start and an end.");
        return Window.ANY;
      }
      var window = new Fields(node, fields.path("window."), problems);
      var zone = zone(window);
      var days = days(window);
      int start = time(window, "start", false);
      int end = time(window, "end", true);
      return zone == null || days.isEmpty() || start < 0 || end < 0
          ? Window.ANY
          : new Window(zone, new HoursRow(days, start, end));
    }

    private @Nullable ZoneId zone(Fields window) {
      var node = window.node("zone");
      var zone = node.isString() ? Zones.region(node.stringValue()) : Optional.<ZoneId>empty();
      if (zone.isPresent()) {
        return zone.get();
      }
      window.problem("zone", "Name a time zone by its region, for example America/New_York.");
      return null;
    }

    private Set<DayOfWeek> days(Fields window) {
      var days = EnumSet.noneOf(DayOfWeek.class);
      var named = window.codes("days", day -> HoursText.day(day).isPresent(), "day");
      if (window.list("days", Fields.LIST_MAX).isEmpty()) {
        window.problem("days", "Choose at least one day, from MON to SUN.");
      }
      named.forEach(day -> HoursText.day(day).ifPresent(days::add));
      return days;
    }

    /** Minutes of the day, or -1 with a problem noted. */
    private int time(Fields window, String name, boolean mayEndTheDay) {
      var node = window.node(name);
      var text = node.isString() ? node.stringValue() : "";
      var minute = HoursText.minute(text);
      if (minute.isEmpty() || (text.equals("24:00") && !mayEndTheDay)) {
        window.problem(name, "Write the time as hours and minutes, for example 09:00.");
        return -1;
      }
      if (minute.getAsInt() % 15 != 0) {
        window.problem(name, "Use a quarter of an hour: :00, :15, :30 or :45.");
        return -1;
      }
      return minute.getAsInt();
    }

    private LocalDate startDate() {
      var node = fields.node("startDate");
      var date = node.isString() ? date(node.stringValue()) : null;
      if (date == null) {
        fields.problem(
            "startDate", "Give the first day as year-month-day, for example 2027-03-01.");
        return today;
      }
      boolean fits =
          !date.isBefore(today.minusDays(DAYS_BACK)) && !date.isAfter(today.plusYears(YEARS_AHEAD));
      if (!fits && !date.equals(kept)) {
        fields.problem(
            "startDate", "The first day may lie up to a week back and up to three years ahead.");
      }
      return date;
    }

    private static @Nullable LocalDate date(String text) {
      try {
        return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
      } catch (DateTimeParseException _) {
        return null;
      }
    }

    private List<String> parties() {
      var names = new ArrayList<String>();
      var items = fields.list("parties", Fields.PARTIES_MAX);
      var seen = new HashSet<String>();
      for (int i = 0; i < items.size(); i++) {
        var path = fields.path("parties[" + i + "]");
        var name =
            Fields.text(
                items.get(i), path, 200, "Write the party's name or leave it out.", problems);
        if (PartyNames.normalise(name).isEmpty()) {
          problems.add(path, "This name has no letter or number of its own to compare.");
        } else if (!seen.add(name)) {
          problems.add(path, "This party stands here twice.");
        }
        names.add(name);
      }
      return List.copyOf(names);
    }
  }
}
