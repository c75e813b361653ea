package io.casewell.calendar;

import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weekly hours as they stand in the form: text, perhaps wrong, one line for each stretch of a day.
 * Lines are in the week's order.
 */
public record TypedHours(String zone, String capacity, String elsewhere, List<Line> lines) {
  private static final int MOST_LINES = 7 * 12;

  /** One stretch of one day, by the words {@code MON} and {@code 09:00}. */
  public record Line(String day, String start, String end) {
    boolean blank() {
      return start.isBlank() && end.isBlank();
    }
  }

  public TypedHours {
    lines = lines.stream().sorted(Comparator.comparingInt(TypedHours::place)).toList();
  }

  private static int place(Line line) {
    return HoursText.day(line.day()).map(DayOfWeek::getValue).orElse(8);
  }

  /** What was posted. */
  static TypedHours of(Form form) {
    var days = form.column("day");
    var starts = form.column("start");
    var ends = form.column("end");
    var lines = new ArrayList<Line>();
    for (int i = 0; i < Math.min(days.size(), MOST_LINES); i++) {
      lines.add(new Line(days.get(i), at(starts, i), at(ends, i)));
    }
    return new TypedHours(form.text("zone"), form.text("capacity"), form.text("elsewhere"), lines);
  }

  private static String at(List<String> column, int i) {
    return i < column.size() ? column.get(i) : "";
  }

  /** What is stored. */
  static TypedHours of(WeeklyHours hours) {
    var lines =
        hours.rows().stream()
            .sorted(Comparator.comparingInt(HoursRow::startMinute))
            .flatMap(TypedHours::lines)
            .toList();
    return new TypedHours(
        hours.zone().getId(),
        String.valueOf(hours.capacityHours()),
        String.valueOf(hours.committedElsewhereHours()),
        lines);
  }

  private static Stream<Line> lines(HoursRow row) {
    return row.days().stream()
        .sorted()
        .map(day ->
            new Line(
                HoursText.day(day),
                HoursText.clock(row.startMinute()),
                // a time field knows no 24:00; an end at its beginning is the day's end as well
                HoursText.clock(row.endMinute() % (24 * 60))));
  }

  /** The lines of one day, each with its place among all. */
  public List<Placed> of(DayOfWeek day) {
    var placed = new ArrayList<Placed>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).day().equals(HoursText.day(day))) {
        placed.add(new Placed(i, lines.get(i)));
      }
    }
    return placed;
  }

  /** A line and its place, which names its fields' problems: {@code start-3}. */
  public record Placed(int place, Line line) {}

  /** With an empty line for this day. */
  TypedHours withLine(String day) {
    var more = new ArrayList<>(lines);
    if (more.size() < MOST_LINES && HoursText.day(day).isPresent()) {
      more.add(new Line(day, "", ""));
    }
    return with(more);
  }

  /** Without the line at this place. */
  TypedHours without(int place) {
    var fewer = new ArrayList<>(lines);
    if (place >= 0 && place < fewer.size()) {
      fewer.remove(place);
    }
    return with(fewer);
  }

  /** With one day's lines in place of those of other days; of all others when none is named. */
  TypedHours copied(String day, Collection<String> to) {
    var copied = new ArrayList<Line>();
    for (var target : DayOfWeek.values()) {
      var word = HoursText.day(target);
      boolean takes = !word.equals(day) && (to.isEmpty() || to.contains(word));
      lines.stream()
          .filter(line -> line.day().equals(takes ? day : word))
          .map(line -> new Line(word, line.start(), line.end()))
          .forEach(copied::add);
    }
    return with(copied);
  }

  private TypedHours with(List<Line> others) {
    return new TypedHours(zone, capacity, elsewhere, others);
  }

  /** The hours when they can be read; otherwise what is wrong stands in the problems. */
  Optional<WeeklyHours> read(Problems problems) {
    var region = Zones.region(zone);
    if (region.isEmpty()) {
      problems.add("zone", "Choose a time zone from the list.");
    }
    int most = hours("capacity", capacity, problems);
    int taken = hours("elsewhere", elsewhere, problems);
    var rows = rows(problems);
    return problems.none()
        ? Optional.of(new WeeklyHours(region.orElse(ZoneId.of("UTC")), rows, most, taken))
        : Optional.empty();
  }

  private static int hours(String field, String text, Problems problems) {
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= WeeklyHours.WEEK) {
      return Integer.parseInt(text);
    }
    problems.add(field, "Give whole hours between 0 and 168; a week has no more.");
    return 0;
  }

  private List<HoursRow> rows(Problems problems) {
    // stretches of the same hours become one row with several days
    var days = new LinkedHashMap<Span, Set<DayOfWeek>>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.blank()) {
        int start = minute("start-" + i, line.start(), 24 * 60 - 15, problems);
        int end = minute("end-" + i, line.end(), 24 * 60, problems);
        HoursText.day(line.day())
            .ifPresent(day ->
                days.computeIfAbsent(
                        new Span(start, end == 0 ? 24 * 60 : end),
                        _ -> EnumSet.noneOf(DayOfWeek.class))
                    .add(day));
      }
    }
    if (days.size() > WeeklyHours.MOST_ROWS) {
      problems.add("rows", "These are more different hours than a week can hold.");
      return List.of();
    }
    return days.entrySet().stream()
        .map(row -> new HoursRow(row.getValue(), row.getKey().start(), row.getKey().end()))
        .toList();
  }

  private record Span(int start, int end) {}

  private static int minute(String field, String text, int latest, Problems problems) {
    var minute = HoursText.minute(text);
    if (minute.isEmpty()) {
      problems.add(field, "Give a time such as 09:00, or clear both times of this line.");
      return 0;
    }
    if (minute.getAsInt() % 15 != 0 || minute.getAsInt() > latest) {
      problems.add(field, "Use the quarter-hours: 09:00, 09:15, 09:30 or 09:45.");
      return 0;
    }
    return minute.getAsInt();
  }
}
