package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the availability page shows.
 *
 * @param month the month with its hours, each day a link to its own
 * @param preview the next days as others see them: when this person is free
 * @param covers who may stand in, id → name; empty where nobody can be named
 * @param holidays those of the chosen country this year
 */
public record AvailabilityView(
    CalendarView month,
    List<Line> dates,
    List<Line> off,
    List<Line> trips,
    List<Line> preview,
    Map<String, String> covers,
    String country,
    Map<String, String> countries,
    List<Kept> holidays) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

  /**
   * A line of a list.
   *
   * @param id what its button names
   */
  public record Line(String id, String when, String what) {}

  /** A holiday, and whether it is kept. */
  public record Kept(String key, String words, boolean kept) {}

  static AvailabilityView of(
      CalendarView month,
      SlotHost host,
      KeptDays.All kept,
      List<KeptDays.Colleague> colleagues,
      String country,
      Instant now,
      LocalDate today,
      int days,
      ZoneId zone) {
    var covers = new LinkedHashMap<String, String>();
    colleagues.forEach(one -> covers.put(one.account().toString(), one.name()));
    return new AvailabilityView(
        month,
        kept.dates().stream()
            .filter(one -> !one.date().isBefore(today))
            .map(one -> new Line(one.date().toString(), DAY.format(one.date()), windows(one)))
            .toList(),
        kept.off().stream()
            .filter(one -> !one.to().isBefore(today))
            .map(
                one -> new Line(one.id().toString(), range(one.from(), one.to()), off(one, covers)))
            .toList(),
        kept.trips().stream()
            .filter(one -> !one.to().isBefore(today))
            .map(one ->
                new Line(
                    one.id().toString(),
                    range(one.from(), one.to()),
                    Zones.words(one.zone().getId())))
            .toList(),
        preview(host, now, today, days, zone),
        covers,
        country,
        Holidays.countries(),
        holidays(country, kept.holidays(), today));
  }

  private static String windows(DateOverride one) {
    if (one.windows().isEmpty()) {
      return "Day off";
    }
    return String.join(
        ", ",
        one.windows().stream()
            .map(span -> HoursText.words(span.start()) + " to " + HoursText.words(span.end()))
            .toList());
  }

  private static String range(LocalDate from, LocalDate to) {
    return from.equals(to) ? DAY.format(from) : SHORT.format(from) + " – " + DAY.format(to);
  }

  private static String off(KeptDays.Off one, Map<String, String> covers) {
    var cover =
        one.cover() == null
            ? one.coverName()
            : covers.getOrDefault(one.cover().toString(), one.coverName());
    var words = one.reason().isEmpty() ? "Time off" : one.reason();
    return cover.isEmpty() ? words : words + ", covered by " + cover;
  }

  private static List<Kept> holidays(
      String country, KeptDays.HolidayChoice choice, LocalDate today) {
    return Holidays.of(country, today.getYear()).stream()
        .map(holiday ->
            new Kept(
                holiday.key(),
                holiday.name() + ", " + SHORT.format(holiday.date()),
                !country.equals(choice.country()) || !choice.optOuts().contains(holiday.key())))
        .toList();
  }

  private static List<Line> preview(
      SlotHost host, Instant now, LocalDate today, int days, ZoneId zone) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < days; i++) {
      var date = today.plusDays(i);
      var from = date.atStartOfDay(zone).toInstant();
      var to = date.plusDays(1).atStartOfDay(zone).toInstant();
      var free = free(host, from.isBefore(now) ? now : from, to, zone);
      lines.add(new Line(date.toString(), SHORT.format(date), free.isEmpty() ? "not free" : free));
    }
    return lines;
  }

  private static String free(SlotHost host, Instant from, Instant to, ZoneId zone) {
    var windows = SlotEngine.windows(host.hours(), from, to);
    var words = new ArrayList<String>();
    for (int i = 0; i < windows.size(); i += 2) {
      var at = windows.get(i);
      for (var busy : host.busy().all) {
        var begins = busy.start().minusSeconds(60L * busy.before());
        var ends = busy.end().plusSeconds(60L * busy.after());
        if (busy.blocks() && begins.isBefore(windows.get(i + 1)) && ends.isAfter(at)) {
          if (begins.isAfter(at)) {
            words.add(CalendarView.times(at, begins, zone));
          }
          at = ends;
        }
      }
      if (at.isBefore(windows.get(i + 1))) {
        words.add(CalendarView.times(at, windows.get(i + 1), zone));
      }
    }
    return String.join(", ", words);
  }
}
