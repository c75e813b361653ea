package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a professional is told of today's needs, in words. */
class OpenedTest {
  @Test
  void namesTheMostFirstAndCountsRight() {
    var opened =
        Opened.of(
            14,
            3,
            Map.of(Constraint.CREDENTIALS, 12, Constraint.OVERLAP, 1),
            Map.of(Constraint.CREDENTIALS, 9, Constraint.SKILLS, 2));
    assertThat(opened.inWords()).isEqualTo("3 of today's 14 open needs for your role fit you.");
    assertThat(opened.ways())
        .extracting(Opened.Way::sentence)
        .containsExactly(
            "A verified certification opens 12 of today's needs.",
            "A week nearer to that of firms opens 1 of today's needs.",
            "2 of 14 ask for skills or levels you have not named.");
  }

  @Test
  void hasWordsForNoneAndOne() {
    assertThat(Opened.of(0, 0, Map.of(), Map.of()).inWords())
        .startsWith("No firm asks for your role today");
    assertThat(Opened.of(1, 0, Map.of(), Map.of()).inWords())
        .isEqualTo("The one open need for your role today does not fit you yet.");
    assertThat(Opened.of(2, 1, Map.of(), Map.of()).inWords())
        .isEqualTo("1 of today's 2 open needs for your role fits you.");
  }
}
