package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The engine against the conventions on paper, and what it promises beside them. */
class SlotEngineTest {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Africa/Cairo"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("Pacific/Apia"));

  private record World(
      SlotRules rules, List<SlotsOnPaper.Said> said, Instant now, Instant from, Instant to) {
    List<SlotHost> hosts() {
      return said.stream()
          .map(host ->
              new SlotHost(
                  new Person(UUID.randomUUID()),
                  host.hours(),
                  SlotHost.BusyTimes.of(host.busy()),
                  host.fixed(),
                  host.dayCap()))
          .toList();
    }
  }

  /** A few days about a change of the clock, seen with everything at once. */
  private static World world(Random random) {
    var zone = pick(random, ZONES);
    var anchor = LocalDate.of(2024 + random.nextInt(6), 1, 1).atStartOfDay(zone).toInstant();
    var change = zone.getRules().nextTransition(anchor.plus(random.nextInt(300), ChronoUnit.DAYS));
    var about = change == null ? anchor : change.getInstant().truncatedTo(ChronoUnit.MINUTES);
    var from = about.minus(random.nextInt(5 * 1440), ChronoUnit.MINUTES);
    var to = from.plus(2 + random.nextInt(7), ChronoUnit.DAYS);
    var now = from.plus(random.nextInt(4 * 86_400) - 3 * 86_400, ChronoUnit.SECONDS);
    var hosts = new ArrayList<SlotsOnPaper.Said>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      hosts.add(host(random, random.nextBoolean() ? zone : pick(random, ZONES), about));
    }
    return new World(rules(random, now), hosts, now, from, to);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static SlotRules rules(Random random, Instant now) {
    var grid =
        random.nextInt(4) == 0
            ? null
            : new SlotRules.Grid(
                pick(random, List.of(5, 10, 15, 20, 30, 45, 60, 90)), pick(random, ZONES));
    var zone = pick(random, ZONES);
    var today = LocalDate.ofInstant(now, zone);
    BookingWindow window =
        switch (random.nextInt(4)) {
          case 0 -> new BookingWindow.Rolling(random.nextInt(6), random.nextBoolean(), zone);
          case 1 ->
              new BookingWindow.Range(
                  today.plusDays(random.nextInt(3)), today.plusDays(3 + random.nextInt(4)), zone);
          default -> new BookingWindow.Unlimited();
        };
    var limits =
        random.nextInt(3) == 0
            ? new Limits(
                random.nextInt(3),
                random.nextInt(6),
                random.nextInt(8),
                0,
                random.nextInt(3) * 60,
                random.nextInt(3) * 240,
                random.nextInt(2) * 500,
                0)
            : Limits.NONE;
    return new SlotRules(
        5 * (1 + random.nextInt(24)),
        random.nextInt(3) == 0 ? 0 : 5 * (1 + random.nextInt(20)),
        random.nextInt(3) == 0 ? random.nextInt(20) : 0,
        random.nextInt(2) * random.nextInt(60),
        random.nextInt(2) * random.nextInt(60),
        random.nextInt(2) * random.nextInt(3000),
        grid,
        window,
        limits);
  }

