package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.needs.NeedTerms;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules page written down a second time, sentence by sentence, with java.time only and no line
 * of the engine. Slow and plain on purpose: engine and index are held against it.
 */
final class RulesPage {
  private final Map<String, String> credentialRoles;

  RulesPage(Map<String, String> credentialRoles) {
    this.credentialRoles = credentialRoles;
  }

  record Verdict(Set<String> failed, List<Integer> parts, int shared) {
    int score() {
      return parts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  Verdict judge(Ask ask, StaffFacts staff, Instant now) {
    int shared = sharedMinutes(ask.terms(), staff);
    return new Verdict(failed(ask, staff, shared), parts(ask.terms(), staff, now, shared), shared);
  }

  private static Set<String> failed(Ask ask, StaffFacts staff, int shared) {
    var need = ask.terms();
    var failed = new HashSet<String>();
    LocalDate lastDay = need.startDate().plusDays(7L * need.weeks() - 1);
    if (!staff.roles().contains(need.role())) {
      failed.add("ROLE");
    }
    for (var must : need.mustSkills()) {
      if (!staff.skills().containsKey(must.skill())
          || staff.skills().get(must.skill()).level() < must.minLevel()) {
        failed.add("SKILLS");
      }
    }
    for (var group : need.credentials()) {
      if (staff.credentials().stream()
          .noneMatch(c ->
              c.verified()
                  && group.contains(c.code())
                  && (c.validUntil() == null || !c.validUntil().isBefore(lastDay)))) {
        failed.add("CREDENTIALS");
      }
    }
    for (var code : need.jurisdictions()) {
      if (!staff.jurisdictions().contains(code)) {
        failed.add("JURISDICTION");
      }
    }
    int committed = staff.committedElsewhereHours();
    for (var c : staff.commitments()) {
      boolean before = c.until() != null && c.until().isBefore(need.startDate());
      if (!before && !c.from().isAfter(lastDay)) {
        committed += c.hoursPerWeek();
      }
    }
    if (staff.capacityHours() - committed < need.hoursPerWeek()) {
      failed.add("CAPACITY");
    }
    if (shared < need.minOverlapMinutes()) {
      failed.add("OVERLAP");
    }
    if (need.rateCapCents() != null && rate(need, staff) > need.rateCapCents()) {
      failed.add("RATE");
    }
    for (var language : need.languages()) {
      if (staff.languages().getOrDefault(language.code(), 0) < language.minLevel()) {
        failed.add("LANGUAGE");
      }
    }
    for (var program : need.mustSoftware()) {
      if (!staff.software().contains(program)) {
        failed.add("SOFTWARE");
      }
    }
    for (var party : ask.parties()) {
      if (staff.pastParties().contains(party)) {
        failed.add("CONFLICT");
      }
    }
    if (staff.blockedFirms().contains(ask.firm())) {
      failed.add("BLOCKED");
    }
    if (!staff.active()) {
      failed.add("STATUS");
    }
    return failed;
  }

  private static int rate(NeedTerms need, StaffFacts staff) {
    return staff.billRateCents().containsKey(need.role())
        ? staff.billRateCents().get(need.role())
        : staff.billRateCents().values().stream().findFirst().orElseThrow();
  }

  private List<Integer> parts(NeedTerms need, StaffFacts staff, Instant now, int shared) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var parts = new ArrayList<Integer>();

    int must = need.mustSkills().stream().mapToInt(m -> worth(staff, m.skill())).sum();
    parts.add(floor(3000, must, 500L * need.mustSkills().size()));

    int nice = need.niceSkills().stream().mapToInt(n -> n.weight() * worth(staff, n.skill())).sum();
    int weights = need.niceSkills().stream().mapToInt(NeedTerms.NiceSkill::weight).sum();
    parts.add(floor(2000, nice, 500L * weights));

    int target = Math.min(wallClockMinutes(need.window()), need.hoursPerWeek() * 60);
    parts.add(floor(1200, Math.min(shared, target), target));

    int years = 0;
    for (var area : need.practiceAreas()) {
      years += Math.min(staff.practiceAreas().getOrDefault(area, 0), 5);
    }
    parts.add(floor(1000, years, 5L * need.practiceAreas().size()));

    parts.add(800 * Math.min(staff.yearsExperience(), 10) / 10);

    var held = new HashSet<>(need.niceSoftware());
    held.retainAll(staff.software());
    parts.add(floor(600, held.size(), need.niceSoftware().size()));

    int q = 100 * (20 + staff.ratingSum()) / (5 + staff.ratingCount());
    parts.add(600 * (q - 100) / 400);

    long codes =
        staff.credentials().stream()
            .filter(StaffFacts.Credential::verified)
            .filter(c -> c.validUntil() == null || !c.validUntil().isBefore(today))
            .map(StaffFacts.Credential::code)
            .filter(c ->
                Set.of("both", need.role().code())
                    .contains(credentialRoles.getOrDefault(c, "neither")))
            .distinct()
            .count();
    parts.add((int) (200 * Math.min(2, codes)));

    int rate = rate(need, staff);
    Integer cap = need.rateCapCents();
    parts.add(cap == null ? 400 : rate > cap ? 0 : floor(400, cap - rate, cap));
    return parts;
  }

