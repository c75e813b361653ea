package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import io.casewell.platform.StaffId;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/** Measures the index on one thread, by hand: {@code java … IndexBenchmark 100000}. */
final class IndexBenchmark {
  private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("America/New_York"),
          ZoneId.of("America/Chicago"),
          ZoneId.of("America/Denver"),
          ZoneId.of("America/Los_Angeles"),
          ZoneId.of("America/Phoenix"),
          ZoneId.of("Asia/Manila"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("America/Bogota"),
          ZoneId.of("America/Mexico_City"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Africa/Johannesburg"));

  private final Random random = new Random(1);

  private IndexBenchmark() {}

  public static void main(String[] arguments) {
    int count = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    new IndexBenchmark().run(count);
  }

  private void run(int count) {
    var roles = new HashMap<String, String>();
    for (int i = 0; i < 32; i++) {
      roles.put("C" + i, i < 26 ? "paralegal" : "both");
    }
    var packed = new ArrayList<byte[]>(count);
    var ids = new ArrayList<StaffId>(count);
    for (int i = 0; i < count; i++) {
      var facts = staff(StaffId.next());
      ids.add(facts.staff());
      packed.add(FactsCodec.pack(facts));
    }
    long bytes = packed.stream().mapToLong(b -> b.length).sum();
    System.out.printf("%,d people, %,d packed bytes each%n", count, bytes / count);
    for (int i = 0; i < 3; i++) {
      long start = cpu();
      packed.forEach(FactsCodec::unpack);
      System.out.printf("unpack all: %,d ms%n", (cpu() - start) / 1_000_000);
    }
    var index = new MatchIndex(new Engine(roles));
    long start = cpu();
    index.load(packed);
    System.out.printf("load: %,d ms%n", (cpu() - start) / 1_000_000);
    measure("typical need", () -> index.rank(ask(typical()), NOW, 20));
    measure("nothing filtered", () -> index.rank(ask(open()), NOW, 20));
    measure("two years long", () -> index.rank(ask(weeks(104)), NOW, 20));
    measure(
        "change of 20 people",
        () -> {
          var changed = new ArrayList<StaffFacts>();
          for (int i = 0; i < 20; i++) {
            changed.add(staff(ids.get(random.nextInt(ids.size()))));
          }
          index.put(changed);
        });
    var ranking = index.rank(ask(typical()), NOW, 20);
    System.out.println("typical: eligible " + ranking.eligible() + " " + ranking.excluded());
    System.gc();
    var runtime = Runtime.getRuntime();
    packed.clear();
    System.out.printf(
        "memory in use: %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  /** Time on the processor, so that neighbours on the machine do not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(String what, Runnable task) {
    var nanos = new long[200];
    for (int i = -100; i < nanos.length; i++) {
      long start = cpu();
      task.run();
      if (i >= 0) {
        nanos[i] = cpu() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf("%s: p50 %.2f ms, p99 %.2f ms%n", what, nanos[100] / 1e6, nanos[198] / 1e6);
  }

  private Ask ask(NeedTerms terms) {
    return new Ask(UUID.randomUUID(), new FirmId(new UUID(1, 1)), terms, Set.of(party()));
  }

  private NeedTerms typical() {
    return new NeedTerms(
        "Typical",
        Role.PARALEGAL,
        1,
        25,
        distinct(4, i -> new NeedTerms.MustSkill("skill-" + i, 2 + i % 2), 30),
        distinct(6, i -> new NeedTerms.NiceSkill("skill-" + (40 + i), 1 + i % 3), 60),
        distinct(1, i -> "program-" + i, 8),
        distinct(3, i -> "program-" + i, 50),
        List.of(List.of("C1", "C2", "C3")),
        List.of("J1"),
        distinct(2, i -> "area-" + i, 34),
        List.of(new NeedTerms.LanguageWanted("en", 4)),
        ZONES.get(0),
        new HoursRow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9 * 60, 17 * 60),
        12 * 60,
        6_500,
        LocalDate.of(2026, 10, 12),
        26);
  }

  private NeedTerms open() {
    return weeks(26);
  }

  private NeedTerms weeks(int weeks) {
    var t = typical();
    return new NeedTerms(
        "Open",
        t.role(),
        1,
        1,
        List.of(),
        t.niceSkills(),
        List.of(),
        t.niceSoftware(),
        List.of(),
        List.of(),
        t.practiceAreas(),
        List.of(),
        t.zone(),
        t.window(),
        0,
        null,
        t.startDate(),
        weeks);
  }

  private StaffFacts staff(StaffId id) {
    var skills = new HashMap<String, StaffFacts.Skill>();
    for (int i = 0; i < 14; i++) {
      skills.put(
          "skill-" + random.nextInt(127),
          new StaffFacts.Skill(1 + random.nextInt(5), random.nextBoolean()));
    }
    var areas = new HashMap<String, Integer>();
    for (int i = 0; i < 4; i++) {
      areas.put("area-" + random.nextInt(34), random.nextInt(12));
    }
    var zone = ZONES.get(random.nextInt(ZONES.size()));
    int ratings = random.nextInt(30);
    int cents = 2_500 + random.nextInt(6_000);
    var roles =
        random.nextInt(10) == 0
            ? EnumSet.allOf(Role.class)
            : EnumSet.of(random.nextInt(4) == 0 ? Role.CASE_MANAGER : Role.PARALEGAL);
    var rates = new HashMap<Role, Integer>();
    roles.forEach(role -> rates.put(role, cents));
    return new StaffFacts(
        id,
        roles,
        rates,
        skills,
        new HashSet<>(distinct(6, i -> "program-" + i, 53)),
        distinct(
            1 + random.nextInt(2),
            i ->
                new StaffFacts.Credential(
                    "C" + i % 32,
                    random.nextInt(4) == 0
                        ? null
                        : LocalDate.of(2026, 9, 1).plusDays(random.nextInt(1200)),
                    random.nextInt(4) != 0),
            32),
        new HashSet<>(distinct(2, i -> "J" + i, 12)),
        areas,
        Map.of("en", 3 + random.nextInt(3), "es", 1 + random.nextInt(5)),
        random.nextInt(20),
        zone,
        hours(),
        random.nextInt(10) < 3 ? List.of(commitment(zone)) : List.of(),
        20 + random.nextInt(25),
        random.nextInt(3) == 0 ? random.nextInt(20) : 0,
        ratings,
        ratings * (3 + random.nextInt(3)),
        random.nextInt(20) != 0,
        random.nextInt(50) == 0 ? Set.of(new FirmId(new UUID(1, random.nextInt(100)))) : Set.of(),
        random.nextInt(3) == 0 ? new HashSet<>(List.of(party(), party())) : Set.of());
  }

  private StaffFacts.Commitment commitment(ZoneId zone) {
    var from = LocalDate.of(2026, 5, 1).plusDays(random.nextInt(300));
    return new StaffFacts.Commitment(
        random.nextInt(4) == 0 ? ZONES.get(random.nextInt(ZONES.size())) : zone,
        hours().subList(0, 1),
        5 + random.nextInt(15),
        from,
        random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(300)));
  }

  private List<HoursRow> hours() {
    int start = 24 + random.nextInt(24);
    var rows = new ArrayList<HoursRow>();
    rows.add(
        new HoursRow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(4 + random.nextInt(3))),
            start * 15,
            (start + 12 + random.nextInt(24)) * 15));
    if (random.nextBoolean()) {
      int evening = 64 + random.nextInt(16);
      rows.add(
          new HoursRow(
              EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7))),
              evening * 15,
              (evening + 4 + random.nextInt(12)) * 15));
    }
    return rows;
  }

  private PartyHash party() {
    return new PartyHash(random.nextInt(50_000), 2, 3, 4);
  }

  private <T> List<T> distinct(int count, IntFunction<T> make, int of) {
    var numbers = new HashSet<Integer>();
    while (numbers.size() < count) {
      numbers.add(random.nextInt(of));
    }
    return numbers.stream().map(make::apply).toList();
  }
}
