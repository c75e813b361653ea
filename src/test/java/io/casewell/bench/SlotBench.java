package io.casewell.bench;

import io.casewell.calendar.BookingWindow;
import io.casewell.calendar.Busy;
import io.casewell.calendar.DateOverride;
import io.casewell.calendar.DaysOff;
import io.casewell.calendar.HostHours;
import io.casewell.calendar.Limits;
import io.casewell.calendar.Person;
import io.casewell.calendar.SlotEngine;
import io.casewell.calendar.SlotHost;
import io.casewell.calendar.SlotRules;
import io.casewell.calendar.Span;
import io.casewell.calendar.Travel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Measures the slot engine alone: 30 days of half-hour slots, four busy blocks a day and host, with
 * every rule in use. By hand: {@code java -cp … io.casewell.bench.SlotBench}.
 */
public final class SlotBench {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant FROM = Instant.parse("2026-10-12T04:00:00Z");
  private static final Instant TO = FROM.plus(30, ChronoUnit.DAYS);
  private static final Instant NOW = FROM.minus(1, ChronoUnit.HOURS);

  private SlotBench() {}

  public static void main(String[] arguments) {
    run(System.out::println);
  }

  /** Says the figures, a line for each number of reps. */
  static void run(Consumer<String> say) {
    var wanted = List.of(8.0, 50.0, 250.0);
    var sizes = List.of(1, 10, 50);
    // the same code warmed by every size before any is measured
    for (int round = 0; round < 3; round++) {
      sizes.forEach(size -> measure(team(size), 30_000 / size));
    }
    for (int i = 0; i < sizes.size(); i++) {
      var team = team(sizes.get(i));
      var took = measure(team, 60_000 / sizes.get(i));
      say.accept(
          String.format(
              Locale.ROOT,
              "slot engine, %d reps: p50 %.1f µs, p95 %.1f µs, %d bytes a call besides, %d slots"
                  + " (wanted: p50 at most %.0f)",
              sizes.get(i),
              took[took.length / 2] / 1e3,
              took[took.length * 95 / 100] / 1e3,
              bytes(team),
              SlotEngine.slots(rules(), team, NOW, FROM, TO).size(),
              wanted.get(i)));
    }
  }

  private static long[] measure(List<SlotHost> team, int times) {
    var rules = rules();
    var took = new long[times];
    long sum = 0;
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      sum += SlotEngine.slots(rules, team, NOW, FROM, TO).size();
      took[i] = System.nanoTime() - begin;
    }
    if (sum == 0) {
      throw new IllegalStateException("no slots");
    }
    Arrays.sort(took);
    return took;
  }

  /** What a call allocates beside its result: three arrays and their holder. */
  private static long bytes(List<SlotHost> team) {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    var rules = rules();
    long before = threads.getCurrentThreadAllocatedBytes();
    long result = 0;
    for (int i = 0; i < 1000; i++) {
      int slots = SlotEngine.slots(rules, team, NOW, FROM, TO).size();
      result += 3 * 16 + 4L * slots + 8L * slots + 4L * slots + 32;
    }
    return (threads.getCurrentThreadAllocatedBytes() - before - result) / 1000;
  }

  private static SlotRules rules() {
    return new SlotRules(
        30,
        30,
        0,
        5,
        10,
        120,
        new SlotRules.Grid(30, NEW_YORK),
        new BookingWindow.Rolling(45, false, NEW_YORK),
        new Limits(6, 25, 90, 0, 300, 1200, 0, 0));
  }

  private static List<SlotHost> team(int size) {
    var zones = List.of(NEW_YORK, ZoneId.of("America/Chicago"), ZoneId.of("America/Los_Angeles"));
    var team = new ArrayList<SlotHost>();
    for (int i = 0; i < size; i++) {
      var day = LocalDate.ofInstant(FROM, NEW_YORK);
      var hours =
          HostHours.in(zones.get(i % 3))
              .weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Span(540, 1080))
              .weekly(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), new Span(600, 960))
              .override(new DateOverride(day.plusDays(i % 20), List.of(new Span(600, 720))))
              .off(new DaysOff(day.plusDays(10 + i % 7), day.plusDays(11 + i % 7)))
              .holiday(LocalDate.of(2026, 10, 12));
      if (i % 5 == 4) {
        hours.travel(new Travel(day.plusDays(3), day.plusDays(6), ZoneId.of("Europe/London")));
      }
      team.add(
          new SlotHost(
              new Person(new UUID(1, i)),
              hours.build(),
              SlotHost.BusyTimes.of(busy(day, i)),
              false,
              6));
    }
    return team;
  }

  private static List<Busy> busy(LocalDate day, int host) {
    var busy = new ArrayList<Busy>();
    for (int d = 0; d < 30; d++) {
      for (int block = 0; block < 4; block++) {
        var start =
            day.plusDays(d)
                .atTime(10 + 2 * block, 15 * ((host + d + block) % 4))
                .atZone(NEW_YORK)
                .toInstant();
        busy.add(
            new Busy(
                start,
                start.plus(30, ChronoUnit.MINUTES),
                0,
                5,
                "demo",
                "",
                true,
                block == 0,
                true));
      }
    }
    return busy;
  }
}