  private static int worth(StaffFacts staff, String slug) {
    var skill = staff.skills().get(slug);
    if (skill == null) {
      return 0;
    }
    return skill.verified() ? skill.level() * 100 : skill.level() * 85;
  }

  private static int floor(int points, long of, long all) {
    return all == 0
        ? points
        : BigInteger.valueOf(points)
            .multiply(BigInteger.valueOf(of))
            .divide(BigInteger.valueOf(all))
            .intValueExact();
  }

  private static int wallClockMinutes(HoursRow row) {
    int length = row.endMinute() - row.startMinute();
    return row.days().size() * (length <= 0 ? length + 1440 : length);
  }

  static int sharedMinutes(NeedTerms need, StaffFacts staff) {
    LocalDate lastDay = need.startDate().plusDays(7L * need.weeks() - 1);
    var mondays = new HashSet<LocalDate>();
    mondays.add(mondayOf(need.startDate()));
    Instant from = need.startDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (var zone : List.of(need.zone(), staff.zone())) {
      for (var instant : transitions(zone, from, to)) {
        LocalDate date = instant.atZone(need.zone()).toLocalDate();
        LocalDate monday = mondayOf(date).plusWeeks(1);
        if (!monday.isAfter(lastDay)) {
          mondays.add(monday);
        }
      }
    }
    return mondays.stream().mapToInt(m -> sharedInWeek(need, staff, m)).min().orElseThrow();
  }

  private static LocalDate mondayOf(LocalDate date) {
    return date.minusDays(date.getDayOfWeek().getValue() - 1);
  }

  /** Found by walking hour by hour in minutes, not by asking the zone for its next one. */
  private static List<Instant> transitions(ZoneId zone, Instant from, Instant to) {
    var found = new ArrayList<Instant>();
    var rules = zone.getRules();
    for (var at = from; at.isBefore(to); at = at.plus(Duration.ofHours(1))) {
      if (rules.getOffset(at.minusSeconds(3600)).equals(rules.getOffset(at))) {
        continue;
      }
      for (var minute = at.minusSeconds(3540);
          !minute.isAfter(at);
          minute = minute.plusSeconds(60)) {
        boolean changes = !rules.getOffset(minute.minusSeconds(60)).equals(rules.getOffset(minute));
        if (changes && !minute.isBefore(from)) {
          found.add(minute);
        }
      }
    }
    var last = to.minusSeconds(60);
    for (int i = 0;
        i < 60 && !rules.getOffset(last.minusSeconds(3600)).equals(rules.getOffset(last));
        i++) {
      var minute = last.minusSeconds(60L * i);
      if (!rules.getOffset(minute.minusSeconds(60)).equals(rules.getOffset(minute))
          && !found.contains(minute)) {
        found.add(minute);
      }
    }
    return found;
  }

  private static int sharedInWeek(NeedTerms need, StaffFacts staff, LocalDate monday) {
    // minutes since some days before the week, so that nothing is negative
    LocalDate zero = monday.minusDays(7);
    var window = new BitSet();
    for (int i = 0; i < 7; i++) {
      occurrence(window, zero, monday.plusDays(i), need.window(), need.zone());
    }
    var free = new BitSet();
    for (var date = monday.minusDays(4);
        date.isBefore(monday.plusDays(12));
        date = date.plusDays(1)) {
      for (var row : staff.hours()) {
        occurrence(free, zero, date, row, staff.zone());
      }
    }
    var taken = new BitSet();
    for (var c : staff.commitments()) {
      for (var date = monday.minusDays(4);
          date.isBefore(monday.plusDays(12));
          date = date.plusDays(1)) {
        boolean covered =
            !date.isBefore(c.from()) && (c.until() == null || !date.isAfter(c.until()));
        for (var row : c.hours()) {
          if (covered) {
            occurrence(taken, zero, date, row, c.zone());
          }
        }
      }
    }
    window.and(free);
    window.andNot(taken);
    return window.cardinality();
  }

  private static void occurrence(
      BitSet minutes, LocalDate zero, LocalDate date, HoursRow row, ZoneId zone) {
    DayOfWeek day = date.getDayOfWeek();
    if (!row.days().contains(day)) {
      return;
    }
    LocalDate endDate = row.endMinute() <= row.startMinute() ? date.plusDays(1) : date;
    Instant start = instant(date, row.startMinute(), zone);
    Instant end = instant(endDate, row.endMinute(), zone);
    Instant origin = zero.atStartOfDay(ZoneOffset.UTC).toInstant();
    minutes.set(
        (int) Duration.between(origin, start).toMinutes(),
        (int) Duration.between(origin, end).toMinutes());
  }

  private static Instant instant(LocalDate date, int minute, ZoneId zone) {
    var wall =
        minute == 1440
            ? date.plusDays(1).atStartOfDay()
            : date.atTime(LocalTime.of(minute / 60, minute % 60));
    var offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      // the first instant after the gap
      return zone.getRules().getTransition(wall).getInstant();
    }
    return offsets.stream()
        .map(o -> wall.toInstant(o))
        .sorted()
        .collect(Collectors.toList())
        .getFirst();
  }
}
