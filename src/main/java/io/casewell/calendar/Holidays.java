package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Public holidays, computed from the laws that make them: for the United States 5 U.S.C. 6103, with
 * a holiday on a Saturday kept on the Friday before and one on a Sunday on the Monday after (for
 * pay and leave, 6103(b) and Executive Order 11582).
 */
public final class Holidays {
  /** Country → what it is called, for a choice. */
  private static final Map<String, String> COUNTRIES = new LinkedHashMap<>();

  static {
    COUNTRIES.put("US", "United States (federal)");
    COUNTRIES.put("PH", "Philippines (regular holidays)");
    COUNTRIES.put("CA", "Canada (federal)");
    COUNTRIES.put("GB", "England and Wales");
    COUNTRIES.put("MX", "Mexico");
    COUNTRIES.put("IN", "India (national)");
  }

  private Holidays() {}

  /**
   * A holiday of a year.
   *
   * @param key names it in every year, e.g. {@code us-thanksgiving}
   * @param date the day that is kept
   */
  public record Holiday(String key, String name, LocalDate date) {}

  /** The countries whose holidays are known, with their names. */
  public static Map<String, String> countries() {
    return java.util.Collections.unmodifiableMap(COUNTRIES);
  }

  /** Those of a country in a year, by date; none of a country that is not known. */
  public static List<Holiday> of(String country, int year) {
    var all =
        switch (country) {
          case "US" -> unitedStates(year);
          case "PH" -> philippines(year);
          case "CA" -> canada(year);
          case "GB" -> england(year);
          case "MX" -> mexico(year);
          case "IN" -> india(year);
          default -> List.<Holiday>of();
        };
    return all.stream().sorted(Comparator.comparing(Holiday::date)).toList();
  }

  /** The dates kept between two days, both included, without those opted out of. */
  public static List<Holiday> between(
      String country, Set<String> optOuts, LocalDate from, LocalDate to) {
    var found = new ArrayList<Holiday>();
    // a New Year on a Saturday is kept in the year before
    for (int year = from.getYear(); year <= to.getYear() + 1; year++) {
      for (var holiday : of(country, year)) {
        if (!holiday.date().isBefore(from)
            && !holiday.date().isAfter(to)
            && !optOuts.contains(holiday.key())) {
          found.add(holiday);
        }
      }
    }
    return found;
  }

