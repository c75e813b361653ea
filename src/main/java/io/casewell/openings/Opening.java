package io.casewell.openings;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.HoursText;
import io.casewell.catalogue.Catalogue;
import io.casewell.matching.StaffFacts;
import io.casewell.needs.NeedTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An open need as a professional reads it: nothing of the title, the parties, the price or, unless
 * the firm chose to, its name.
 *
 * @param firm e.g. "A firm in New York, 11–50 people"
 * @param hours a week, in words
 * @param when first day and length, in words
 * @param window in the need's zone
 * @param yours the same in the reader's zone, or empty where it is the same
 * @param areas practice areas
 * @param skills each must-have skill with its lowest level
 * @param nice how many of the nice-to-have skills are held, in words, or empty
 */
public record Opening(
    String role,
    String firm,
    String hours,
    String when,
    String window,
    String yours,
    List<String> areas,
    List<String> skills,
    String nice) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  static Opening of(OpenNeed need, StaffFacts facts, ZoneId reader, Catalogue catalogue) {
    var terms = need.terms();
    return new Opening(
        terms.role().label(),
        firm(need, catalogue),
        count(terms.hoursPerWeek(), "hour", "hours")
            + " a week"
            + (terms.seats() == 1 ? "" : ", " + terms.seats() + " people sought"),
        "From " + terms.startDate().format(DAY) + ", " + count(terms.weeks(), "week", "weeks"),
        days(terms.window())
            + ", "
            + HoursText.words(terms.window().startMinute())
            + " to "
            + HoursText.words(terms.window().endMinute())
            + ", "
            + terms.zone().getDisplayName(TextStyle.FULL, Locale.US),
        yours(terms, reader),
        terms.practiceAreas().stream().map(catalogue.practiceAreas()::name).toList(),
        terms.mustSkills().stream()
            .map(must -> catalogue.skills().name(must.skill()) + ", level " + must.minLevel())
            .toList(),
        nice(terms, facts));
  }

  private static String firm(OpenNeed need, Catalogue catalogue) {
    var seen = need.changed();
    var place = catalogue.jurisdictions().name(seen.firmPlace());
    var size = seen.firmSize().isBlank() ? "" : ", " + seen.firmSize() + " people";
    return seen.firmName() == null
        ? "A firm in " + place + size
        : seen.firmName() + ", " + place + size;
  }

  private static String nice(NeedTerms terms, StaffFacts facts) {
    long held =
        terms.niceSkills().stream()
            .filter(nice -> facts.skills().containsKey(nice.skill()))
            .count();
    return terms.niceSkills().isEmpty()
        ? ""
        : "You have " + held + " of " + terms.niceSkills().size() + " skills that are nice to have";
  }

  /** The window by the reader's clock on the first day. */
  private static String yours(NeedTerms terms, ZoneId reader) {
    int start = terms.window().startMinute();
    int length = terms.window().minutesADay();
    var first = on(terms.startDate(), start, terms.zone()).withZoneSameInstant(reader);
    if (first.toLocalTime().toSecondOfDay() / 60 == start) {
      return "";
    }
    var last = first.plusMinutes(length);
    return HoursText.words(first.getHour() * 60 + first.getMinute())
        + " to "
        + HoursText.words(last.getHour() * 60 + last.getMinute())
        + " your time";
  }

  private static java.time.ZonedDateTime on(LocalDate day, int minute, ZoneId zone) {
    return day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
  }

  private static String days(HoursRow window) {
    var days = window.days().stream().sorted().toList();
    boolean run =
        days.size() > 2
            && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
    return run
        ? name(days.getFirst()) + " to " + name(days.getLast())
        : days.stream().map(Opening::name).collect(Collectors.joining(", "));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.US);
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
