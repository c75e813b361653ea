package io.casewell.talent;

import io.casewell.catalogue.Credential;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a state's law asks of whoever works there under a title, and nobody issues. The hours and
 * the length of a period are the catalogue's; the ways to qualify are the law's.
 *
 * @param code the catalogue's
 * @param firstYear when the first period began, by the calendar
 * @param law where it stands
 * @param ways code → words: one of them has to be met
 */
record StatutoryDuty(String code, int firstYear, String law, Map<String, String> ways) {
  /** Every one we have a form for. */
  static final List<StatutoryDuty> ALL =
      List.of(
          new StatutoryDuty(
              "CA-6450",
              2007,
              "California Business and Professions Code, section 6450",
              california()));

  static Optional<StatutoryDuty> of(String code) {
    return ALL.stream().filter(duty -> duty.code().equals(code)).findFirst();
  }

  private static Map<String, String> california() {
    var ways = new LinkedHashMap<String, String>();
    ways.put("aba-program", "A certificate of a paralegal program approved by the ABA");
    ways.put(
        "accredited-program",
        "A certificate of a paralegal program with 24 semester units in law-related courses");
    ways.put(
        "degree-and-year",
        "A bachelor's or higher degree and a year of law-related work under an attorney, who has"
            + " declared that I am qualified");
    ways.put(
        "before-2004",
        "A high school diploma and three years of law-related work under an attorney, finished"
            + " before 2004, and the attorney's declaration");
    return ways;
  }

  /** A period in which the hours have to be done, both days included. */
  record Period(LocalDate from, LocalDate until) {
    /** "2025 and 2026", or "2025". */
    String words() {
      return from.getYear() == until.getYear()
          ? String.valueOf(from.getYear())
          : from.getYear() + " to " + until.getYear();
    }
  }

  /** The period this day lies in. */
  Period period(LocalDate day, Credential known) {
    int years = known.renewal().cycleYears() == null ? 1 : known.renewal().cycleYears();
    int past = Math.floorMod(day.getYear() - firstYear, years);
    int from = day.getYear() - past;
    return new Period(LocalDate.of(from, 1, 1), LocalDate.of(from + years - 1, 12, 31));
  }

  /** Minutes of general education and of ethics that a period asks for. */
  static int generalMinutes(Credential known) {
    var hours = known.renewal().hours();
    return (hours == null ? 0 : hours * 60) - ethicsMinutes(known);
  }

  static int ethicsMinutes(Credential known) {
    var hours = known.renewal().ethicsHours();
    return hours == null ? 0 : hours * 60;
  }
}