  private static List<Holiday> unitedStates(int year) {
    var all = new ArrayList<Holiday>();
    all.add(nearest("us-new-year", "New Year's Day", LocalDate.of(year, 1, 1)));
    all.add(
        new Holiday(
            "us-king",
            "Birthday of Martin Luther King, Jr.",
            nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY)));
    all.add(
        new Holiday(
            "us-washington",
            "Washington's Birthday",
            nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY)));
    all.add(new Holiday("us-memorial", "Memorial Day", last(year, Month.MAY)));
    // since Public Law 117-17 of June 17, 2021
    if (year >= 2021) {
      all.add(
          nearest(
              "us-juneteenth", "Juneteenth National Independence Day", LocalDate.of(year, 6, 19)));
    }
    all.add(nearest("us-independence", "Independence Day", LocalDate.of(year, 7, 4)));
    all.add(new Holiday("us-labor", "Labor Day", nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)));
    all.add(
        new Holiday("us-columbus", "Columbus Day", nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY)));
    all.add(nearest("us-veterans", "Veterans Day", LocalDate.of(year, 11, 11)));
    all.add(
        new Holiday(
            "us-thanksgiving",
            "Thanksgiving Day",
            nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY)));
    all.add(nearest("us-christmas", "Christmas Day", LocalDate.of(year, 12, 25)));
    return all;
  }

  /** Republic Act 9492 and 9849, without the two Eids, which are proclaimed each year. */
  private static List<Holiday> philippines(int year) {
    var easter = easter(year);
    return List.of(
        new Holiday("ph-new-year", "New Year's Day", LocalDate.of(year, 1, 1)),
        new Holiday("ph-maundy-thursday", "Maundy Thursday", easter.minusDays(3)),
        new Holiday("ph-good-friday", "Good Friday", easter.minusDays(2)),
        new Holiday("ph-valor", "Day of Valor", LocalDate.of(year, 4, 9)),
        new Holiday("ph-labor", "Labor Day", LocalDate.of(year, 5, 1)),
        new Holiday("ph-independence", "Independence Day", LocalDate.of(year, 6, 12)),
        new Holiday(
            "ph-heroes",
            "National Heroes Day",
            LocalDate.of(year, 8, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        new Holiday("ph-bonifacio", "Bonifacio Day", LocalDate.of(year, 11, 30)),
        new Holiday("ph-christmas", "Christmas Day", LocalDate.of(year, 12, 25)),
        new Holiday("ph-rizal", "Rizal Day", LocalDate.of(year, 12, 30)));
  }

  /** Canada Labour Code, Part III. */
  private static List<Holiday> canada(int year) {
    return List.of(
        new Holiday("ca-new-year", "New Year's Day", LocalDate.of(year, 1, 1)),
        new Holiday("ca-good-friday", "Good Friday", easter(year).minusDays(2)),
        new Holiday(
            "ca-victoria",
            "Victoria Day",
            LocalDate.of(year, 5, 25).with(TemporalAdjusters.previous(DayOfWeek.MONDAY))),
        new Holiday("ca-canada", "Canada Day", LocalDate.of(year, 7, 1)),
        new Holiday("ca-labour", "Labour Day", nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)),
        new Holiday(
            "ca-reconciliation",
            "National Day for Truth and Reconciliation",
            LocalDate.of(year, 9, 30)),
        new Holiday(
            "ca-thanksgiving", "Thanksgiving Day", nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY)),
        new Holiday("ca-remembrance", "Remembrance Day", LocalDate.of(year, 11, 11)),
        new Holiday("ca-christmas", "Christmas Day", LocalDate.of(year, 12, 25)),
        new Holiday("ca-boxing", "Boxing Day", LocalDate.of(year, 12, 26)));
  }

  /** Banking and Financial Dealings Act 1971, with its substitute days. */
  private static List<Holiday> england(int year) {
    var easter = easter(year);
    var christmas = LocalDate.of(year, 12, 25);
    var boxing = LocalDate.of(year, 12, 26);
    return List.of(
        new Holiday("gb-new-year", "New Year's Day", next(LocalDate.of(year, 1, 1))),
        new Holiday("gb-good-friday", "Good Friday", easter.minusDays(2)),
        new Holiday("gb-easter-monday", "Easter Monday", easter.plusDays(1)),
        new Holiday(
            "gb-early-may", "Early May bank holiday", nth(year, Month.MAY, 1, DayOfWeek.MONDAY)),
        new Holiday("gb-spring", "Spring bank holiday", last(year, Month.MAY)),
        new Holiday("gb-summer", "Summer bank holiday", last(year, Month.AUGUST)),
        new Holiday(
            "gb-christmas",
            "Christmas Day",
            BookingWindow.isBusinessDay(christmas) ? christmas : LocalDate.of(year, 12, 27)),
        new Holiday(
            "gb-boxing",
            "Boxing Day",
            BookingWindow.isBusinessDay(boxing) ? boxing : LocalDate.of(year, 12, 28)));
  }

  /** Ley Federal del Trabajo, article 74. */
  private static List<Holiday> mexico(int year) {
    var all = new ArrayList<Holiday>();
    all.add(new Holiday("mx-new-year", "New Year's Day", LocalDate.of(year, 1, 1)));
    all.add(
        new Holiday(
            "mx-constitution", "Constitution Day", nth(year, Month.FEBRUARY, 1, DayOfWeek.MONDAY)));
    all.add(
        new Holiday(
            "mx-juarez", "Benito Juárez's Birthday", nth(year, Month.MARCH, 3, DayOfWeek.MONDAY)));
    all.add(new Holiday("mx-labor", "Labor Day", LocalDate.of(year, 5, 1)));
    all.add(new Holiday("mx-independence", "Independence Day", LocalDate.of(year, 9, 16)));
    // since 2024 on the first of October
    if (year >= 2024 && (year - 2024) % 6 == 0) {
      all.add(new Holiday("mx-inauguration", "Change of the President", LocalDate.of(year, 10, 1)));
    }
    all.add(
        new Holiday(
            "mx-revolution", "Revolution Day", nth(year, Month.NOVEMBER, 3, DayOfWeek.MONDAY)));
    all.add(new Holiday("mx-christmas", "Christmas Day", LocalDate.of(year, 12, 25)));
    return all;
  }

  /** The three that the whole country keeps. */
  private static List<Holiday> india(int year) {
    return List.of(
        new Holiday("in-republic", "Republic Day", LocalDate.of(year, 1, 26)),
        new Holiday("in-independence", "Independence Day", LocalDate.of(year, 8, 15)),
        new Holiday("in-gandhi", "Gandhi Jayanti", LocalDate.of(year, 10, 2)));
  }

  private static LocalDate nth(int year, Month month, int n, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
  }

  private static LocalDate last(int year, Month month) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
  }

  /** On a Saturday kept the day before, on a Sunday the day after. */
  private static Holiday nearest(String key, String name, LocalDate date) {
    return new Holiday(
        key,
        name,
        switch (date.getDayOfWeek()) {
          case SATURDAY -> date.minusDays(1);
          case SUNDAY -> date.plusDays(1);
          default -> date;
        });
  }

  /** On a weekend kept on the Monday after. */
  private static LocalDate next(LocalDate date) {
    return BookingWindow.isBusinessDay(date)
        ? date
        : date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /** Easter Sunday, by the anonymous Gregorian computation. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