  private static SlotsOnPaper.Said host(Random random, ZoneId zone, Instant about) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (random.nextInt(5) > 0) {
        week.put(day, spans(random));
      }
    }
    var day = LocalDate.ofInstant(about, zone);
    var overrides = new ArrayList<DateOverride>();
    if (random.nextBoolean()) {
      overrides.add(
          new DateOverride(
              day.plusDays(random.nextInt(5) - 2),
              random.nextBoolean() ? List.of() : spans(random)));
    }
    var off = new ArrayList<DaysOff>();
    if (random.nextInt(3) == 0) {
      var first = day.plusDays(random.nextInt(7) - 3);
      off.add(new DaysOff(first, first.plusDays(random.nextInt(2))));
    }
    var holidays = new ArrayList<LocalDate>();
    if (random.nextInt(3) == 0) {
      holidays.add(day.plusDays(random.nextInt(7) - 3));
    }
    var travel = new ArrayList<Travel>();
    if (random.nextInt(4) == 0) {
      var first = day.plusDays(random.nextInt(5) - 3);
      travel.add(new Travel(first, first.plusDays(random.nextInt(3)), pick(random, ZONES)));
    }
    var busy = new ArrayList<Busy>();
    int blocks = random.nextInt(12);
    for (int i = 0; i < blocks; i++) {
      var start = about.plus(random.nextInt(12 * 86_400) - 6 * 86_400, ChronoUnit.SECONDS);
      start = random.nextInt(4) == 0 ? start : start.truncatedTo(ChronoUnit.MINUTES);
      boolean blocking = random.nextInt(5) > 0;
      busy.add(
          new Busy(
              start,
              start.plus(5L + random.nextInt(180), ChronoUnit.MINUTES),
              random.nextInt(2) * random.nextInt(40),
              random.nextInt(2) * random.nextInt(40),
              "demo",
              "",
              blocking,
              random.nextBoolean(),
              random.nextBoolean()));
    }
    return new SlotsOnPaper.Said(
        zone,
        week,
        overrides,
        off,
        holidays,
        travel,
        busy,
        random.nextInt(4) == 0,
        random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
  }

  private static List<Span> spans(Random random) {
    var spans = new ArrayList<Span>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      int start = 5 * random.nextInt(288);
      switch (random.nextInt(5)) {
        case 0 -> spans.add(new Span(start, Span.DAY));
        case 1 -> spans.add(new Span(0, Span.DAY));
        case 2 -> spans.add(Span.of(start, 5 * random.nextInt(289)));
        default -> spans.add(new Span(start, start + 60 + 5 * random.nextInt(80)));
      }
    }
    return spans;
  }

  private static Map<Instant, List<Integer>> listed(World world) {
    return map(
        SlotEngine.slots(world.rules(), world.hosts(), world.now(), world.from(), world.to()));
  }

  private static Map<Instant, List<Integer>> map(SlotList list) {
    var map = new TreeMap<Instant, List<Integer>>();
    for (int n = 0; n < list.size(); n++) {
      map.put(list.start(n), list.hosts(n));
    }
    return map;
  }

  @Test
  void agreesWithTheConventionsOnPaper() {
    int found = 0;
    for (int seed = 0; seed < 3000; seed++) {
      var world = world(new Random(seed));
      var onPaper =
          new SlotsOnPaper(world.from(), world.to())
              .slots(world.rules(), world.said(), world.now());
      assertThat(listed(world)).as("seed %d: %s", seed, world).isEqualTo(onPaper);
      found += onPaper.size();
    }
    assertThat(found).as("slots compared").isGreaterThan(20_000);
  }

  @Test
  void booksWhatItListed() {
    int asked = 0;
    for (int seed = 0; seed < 1500; seed++) {
      var world = world(new Random(seed));
      var hosts = world.hosts();
      // as Slots lists: from a few days before, so that no beginning is cut off
      var look = world.from().minus(3, ChronoUnit.DAYS);
      var list = SlotEngine.slots(world.rules(), hosts, world.now(), look, world.to());
      for (int n = 0; n < list.size(); n++) {
        if (!list.start(n).isBefore(world.from())) {
          assertThat(SlotEngine.at(world.rules(), hosts, world.now(), list.start(n)))
              .as("seed %d at %s", seed, list.start(n))
              .isEqualTo(list.hosts(n));
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(10_000);
  }

  @Test
  void booksAMinuteLaterWhatItListedAMinuteAgo() {
    for (int seed = 0; seed < 800; seed++) {
      var world = world(new Random(seed));
      var hosts = world.hosts();
      var later = world.now().plusSeconds(61);
      var look = world.from().minus(3, ChronoUnit.DAYS);
      var list = SlotEngine.slots(world.rules(), hosts, world.now(), look, world.to());
      var earliest = later.plus(world.rules().minNotice(), ChronoUnit.MINUTES);
      for (int n = 0; n < list.size(); n++) {
        var start = list.start(n);
        boolean notice = !start.isBefore(earliest);
        if (notice && !start.isBefore(world.from()) && sameWindow(world, later)) {
          assertThat(SlotEngine.at(world.rules(), hosts, later, start))
              .as("seed %d at %s", seed, start)
              .isEqualTo(list.hosts(n));
        }
      }
    }
  }

  private static boolean sameWindow(World world, Instant later) {
    return !(world.rules().window() instanceof BookingWindow.Rolling(_, _, var zone))
        || LocalDate.ofInstant(world.now(), zone).equals(LocalDate.ofInstant(later, zone));
  }

  @Test
  void doesNotBookWhatNobodyIsFreeFor() {
    for (int seed = 0; seed < 600; seed++) {
      var random = new Random(seed);
      var world = world(random);
      var paper =
          new SlotsOnPaper(
              world.from().minus(3, ChronoUnit.DAYS), world.to().plus(2, ChronoUnit.DAYS));
      for (int i = 0; i < 40; i++) {
        var start = world.from().plus(random.nextInt(4000), ChronoUnit.MINUTES);
        for (int place : SlotEngine.at(world.rules(), world.hosts(), world.now(), start)) {
          var host = world.said().get(place);
          var minutes = paper.working(host);
          int a =
              Math.toIntExact(
                  ChronoUnit.MINUTES.between(world.from().minus(3, ChronoUnit.DAYS), start));
          assertThat(minutes.nextClearBit(a))
              .as("seed %d at %s", seed, start)
              .isGreaterThanOrEqualTo(a + world.rules().duration());
          assertThat(start).isAfterOrEqualTo(world.now());
        }
      }
    }
  }

  @Test
  void saysWhyExactlyWhenSomebodyCannotBeBooked() {
    for (int seed = 0; seed < 600; seed++) {
      var random = new Random(seed);
      var world = world(random);
      for (int i = 0; i < 20; i++) {
        var start = world.from().plus(5L * random.nextInt(900), ChronoUnit.MINUTES);
        var hosts = world.hosts();
        var names = IntStream.range(0, hosts.size()).mapToObj(n -> "H" + n).toList();
        var why = Troubleshooter.why(world.rules(), hosts, names, world.now(), start);
        for (int h = 0; h < hosts.size(); h++) {
          var alone =
              new SlotHost(
                  hosts.get(h).person(),
                  hosts.get(h).hours(),
                  hosts.get(h).busy(),
                  false,
                  hosts.get(h).dayCap());
          boolean free =
              !SlotEngine.at(world.rules(), List.of(alone), world.now(), start).isEmpty();
          assertThat(why.get(h).free()).as("seed %d, host %d", seed, h).isEqualTo(free);
        }
      }
    }
  }

  @Test
  void countsBookableDaysFromTheFirstThatHasASlot() {
    var utc = ZoneOffset.UTC;
    var now = Instant.parse("2026-05-13T18:00:00Z");
    var rules =
        new SlotRules(
            60,
            0,
            0,
            0,
            0,
            0,
            new SlotRules.Grid(60, utc),
            new BookingWindow.RollingBookable(2, false, utc),
            Limits.NONE);
    var hours =
        HostHours.in(utc)
            .weekly(EnumSet.allOf(DayOfWeek.class), new Span(9 * 60, 11 * 60))
            .off(new DaysOff(LocalDate.of(2026, 5, 14), LocalDate.of(2026, 5, 15)))
            .build();
    var host =
        new SlotHost(
            new Person(UUID.randomUUID()), hours, SlotHost.BusyTimes.of(List.of()), false, 0);
    var list = SlotEngine.slots(rules, List.of(host), now, now, now.plus(20, ChronoUnit.DAYS));
    // the 13th is over, the 14th and 15th are off
    assertThat(list.starts())
        .containsExactly(
            Instant.parse("2026-05-16T09:00:00Z"),
            Instant.parse("2026-05-16T10:00:00Z"),
            Instant.parse("2026-05-17T09:00:00Z"),
            Instant.parse("2026-05-17T10:00:00Z"));
    assertThat(SlotEngine.at(rules, List.of(host), now, Instant.parse("2026-05-18T09:00:00Z")))
        .isEmpty();
  }

  @Test
  void saysForAWholeTeamWhyASlotIsMissing() {
    var utc = ZoneOffset.UTC;
    var start = Instant.parse("2026-05-12T14:00:00Z");
    var all = EnumSet.allOf(DayOfWeek.class);
    var hours = HostHours.in(utc).weekly(all, new Span(9 * 60, 17 * 60)).build();
    var off =
        HostHours.in(utc)
            .weekly(all, new Span(9 * 60, 17 * 60))
            .off(new DaysOff(LocalDate.of(2026, 5, 12), LocalDate.of(2026, 5, 12)))
            .build();
    var demo =
        new Busy(start, start.plus(30, ChronoUnit.MINUTES), 0, 0, "demo", "", true, true, true);
    var early =
        new Busy(
            start.minus(5, ChronoUnit.HOURS),
            start.minus(4, ChronoUnit.HOURS),
            0,
            0,
            "demo",
            "",
            true,
            true,
            true);
    var team = new LinkedHashMap<String, SlotHost>();
    team.put("Ana", host(hours, List.of(demo), 0));
    team.put("Bo", host(off, List.of(), 0));
    team.put("Cy", host(hours, List.of(early), 1));
    team.put("Di", host(hours, List.of(), 0));
    var why =
        Troubleshooter.why(
            SlotRules.of(30, utc),
            List.copyOf(team.values()),
            List.copyOf(team.keySet()),
            Instant.parse("2026-05-01T00:00:00Z"),
            start);
    assertThat(why.stream().map(Why::words))
        .containsExactly(
            "Ana has a demo from 14:00 to 14:30.",
            "Bo is out of office.",
            "Cy is at the daily cap of 1.",
            "Di is free.");
  }

  private static SlotHost host(HostHours hours, List<Busy> busy, int cap) {
    return new SlotHost(
        new Person(UUID.randomUUID()), hours, SlotHost.BusyTimes.of(busy), false, cap);
  }

  @Test
  void keepsMoreThanSixtyFourHostsApart() {
    var utc = ZoneOffset.UTC;
    var hosts = new ArrayList<SlotHost>();
    for (int i = 0; i < 150; i++) {
      var day = DayOfWeek.of(1 + i % 7);
      hosts.add(
          host(HostHours.in(utc).weekly(List.of(day), new Span(540, 600)).build(), List.of(), 0));
    }
    var monday = LocalDate.of(2026, 5, 11).atTime(LocalTime.MIDNIGHT).toInstant(utc);
    var list =
        SlotEngine.slots(
            SlotRules.of(60, utc), hosts, monday, monday, monday.plus(7, ChronoUnit.DAYS));
    assertThat(list.size()).isEqualTo(7);
    for (int n = 0; n < 7; n++) {
      int day = n;
      assertThat(list.hosts(n))
          .isEqualTo(IntStream.range(0, 150).filter(i -> i % 7 == day).boxed().toList());
      assertThat(list.free(n)).isEqualTo(n < 3 ? 22 : 21);
    }
  }

  @Test
  void keepsTheFederalHolidaysOfTheLaw() {
    // as published by the Office of Personnel Management
    assertThat(Holidays.of("US", 2026).stream().map(Holidays.Holiday::date))
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 19),
            LocalDate.of(2026, 2, 16),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 6, 19),
            LocalDate.of(2026, 7, 3),
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 10, 12),
            LocalDate.of(2026, 11, 11),
            LocalDate.of(2026, 11, 26),
            LocalDate.of(2026, 12, 25));
    // New Year 2028 is a Saturday: kept on the last day of 2027
    assertThat(
            Holidays.between(
                    "US",
                    java.util.Set.of("us-christmas"),
                    LocalDate.of(2027, 12, 20),
                    LocalDate.of(2027, 12, 31))
                .stream()
                .map(Holidays.Holiday::date))
        .containsExactly(LocalDate.of(2027, 12, 31));
    assertThat(Holidays.easter(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
    for (var country : Holidays.countries().keySet()) {
      assertThat(Holidays.of(country, 2027)).as(country).isNotEmpty();
    }
  }
}
