package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The conventions of the slot cases written down a second time, sentence by sentence, with
 * java.time and one bit for each minute, and no line of the engine. Slow and plain on purpose.
 */
final class SlotsOnPaper {
  private static final int MARGIN_DAYS = 4;

  private final Instant from;
  private final Instant to;

  SlotsOnPaper(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** What is known of a host, as it was said. */
  record Said(
      ZoneId zone,
      Map<DayOfWeek, List<Span>> week,
      List<DateOverride> overrides,
      List<DaysOff> off,
      List<LocalDate> holidays,
      List<Travel> travel,
      List<Busy> busy,
      boolean fixed,
      int dayCap) {
    HostHours hours() {
      var hours = HostHours.in(zone);
      week.forEach((day, spans) -> spans.forEach(span -> hours.weekly(List.of(day), span)));
      overrides.forEach(hours::override);
      off.forEach(hours::off);
      holidays.forEach(hours::holiday);
      travel.forEach(hours::travel);
      return hours.build();
    }
  }

  /** Start → the places of the hosts free for it. */
  Map<Instant, List<Integer>> slots(SlotRules rules, List<Said> hosts, Instant now) {
    var earliest = now.plus(rules.minNotice(), ChronoUnit.MINUTES);
    var free = new ArrayList<BitSet>();
    for (var host : hosts) {
      var minutes = working(host);
      minutes.andNot(blocked(host, rules));
      free.add(minutes);
    }
    var everyFixed = new BitSet();
    everyFixed.set(0, minutes());
    boolean rotating = false;
    for (int h = 0; h < hosts.size(); h++) {
      if (hosts.get(h).fixed()) {
        everyFixed.and(free.get(h));
      } else {
        rotating = true;
      }
    }
    var starts = new TreeSet<Instant>();
    for (int h = 0; h < hosts.size(); h++) {
      free.get(h).and(everyFixed);
      if (!hosts.get(h).fixed() || !rotating) {
        starts.addAll(starts(free.get(h), rules, earliest));
      }
    }
    var slots = new TreeMap<Instant, List<Integer>>();
    for (var start : starts) {
      if (!inWindow(rules.window(), start, now)) {
        continue;
      }
      var able = new ArrayList<Integer>();
      boolean all = true;
      boolean one = !rotating;
      for (int h = 0; h < hosts.size(); h++) {
        boolean can = fits(free.get(h), start, rules) && room(hosts.get(h), rules, start);
        if (can) {
          able.add(h);
        }
        all &= can || !hosts.get(h).fixed();
        one |= can && !hosts.get(h).fixed();
      }
      if (all && one) {
        slots.put(start, able);
      }
    }
    return slots;
  }

  private int minutes() {
    return Math.toIntExact(ChronoUnit.MINUTES.between(from, to));
  }

  private int minute(Instant at) {
    return Math.toIntExact(Math.clamp(ChronoUnit.MINUTES.between(from, at), 0, minutes()));
  }

  private static boolean covers(DaysOff off, LocalDate date) {
    return !date.isBefore(off.from()) && !date.isAfter(off.to());
  }

  private static ZoneId zoneOf(Said host, LocalDate date) {
    for (var travel : host.travel()) {
      if (!date.isBefore(travel.from()) && !date.isAfter(travel.to())) {
        return travel.zone();
      }
    }
    return host.zone();
  }

  private static List<Span> pieces(Said host, LocalDate date) {
    if (host.off().stream().anyMatch(off -> covers(off, date))) {
      return List.of();
    }
    for (var override : host.overrides()) {
      if (override.date().equals(date)) {
        return override.windows();
      }
    }
    return host.holidays().contains(date)
        ? List.of()
        : host.week().getOrDefault(date.getDayOfWeek(), List.of());
  }

  private static boolean nothingOn(Said host, LocalDate date) {
    return host.off().stream().anyMatch(off -> covers(off, date))
        || host.overrides().stream().anyMatch(o -> o.date().equals(date) && o.windows().isEmpty())
        || (host.holidays().contains(date)
            && host.overrides().stream().noneMatch(o -> o.date().equals(date)));
  }

  BitSet working(Said host) {
    var minutes = new BitSet();
    var date = LocalDate.ofInstant(from, host.zone()).minusDays(MARGIN_DAYS);
    var last = LocalDate.ofInstant(to, host.zone()).plusDays(MARGIN_DAYS);
    for (; !date.isAfter(last); date = date.plusDays(1)) {
      var zone = zoneOf(host, date);
      for (var piece : pieces(host, date)) {
        int end =
            piece.end() > Span.DAY && nothingOn(host, date.plusDays(1)) ? Span.DAY : piece.end();
        var a = resolve(date.atStartOfDay().plusMinutes(piece.start()), zone);
        var b = resolve(date.atStartOfDay().plusMinutes(end), zone);
        if (a.isBefore(b)) {
          minutes.set(minute(a), minute(b));
        }
      }
    }
    return minutes;
  }

  /** In a gap the first real instant after it, in an overlap the earlier one. */
  private static Instant resolve(LocalDateTime wall, ZoneId zone) {
    var transition = zone.getRules().getTransition(wall);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private BitSet blocked(Said host, SlotRules rules) {
    var minutes = new BitSet();
    for (var busy : host.busy()) {
      if (busy.blocks()) {
        var a = busy.start().minus(busy.before() + rules.bufferAfter(), ChronoUnit.MINUTES);
        var b = busy.end().plus(busy.after() + rules.bufferBefore(), ChronoUnit.MINUTES);
        for (int m = minute(a); m < minutes(); m++) {
          var at = from.plus(m, ChronoUnit.MINUTES);
          if (!at.isBefore(b)) {
            break;
          }
          if (at.plus(1, ChronoUnit.MINUTES).isAfter(a)) {
            minutes.set(m);
          }
        }
      }
    }
    return minutes;
  }

  private List<Instant> starts(BitSet free, SlotRules rules, Instant earliest) {
    var starts = new ArrayList<Instant>();
    for (int a = free.nextSetBit(0); a >= 0; a = free.nextSetBit(free.nextClearBit(a))) {
      var end = from.plus(free.nextClearBit(a), ChronoUnit.MINUTES);
      var start = from.plus(a, ChronoUnit.MINUTES);
      if (start.isBefore(earliest)) {
        start = earliest;
      }
      if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
        start = start.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      }
      while (!onGrid(rules, start)) {
        start = start.plus(1, ChronoUnit.MINUTES);
      }
      start = start.plus(rules.offsetStart(), ChronoUnit.MINUTES);
      while (!start.plus(rules.duration(), ChronoUnit.MINUTES).isAfter(end)) {
        starts.add(start);
        start = start.plus(rules.interval() + rules.offsetStart(), ChronoUnit.MINUTES);
      }
    }
    return starts;
  }

  private static boolean onGrid(SlotRules rules, Instant at) {
    var grid = rules.grid();
    if (grid == null) {
      return true;
    }
    var wall = at.atZone(grid.zone());
    return (wall.getHour() * 60 + wall.getMinute()) % grid.minutes() == 0;
  }

  private boolean fits(BitSet free, Instant start, SlotRules rules) {
    int a = minute(start);
    return free.nextClearBit(a) >= a + rules.duration();
  }

  private static LocalDate dateOf(Said host, Instant at) {
    for (var travel : host.travel()) {
      var there = LocalDate.ofInstant(at, travel.zone());
      if (!there.isBefore(travel.from()) && !there.isAfter(travel.to())) {
        return there;
      }
    }
    return LocalDate.ofInstant(at, host.zone());
  }

  private static boolean room(Said host, SlotRules rules, Instant start) {
    var date = dateOf(host, start);
    var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var limits = rules.limits();
    return under(host, date, date.plusDays(1), limits.perDay(), limits.minutesPerDay(), rules)
        && under(host, monday, monday.plusDays(7), limits.perWeek(), limits.minutesPerWeek(), rules)
        && under(
            host,
            date.withDayOfMonth(1),
            date.withDayOfMonth(1).plusMonths(1),
            limits.perMonth(),
            limits.minutesPerMonth(),
            rules)
        && (host.dayCap() == 0
            || host.busy().stream()
                    .filter(busy -> busy.capped() && dateOf(host, busy.start()).equals(date))
                    .count()
                < host.dayCap());
  }

  private static boolean under(
      Said host, LocalDate first, LocalDate after, int most, int mostMinutes, SlotRules rules) {
    long count = 0;
    long minutes = 0;
    for (var busy : host.busy()) {
      var date = dateOf(host, busy.start());
      if (busy.counts() && !date.isBefore(first) && date.isBefore(after)) {
        count++;
        minutes += ChronoUnit.MINUTES.between(busy.start(), busy.end());
      }
    }
    return (most == 0 || count < most)
        && (mostMinutes == 0 || minutes + rules.duration() <= mostMinutes);
  }

  private static boolean inWindow(BookingWindow window, Instant start, Instant now) {
    return switch (window) {
      case BookingWindow.Unlimited() -> true;
      case BookingWindow.Rolling(var days, var business, var zone) -> {
        var last = LocalDate.ofInstant(now, zone);
        for (int left = days; left > 0; ) {
          last = last.plusDays(1);
          boolean weekend =
              last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY;
          left -= business && weekend ? 0 : 1;
        }
        yield !LocalDate.ofInstant(start, zone).isAfter(last);
      }
      case BookingWindow.Range(var first, var last, var zone) -> {
        var date = LocalDate.ofInstant(start, zone);
        yield !date.isBefore(first) && !date.isAfter(last);
      }
      case BookingWindow.RollingBookable _ ->
          throw new IllegalArgumentException("looked at in a test of its own");
    };
  }
}
