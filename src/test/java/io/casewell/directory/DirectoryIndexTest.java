package io.casewell.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.matching.StaffFacts;
import io.casewell.platform.FirmId;
import io.casewell.platform.Form;
import io.casewell.platform.StaffId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class DirectoryIndexTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 13);
  private static final FirmId FIRM = new FirmId(new UUID(7, 7));
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final List<String> SKILLS =
      CATALOGUE.skills().all().stream().limit(4).map(skill -> skill.slug()).toList();
  private static final List<String> ZONES =
      List.of("America/New_York", "America/Los_Angeles", "Asia/Manila");

  private final Random random = new Random(20270113);
  private final Map<StaffId, StaffFacts> people = new HashMap<>();
  private MovedClock clock = new MovedClock();
  private DirectoryIndex index = new DirectoryIndex(clock);

  private static final class MovedClock extends Clock {
    private Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void fill() {
    clock = new MovedClock();
    index = new DirectoryIndex(clock);
    for (int i = 0; i < 700; i++) {
      put(somebody(new StaffId(new UUID(i + 1, random.nextLong()))));
    }
  }

  private void put(StaffFacts facts) {
    people.put(facts.staff(), facts);
    index.put(List.of(facts));
  }

  private StaffFacts somebody(StaffId staff) {
    var role = random.nextBoolean() ? Role.PARALEGAL : Role.CASE_MANAGER;
    var skills = new HashMap<String, StaffFacts.Skill>();
    SKILLS.stream()
        .filter(_ -> random.nextInt(3) > 0)
        .forEach(skill -> skills.put(skill, new StaffFacts.Skill(3, true)));
    int from = 4 * random.nextInt(20) * 15;
    return new StaffFacts(
        staff,
        Set.of(role),
        Map.of(role, 2000 + random.nextInt(9) * 500),
        skills,
        random.nextBoolean() ? Set.of("clio") : Set.of(),
        List.of(),
        random.nextBoolean() ? Set.of("NY") : Set.of("NY", "NJ"),
        Map.of("immigration", 3),
        Map.of("en", 5),
        random.nextInt(12),
        ZoneId.of(ZONES.get(random.nextInt(3))),
        List.of(new HoursRow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from, from + 240)),
        random.nextInt(4) == 0 ? List.of(promise()) : List.of(),
        random.nextInt(41),
        random.nextInt(5),
        2,
        7,
        random.nextInt(10) > 0,
        random.nextInt(9) == 0 ? Set.of(FIRM) : Set.of(),
        Set.of());
  }

  private StaffFacts.Commitment promise() {
    var from = TODAY.plusDays(random.nextInt(20));
    return new StaffFacts.Commitment(
        ZoneId.of("America/New_York"), List.of(), 10, from, from.plusDays(5));
  }

  private Wish wish(String... fields) {
    var query = new LinkedMultiValueMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      query.add(fields[i], fields[i + 1]);
    }
    return Wish.of(Form.of(query), CATALOGUE, true);
  }

  private Set<StaffId> meeting(Predicate<StaffFacts> wanted) {
    var meeting = new HashSet<StaffId>();
    people.values().stream()
        .filter(facts -> facts.active() && wanted.test(facts))
        .forEach(facts -> meeting.add(facts.staff()));
    return meeting;
  }

  private Set<StaffId> all(String... fields) {
    var all = new HashSet<StaffId>();
    var more = new ArrayList<>(List.of(fields));
    more.addAll(List.of("after", ""));
    for (int pages = 0; pages < 1000; pages++) {
      var found = index.find(wish(more.toArray(String[]::new)), null, 24);
      for (var staff : found.shown()) {
        assertThat(all.add(staff)).as("shown once").isTrue();
      }
      if (found.next().isEmpty()) {
        assertThat(found.total()).isEqualTo(all.size());
        return all;
      }
      more.set(more.size() - 1, found.next());
    }
    throw new AssertionError("the pages never end");
  }

  private static long free(StaffFacts facts, LocalDate day) {
    return facts.freeHours(day, day.plusDays(6));
  }

  @Test
  void showsEverybodyActiveOncePageByPageInEachOrder() {
    for (var sort : Sort.values()) {
      assertThat(all("sort", sort.code())).as(sort.code()).isEqualTo(meeting(_ -> true));
    }
  }

  @Test
  void findsWhoeverMeetsEveryFilter() {
    assertThat(all("skill", SKILLS.get(0), "skill", SKILLS.get(1), "state", "NJ"))
        .isNotEmpty()
        .isEqualTo(
            meeting(f ->
                f.skills().containsKey(SKILLS.get(0))
                    && f.skills().containsKey(SKILLS.get(1))
                    && f.jurisdictions().contains("NJ")));
    assertThat(all("role", "paralegal", "hours", "20"))
        .isNotEmpty()
        .isEqualTo(meeting(f -> f.roles().contains(Role.PARALEGAL) && free(f, TODAY) >= 20));
  }

  @Test
  void countsWhatChoosingAValueWouldShow() {
    var base = new String[] {"skill", SKILLS.get(0), "role", "paralegal"};
    var counts = index.find(wish(base), null, 24).counts();
    for (var facet : Facet.values()) {
      counts
          .getOrDefault(facet, Map.of())
          .forEach((value, count) -> {
            var more = new ArrayList<>(List.of(base));
            if (facet == Facet.ROLE) {
              more.set(3, value);
            } else if (!more.contains(value)) {
              more.addAll(List.of(facet.field(), value));
            }
            var narrowed = index.find(wish(more.toArray(String[]::new)), null, 24);
            assertThat(narrowed.total()).as(facet + " " + value).isEqualTo(count);
          });
    }
  }

  @Test
  void forgetsWhatNoLongerHolds() {
    for (var staff : List.copyOf(people.keySet()).subList(0, 300)) {
      put(somebody(staff));
    }
    assertThat(all("skill", SKILLS.get(2)))
        .isEqualTo(meeting(f -> f.skills().containsKey(SKILLS.get(2))));
  }

  @Test
  void worksFreeHoursOutAnewAtTheDaysTurn() {
    var later = TODAY.plusDays(9);
    clock.now = later.atTime(0, 1).toInstant(ZoneOffset.UTC);
    assertThat(all("hours", "20")).isEqualTo(meeting(f -> free(f, later) >= 20));
  }

  @Test
  void hidesFromAFirmWhoeverIsBlocked() {
    var found = index.find(wish(), FIRM, 24);
    assertThat(found.total()).isEqualTo(meeting(f -> !f.blockedFirms().contains(FIRM)).size());
  }

  @Test
  void sharesOfficeHoursByRealTime() {
    var nine = List.of(new HoursRow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 540, 1020));
    var week = Office.week(nine);
    assertThat(Office.EASTERN.sharedQuarters(week, ZoneId.of("America/New_York"), TODAY))
        .isEqualTo(5 * 32);
    assertThat(Office.PACIFIC.sharedQuarters(week, ZoneId.of("America/New_York"), TODAY))
        .isEqualTo(5 * 20);
    // nine to five in New York is ten in the evening to six in Manila, the next day
    var night =
        Office.week(
            List.of(new HoursRow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 1320, 360)));
    assertThat(Office.EASTERN.sharedQuarters(night, ZoneId.of("Asia/Manila"), TODAY))
        .isEqualTo(5 * 32);
  }

  @Test
  void readsWordsByTheirSynonyms() {
    assertThat(wish("q", "bluebooking").chosen(Facet.SKILL)).containsExactly("cite-checking");
    var read = wish("q", "immigration paralegal who speaks Spanish and knows Clio");
    assertThat(read.chosen(Facet.LANGUAGE)).contains("es");
    assertThat(read.chosen(Facet.SOFTWARE)).contains("clio");
    assertThat(wish("q", "qwzxv").words()).isEqualTo("qwzxv");
    assertThat(index.find(wish("q", "qwzxv"), null, 24).total()).isZero();
  }

  @Test
  void letsAVisitorSortByNothingHidden() {
    var query = new LinkedMultiValueMap<String, String>();
    query.add("sort", "rate");
    assertThat(Wish.of(Form.of(query), CATALOGUE, false).sort()).isEqualTo(Sort.HOURS);
  }
}
