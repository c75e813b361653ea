package io.casewell.demos;

import io.casewell.calendar.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A month of free times as its page shows it, in one zone.
 *
 * @param title e.g. "December 2026"
 * @param weeks of seven days each, Sunday first
 * @param previous the month before, as in an address, or null when nothing can be free there
 * @param next likewise the month after
 * @param day the chosen day in words, or null when none has a free time
 * @param times of the chosen day
 * @param zone its id
 * @param zoneWords its name for a person
 * @param clock 12 or 24
 * @param month as in an address
 * @param dayIso the chosen day as in an address, or empty
 */
public record MonthView(
    String title,
    List<List<Day>> weeks,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String day,
    List<Time> times,
    String zone,
    String zoneWords,
    int clock,
    String month,
    String dayIso) {
  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

  /**
   * A day in the month.
   *
   * @param words read out, e.g. "Tuesday, December 1, 4 times free"
   * @param times how many times are free
   */
  public record Day(
      int number, String iso, String words, int times, boolean inMonth, boolean chosen) {}

  /**
   * A free time.
   *
   * @param start the moment, as it is posted
   * @param words e.g. "2:30 PM"
   * @param free how many reps are free then
   */
  public record Time(String start, String words, int free) {}

  /** What was asked for, as it stands in the address. */
  record Asked(YearMonth month, @Nullable LocalDate day, ZoneId zone, int clock) {
    /** From the month's first moment to its last, by the zone's clock. */
    Instant from() {
      return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    Instant to() {
      return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
  }

  static MonthView of(Asked asked, List<Diary.Slot> slots, YearMonth first, YearMonth last) {
    var byDay = new TreeMap<LocalDate, List<Diary.Slot>>();
    for (var slot : slots) {
      var day = slot.start().atZone(asked.zone()).toLocalDate();
      if (YearMonth.from(day).equals(asked.month())) {
        byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(slot);
      }
    }
    var wanted = asked.day();
    var chosen =
        wanted != null && byDay.containsKey(wanted)
            ? wanted
            : byDay.isEmpty() ? null : byDay.firstKey();
    return new MonthView(
        asked.month().format(TITLE),
        weeks(asked.month(), byDay, chosen),
        asked.month().isAfter(first) ? asked.month().minusMonths(1).toString() : null,
        asked.month().isBefore(last) ? asked.month().plusMonths(1).toString() : null,
        chosen == null ? null : chosen.format(DAY),
        chosen == null ? List.of() : times(byDay.getOrDefault(chosen, List.of()), asked),
        asked.zone().getId(),
        Zones.words(asked.zone().getId()),
        asked.clock(),
        asked.month().toString(),
        chosen == null ? "" : chosen.toString());
  }

  private static List<List<Day>> weeks(
      YearMonth month, Map<LocalDate, List<Diary.Slot>> byDay, @Nullable LocalDate chosen) {
    var weeks = new ArrayList<List<Day>>();
    var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    for (var start = monday; !start.isAfter(month.atEndOfMonth()); start = start.plusWeeks(1)) {
      var week = new ArrayList<Day>();
      for (int i = 0; i < 7; i++) {
        week.add(day(start.plusDays(i), month, byDay, chosen));
      }
      weeks.add(week);
    }
    return weeks;
  }

  private static Day day(
      LocalDate date,
      YearMonth month,
      Map<LocalDate, List<Diary.Slot>> byDay,
      @Nullable LocalDate chosen) {
    int times = byDay.getOrDefault(date, List.of()).size();
    var free = times == 1 ? "1 time free" : times + " times free";
    return new Day(
        date.getDayOfMonth(),
        date.toString(),
        date.format(DAY) + ", " + free,
        times,
        YearMonth.from(date).equals(month),
        date.equals(chosen));
  }

  private static List<Time> times(List<Diary.Slot> slots, Asked asked) {
    var plain =
        DateTimeFormatter.ofPattern(asked.clock() == 24 ? "HH:mm" : "h:mm a", Locale.US)
            .withZone(asked.zone());
    // in the hour that comes twice when clocks go back, the zone's short name tells them apart
    var exact =
        DateTimeFormatter.ofPattern(asked.clock() == 24 ? "HH:mm z" : "h:mm a z", Locale.US)
            .withZone(asked.zone());
    var seen = new HashMap<String, Integer>();
    slots.forEach(slot -> seen.merge(plain.format(slot.start()), 1, Integer::sum));
    return slots.stream()
        .map(slot -> {
          var words = plain.format(slot.start());
          return new Time(
              slot.start().toString(),
              seen.getOrDefault(words, 0) > 1 ? exact.format(slot.start()) : words,
              slot.free().size());
        })
        .toList();
  }
}
