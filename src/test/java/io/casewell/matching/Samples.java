package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import io.casewell.platform.StaffId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random needs and staff, the same for the same seed; narrow enough that much of it meets. */
final class Samples {
  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("America/New_York"),
          ZoneId.of("America/Los_Angeles"),
          ZoneId.of("America/Phoenix"),
          ZoneId.of("America/Halifax"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Asia/Manila"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/Bogota"),
          ZoneId.of("Europe/Berlin"),
          // clocks that change at midnight
          ZoneId.of("America/Havana"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("UTC"));

  static final Map<String, String> CREDENTIAL_ROLES =
      Map.of(
          "C0", "paralegal", "C1", "paralegal", "C2", "case_manager", "C3", "both", "C4", "nurse");

  /** Days near clock changes of the zones above. */
  private static final List<LocalDate> TURNS =
      List.of(
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2027, 3, 14),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2027, 3, 28),
          LocalDate.of(2026, 10, 4),
          LocalDate.of(2027, 4, 4),
          LocalDate.of(2026, 9, 6),
          LocalDate.of(2026, 9, 27));

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  Instant now() {
    return Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
  }

  Ask ask() {
    return ask(new UUID(random.nextLong(), random.nextLong()), terms());
  }

  Ask ask(UUID need, NeedTerms terms) {
    var parties = random.nextInt(3) == 0 ? Set.of(party()) : Set.<PartyHash>of();
    return new Ask(need, firm(), terms, parties);
  }

  NeedTerms terms() {
    int hours = 1 + random.nextInt(45);
    return new NeedTerms(
        "A need",
        role(),
        1,
        hours,
        some(3, () -> "s" + random.nextInt(8)).stream()
            .map(s -> new NeedTerms.MustSkill(s, 1 + random.nextInt(4)))
            .toList(),
        some(4, () -> "s" + random.nextInt(8)).stream()
            .map(s -> new NeedTerms.NiceSkill(s, 1 + random.nextInt(3)))
            .toList(),
        some(2, () -> "p" + random.nextInt(5)),
        some(4, () -> "p" + random.nextInt(5)),
        some(2, () -> Set.copyOf(someAtLeastOne(2, () -> "C" + random.nextInt(5)))).stream()
            .map(List::copyOf)
            .toList(),
        some(2, () -> "J" + random.nextInt(4)),
        some(3, () -> "a" + random.nextInt(4)),
        some(2, () -> "l" + random.nextInt(3)).stream()
            .map(l -> new NeedTerms.LanguageWanted(l, 1 + random.nextInt(4)))
            .toList(),
        zone(),
        row(),
        random.nextInt(4) == 0 ? random.nextInt(2000) : hours * (random.nextInt(4) * 10),
        random.nextInt(3) == 0 ? null : 1000 + random.nextInt(9000),
        date(),
        1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 12));
  }

  StaffFacts staff() {
    return staff(new StaffId(new UUID(random.nextLong(), random.nextLong())));
  }

  StaffFacts staff(StaffId id) {
    var roles = random.nextInt(4) == 0 ? EnumSet.allOf(Role.class) : EnumSet.of(role());
    var rates = new EnumMap<Role, Integer>(Role.class);
    roles.forEach(r -> rates.put(r, 500 + random.nextInt(9000)));
    int ratings = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
    int sum = ratings == 0 ? 0 : ratings + random.nextInt(4 * ratings + 1);
    return new StaffFacts(
        id,
        roles,
        rates,
        map(8, () -> "s" + random.nextInt(8), this::skill),
        Set.copyOf(some(5, () -> "p" + random.nextInt(5))),
        credentials(),
        Set.copyOf(some(4, () -> "J" + random.nextInt(4))),
        map(4, () -> "a" + random.nextInt(4), () -> random.nextInt(9)),
        map(3, () -> "l" + random.nextInt(3), () -> 1 + random.nextInt(5)),
        random.nextInt(15),
        zone(),
        rows(3),
        commitments(),
        random.nextInt(60),
        random.nextInt(4) == 0 ? random.nextInt(40) : 0,
        ratings,
        sum,
        random.nextInt(8) != 0,
        Set.copyOf(some(random.nextInt(5) == 0 ? 2 : 0, this::firm)),
        Set.copyOf(some(random.nextInt(4) == 0 ? 4 : 0, this::party)));
  }

  private List<StaffFacts.Credential> credentials() {
    return some(
        4,
        () ->
            new StaffFacts.Credential(
                "C" + random.nextInt(5),
                random.nextInt(3) == 0 ? null : date().plusDays(random.nextInt(100)),
                random.nextInt(4) != 0));
  }

  private List<StaffFacts.Commitment> commitments() {
    return some(
        random.nextInt(2) == 0 ? 3 : 0,
        () -> {
          var from = date().minusDays(random.nextInt(60));
          LocalDate until = random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(120));
          return new StaffFacts.Commitment(zone(), rows(2), random.nextInt(20), from, until);
        });
  }

  private StaffFacts.Skill skill() {
    return new StaffFacts.Skill(1 + random.nextInt(5), random.nextBoolean());
  }

  private List<HoursRow> rows(int most) {
    return some(most, this::row);
  }

  private HoursRow row() {
    var days = EnumSet.noneOf(DayOfWeek.class);
    if (random.nextBoolean()) {
      days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }
    do {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    } while (random.nextBoolean());
    int kind = random.nextInt(6);
    int start = kind == 0 ? 0 : random.nextInt(96) * 15;
    int end =
        switch (kind) {
          case 0 -> 1440;
          case 1 -> start;
          case 2 -> 0;
          default -> random.nextInt(97) * 15;
        };
    return new HoursRow(days, start, end);
  }

  private LocalDate date() {
    return TURNS.get(random.nextInt(TURNS.size())).plusDays(random.nextInt(31) - 15);
  }

  private ZoneId zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  private Role role() {
    return random.nextBoolean() ? Role.PARALEGAL : Role.CASE_MANAGER;
  }

  private FirmId firm() {
    return new FirmId(new UUID(7, random.nextInt(6)));
  }

  private PartyHash party() {
    return new PartyHash(random.nextInt(6), 1, 2, 3);
  }

  private <T extends @Nullable Object> List<T> some(int most, Supplier<T> make) {
    var all = new LinkedHashSet<T>();
    for (int i = most == 0 ? 0 : random.nextInt(most + 1); i > 0; i--) {
      all.add(make.get());
    }
    return new ArrayList<>(all);
  }

  private <T> List<T> someAtLeastOne(int most, Supplier<T> make) {
    var all = new LinkedHashSet<>(some(most - 1, make));
    all.add(make.get());
    return new ArrayList<>(all);
  }

  private <V> Map<String, V> map(int most, Supplier<String> key, Supplier<V> value) {
    var all = new HashMap<String, V>();
    for (var k : some(most, key)) {
      all.put(k, value.get());
    }
    return all;
  }
}
