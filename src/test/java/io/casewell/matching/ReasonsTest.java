package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final EnumSet<DayOfWeek> WEEKDAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final Catalogue catalogue = new Catalogue();
  private final Engine engine = new Engine(Map.of("NALA-CP", "paralegal"));

  @Test
  void saysEachPartInWords() {
    var reasons = reasons(staff(LocalDate.of(2030, 1, 1), true), false);
    assertThat(reasons.parts().stream().map(Reasons.Reason::sentence))
        .containsExactly(
            "1 of 2 must-have skills at expert level, 1 of them verified",
            "None of 1 nice-to-have skill",
            "Shares 20 of the 25 hours you asked for",
            "7 years of Personal injury",
            "1 year in legal work",
            "Knows 1 of 2 preferred programs: Clio Manage",
            "Rated 4.7 of 5 on average, 3 ratings",
            "Holds Certified Paralegal (CP; formerly also CLA), verified",
            "$42.50 an hour, $2.50 under your cap");
    assertThat(reasons.parts().stream().mapToInt(Reasons.Reason::points).sum())
        .isEqualTo(match(staff(LocalDate.of(2030, 1, 1), true)).score());
  }

  @Test
  void flagsWhatAFirmShouldCheck() {
    var ends = LocalDate.of(2026, 10, 5).plusWeeks(4).minusDays(1);
    assertThat(reasons(staff(ends, true), true).flags())
        .containsExactly("unverified claims", "conflict review", "credential ends soon");
    assertThat(reasons(staff(ends.plusDays(90), true), false).flags())
        .containsExactly("unverified claims", "credential ends soon");
    assertThat(reasons(staff(ends.plusDays(91), true), false).flags())
        .containsExactly("unverified claims");
    assertThat(reasons(staff(null, true), false).flags()).containsExactly("unverified claims");
    assertThat(reasons(staff(ends.minusDays(1), true), false).flags())
        .containsExactly("unverified claims");
  }

  @Test
  void wordsNumbersAsPeopleReadThem() {
    assertThat(Wording.duration(450)).isEqualTo("7 h 30 min");
    assertThat(Wording.duration(45)).isEqualTo("45 min");
    assertThat(Wording.dollars(4550)).isEqualTo("$45.50");
    assertThat(Wording.clock(0)).isEqualTo("midnight");
    assertThat(Wording.clock(720)).isEqualTo("12 pm");
    assertThat(Wording.clock(15)).isEqualTo("12:15 am");
    assertThat(Wording.clock(785)).isEqualTo("1:05 pm");
    assertThat(Wording.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(Wording.people(1)).isEqualTo("1 person");
  }

  @Test
  void drawsTheWeekBothShare() {
    var week = SharedWeek.of(ask(), staff(null, true));
    assertThat(week.monday()).isEqualTo("2026-10-05");
    assertThat(week.sharedMinutes()).isEqualTo(20 * 60);
    var monday = week.blocks().stream().filter(b -> b.day() == 0).toList();
    assertThat(monday.stream().map(b -> b.words()))
        .containsExactly(
            "Monday, 9 am to 2 pm, asked for",
            "Monday, 10 am to 6 pm, free",
            "Monday, 10 am to 2 pm, shared");
    assertThat(week.fromHour()).isEqualTo(6);
    assertThat(week.toHour()).isEqualTo(22);
  }

  @Test
  void drawsWhatTheRulesCountInAPlainWeek() {
    for (int seed = 0; seed < 300; seed++) {
      var samples = new Samples(seed);
      var ask = samples.ask();
      var staff = samples.staff();
      var week = SharedWeek.of(ask, staff);
      assertThat(engine.evaluate(ask, staff, NOW).sharedMinutes())
          .as("seed " + seed)
          .isLessThanOrEqualTo(week.sharedMinutes());
      assertThat(week.blocks()).allMatch(b -> b.from() < b.to() && b.to() <= 1440);
    }
  }

  private Reasons reasons(StaffFacts facts, boolean review) {
    return Reasons.of(ask(), new Ranking.Candidate(match(facts), facts), NOW, review, catalogue);
  }

  private Match match(StaffFacts facts) {
    return engine.evaluate(ask(), facts, NOW);
  }

  private static Ask ask() {
    var terms =
        new NeedTerms(
            "Help with a trial",
            Role.PARALEGAL,
            1,
            25,
            List.of(
                new NeedTerms.MustSkill("legal-research", 3),
                new NeedTerms.MustSkill("cite-checking", 3)),
            List.of(new NeedTerms.NiceSkill("docketing", 2)),
            List.of(),
            List.of("clio", "mycase"),
            List.of(List.of("NALA-CP")),
            List.of(),
            List.of("personal-injury"),
            List.of(),
            NEW_YORK,
            new HoursRow(WEEKDAYS, 9 * 60, 14 * 60),
            600,
            4500,
            LocalDate.of(2026, 10, 5),
            4);
    return new Ask(new UUID(1, 2), FirmId.next(), terms, Set.of());
  }

  private static StaffFacts staff(@Nullable LocalDate validUntil, boolean verified) {
    return new StaffFacts(
        StaffId.next(),
        Set.of(Role.PARALEGAL),
        Map.of(Role.PARALEGAL, 4250),
        Map.of(
            "legal-research",
            new StaffFacts.Skill(5, true),
            "cite-checking",
            new StaffFacts.Skill(3, false)),
        Set.of("clio"),
        List.of(new StaffFacts.Credential("NALA-CP", validUntil, verified)),
        Set.of(),
        Map.of("personal-injury", 7),
        Map.of(),
        1,
        NEW_YORK,
        List.of(new HoursRow(WEEKDAYS, 10 * 60, 18 * 60)),
        List.of(),
        40,
        0,
        3,
        14,
        true,
        Set.of(),
        Set.of());
  }
}
