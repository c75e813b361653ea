package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Engine engine = new Engine(Samples.CREDENTIAL_ROLES);
  private final RulesPage page = new RulesPage(Samples.CREDENTIAL_ROLES);

  @Test
  void answersAsTheRulesPageReads() {
    for (int seed = 0; seed < 700; seed++) {
      var samples = new Samples(seed);
      var ask = samples.ask();
      var now = samples.now();
      for (int i = 0; i < 8; i++) {
        var staff = samples.staff();
        var match = engine.evaluate(ask, staff, now);
        var verdict = page.judge(ask, staff, now);
        var where = "seed " + seed + " staff " + i + " of " + ask.terms() + " and " + staff;
        assertThat(match.sharedMinutes()).as(where).isEqualTo(verdict.shared());
        assertThat(match.points()).as(where).isEqualTo(verdict.parts());
        assertThat(match.failed().stream().map(Enum::name).collect(Collectors.toSet()))
            .as(where)
            .isEqualTo(verdict.failed());
      }
    }
  }

  @Test
  void sumsThePartsToTheScore() {
    for (int seed = 0; seed < 300; seed++) {
      var samples = new Samples(seed);
      var match = engine.evaluate(samples.ask(), samples.staff(), samples.now());
      int sum = 0;
      for (var part : Part.values()) {
        assertThat(match.points(part)).as("seed " + seed).isBetween(0, part.most());
        sum += match.points(part);
      }
      assertThat(match.score()).isEqualTo(sum).isLessThanOrEqualTo(10_000);
    }
  }

  @Test
  void refusesAZoneOffTheQuarterHourGrid() {
    assertThatThrownBy(() -> QuarterHours.require(java.time.ZoneId.of("+05:07")))
        .hasMessageContaining("+05:07")
        .hasMessageContaining("quarter-hour grid");
  }
}
