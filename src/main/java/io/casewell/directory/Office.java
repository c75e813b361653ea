package io.casewell.directory;

import io.casewell.calendar.HoursRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The office hours of a part of the country, Monday to Friday from nine to five, for the question
 * how much of them somebody shares.
 */
public enum Office {
  EASTERN("America/New_York", "Eastern"),
  CENTRAL("America/Chicago", "Central"),
  MOUNTAIN("America/Denver", "Mountain"),
  PACIFIC("America/Los_Angeles", "Pacific"),
  ALASKA("America/Anchorage", "Alaska"),
  HAWAII("Pacific/Honolulu", "Hawaii");

  /** Shared hours that one may ask for. */
  static final List<Integer> STEPS = List.of(10, 20, 30);

  private static final int DAY = 96;
  private static final int WEEK = 7 * DAY;

  private final ZoneId zone;
  private final String label;

  Office(String zone, String label) {
    this.zone = ZoneId.of(zone);
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  String code() {
    return label.toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Office> of(ZoneId zone) {
    for (var office : values()) {
      if (office.zone.getRules().equals(zone.getRules())) {
        return Optional.of(office);
      }
    }
    return Optional.empty();
  }

  /** What one may filter by: e.g. {@code eastern-20}. */
  static List<String> options() {
    var all = new ArrayList<String>();
    for (var office : values()) {
      STEPS.forEach(step -> all.add(office.code() + "-" + step));
    }
    return all;
  }

  /** The option in words, e.g. "20 hours or more of Eastern". */
  static String words(String option) {
    for (var office : values()) {
      if (option.startsWith(office.code() + "-")) {
        return office.label + ", " + option.substring(office.code().length() + 1) + " h or more";
      }
    }
    return option;
  }

  static Optional<Office> in(String option) {
    for (var office : values()) {
      if (option.startsWith(office.code() + "-")) {
        return Optional.of(office);
      }
    }
    return Optional.empty();
  }

  /** A week's wall clock as quarters of an hour. */
  static BitSet week(List<HoursRow> rows) {
    var week = new BitSet(WEEK);
    for (var row : rows) {
      for (var day : row.days()) {
        int from = day.ordinal() * DAY + row.startMinute() / 15;
        int to = from + row.minutesADay() / 15;
        week.set(from, Math.min(to, WEEK));
        week.set(0, Math.max(to - WEEK, 0));
      }
    }
    return week;
  }

  /** Quarters of an hour shared in the week of this day by somebody who works so in that zone. */
  int sharedQuarters(BitSet week, ZoneId theirs, LocalDate today) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int shared = 0;
    for (int day = 0; day < 5; day++) {
      var opens = monday.plusDays(day).atTime(LocalTime.of(9, 0)).atZone(zone);
      var there = opens.withZoneSameInstant(theirs);
      long behind = there.toLocalDate().toEpochDay() - monday.toEpochDay();
      int from = (int) behind * DAY + (there.getHour() * 60 + there.getMinute()) / 15;
      for (int i = 0; i < 32; i++) {
        shared += week.get(Math.floorMod(from + i, WEEK)) ? 1 : 0;
      }
    }
    return shared;
  }
}
