package io.casewell.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisorTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final Advisor ADVISOR = new Advisor(CATALOGUE);

  private static Map<String, BigDecimal> hours(String given) {
    var hours = new LinkedHashMap<String, BigDecimal>();
    for (var part : given.split(" ")) {
      var pair = part.split("=");
      hours.put(pair[0], new BigDecimal(pair[1]));
    }
    return hours;
  }

  /** Worked by hand from catalogue/advisor-model.json. */
  @ParameterizedTest
  @CsvSource({
    "T01=14, paralegal, 14, 0, 0.97",
    "T12=20, case_manager, 0, 20, 0.08",
    "T01=2.5, not_enough_information, , , 0.97",
    "T01=3, paralegal, 3, 0, 0.97",
    "T01=10 T12=10, both, 10, 10, 0.53",
    // Kc = 4.5 < max(5, 20 % of 34.5)
    "T01=30 T12=4.5, paralegal, 34.5, 0, 0.85",
    // Kc = 5 is under a fifth of 35
    "T01=30 T12=5, paralegal, 35, 0, 0.84",
    // Kc = 8 is a fifth of 40 and more than five
    "T01=32 T12=8, both, 30, 10, 0.79",
    "T10=32 T01=8, both, 10, 30, 0.23",
    "T10=33 T01=7, case_manager, 0, 40, 0.21",
    // neither core: 0.5 of 20
    "T08=20, both, 10, 10, 0.5",
    // T07 alone: 0.6
    "T07=30, both, 20, 10, 0.6",
    "T07=8, both, 5, 3, 0.6",
    "T01=3 T12=6, both, 3, 6, 0.38",
    "T05=12, paralegal, 12, 0, 0.8",
    "T08=4 T12=2.25, both, 2, 4.25, 0.35",
    // s·H = 7.5, which goes up to 10
    "T08=15, both, 10, 5, 0.5",
    // s·H = 7.2 → 5; at most H − 5
    "T07=12, both, 5, 7, 0.6",
  })
  void answersHoursAsTheModelSays(
      String given, String role, BigDecimal paralegal, BigDecimal caseManager, BigDecimal share) {
    var advice = ADVISOR.advise(hours(given), null);
    assertThat(advice.verdict().code()).as(given).isEqualTo(role);
    assertThat(advice.paralegalHours()).usingComparator(AdvisorTest::compare).isEqualTo(paralegal);
    assertThat(advice.caseManagerHours())
        .usingComparator(AdvisorTest::compare)
        .isEqualTo(caseManager);
    assertThat(advice.paralegalShare()).isEqualByComparingTo(share);
  }

  private static int compare(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b);
  }

  @Test
  void namesTheThreeKindsOfWorkThatPullHardest() {
    var advice = ADVISOR.advise(hours("T01=10 T02=8 T05=6 T08=20 T12=3"), null);
    assertThat(advice.reasons().get(0)).startsWith("Legal research and memos, 10 hours a week");
    assertThat(advice.reasons().get(1)).startsWith("Drafting pleadings");
    assertThat(advice.reasons().get(2)).startsWith("Interviewing clients");
    assertThat(advice.reasons().get(3)).contains("%");
  }

  @Test
  void saysTheSmallestChangeInWords() {
    assertThat(ADVISOR.advise(hours("T01=32 T12=8"), null).change())
        .isEqualTo(
            "With half an hour more a week of legal research and memos, the answer would be a"
                + " paralegal.");
    assertThat(ADVISOR.advise(hours("T01=2.5"), null).change())
        .startsWith("With half an hour more a week of legal research and memos");
  }

  @Test
  void everyAnswerToRandomHoursHoldsTogether() {
    long seed = 20261123;
    var random = new Random(seed);
    for (int round = 0; round < 1_500; round++) {
      var given = new LinkedHashMap<String, BigDecimal>();
      for (var task : CATALOGUE.tasks()) {
        if (random.nextInt(3) == 0) {
          given.put(
              task.id(),
              BigDecimal.valueOf(random.nextInt(81), 0)
                  .movePointLeft(0)
                  .divide(
                      BigDecimal.valueOf(random.nextBoolean() ? 2 : 4), 2, RoundingMode.HALF_UP));
        }
      }
      if (given.isEmpty()) {
        continue;
      }
      var label = "seed " + seed + ", round " + round + ": " + given;
      var advice = ADVISOR.advise(given, null);
      var sum = given.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      if (advice.paralegalShare() != null) {
        assertThat(advice.paralegalShare()).as(label).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
      }
      if (advice.verdict() == Verdict.NOT_ENOUGH_INFORMATION) {
        assertThat(sum).as(label).isLessThan(BigDecimal.valueOf(3));
      } else {
        assertThat(advice.hours()).as(label).isEqualByComparingTo(sum);
        assertThat(advice.verdict()).as(label).isEqualTo(expected(given));
      }
      flipsExactlyThere(given, label);
    }
  }

  /** The rule once more, in plain doubles, from the model's page. */
  private static Verdict expected(Map<String, BigDecimal> given) {
    double hp = 0;
    double h = 0;
    double kp = 0;
    double kc = 0;
    for (var task : CATALOGUE.tasks()) {
      double x = given.getOrDefault(task.id(), BigDecimal.ZERO).doubleValue();
      int number = Integer.parseInt(task.id().substring(1));
      h += x;
      hp += x * task.paralegalShare() / 100;
      kp += number <= 6 ? x : 0;
      kc += number >= 9 ? x : 0;
    }
    if (h < 3) {
      return Verdict.NOT_ENOUGH_INFORMATION;
    }
    double s = hp / h;
    double slack = 1e-9;
    if (s >= .7 - slack && kc < Math.max(5, .2 * h) - slack) {
      return Verdict.PARALEGAL;
    }
    return s <= .3 + slack && kp < Math.max(5, .2 * h) - slack
        ? Verdict.CASE_MANAGER
        : Verdict.BOTH;
  }

  private static void flipsExactlyThere(Map<String, BigDecimal> given, String label) {
    var hours = TaskHours.of(CATALOGUE.tasks(), given, new Problems());
    var flip = Flip.smallest(hours);
    int size = flip.map(found -> Math.abs(found.halfHours())).orElse(121);
    var now = expected(given);
    flip.ifPresent(found -> {
      assertThat(changed(given, found.task().id(), found.halfHours()))
          .as(label)
          .isEqualTo(found.to());
      assertThat(found.to()).as(label).isNotEqualTo(now);
    });
    for (var task : CATALOGUE.tasks()) {
      for (int smaller = 1 - size; smaller < size; smaller++) {
        var h = given.getOrDefault(task.id(), BigDecimal.ZERO).doubleValue() + smaller / 2.0;
        if (h >= 0 && h <= 60) {
          assertThat(changed(given, task.id(), smaller))
              .as(label + " and " + smaller + " half hours of " + task.id())
              .isIn(now, Verdict.NOT_ENOUGH_INFORMATION);
        }
      }
    }
  }

  private static Verdict changed(Map<String, BigDecimal> given, String id, int halfHours) {
    var changed = new LinkedHashMap<>(given);
    changed.merge(id, BigDecimal.valueOf(halfHours * 5L, 1), BigDecimal::add);
    return expected(changed);
  }

  @ParameterizedTest
  @CsvSource({
    "T15, 3, hours.T15",
    "t01, 3, hours.t01",
    "T01, -1, hours.T01",
    "T01, 60.01, hours.T01",
    "T01, 1e999999999, hours.T01",
    "'', 3, hours.",
  })
  void refusesWhatCannotBe(String task, String value, String field) {
    assertThatThrownBy(() -> ADVISOR.advise(Map.of(task, new BigDecimal(value)), null))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.problems().byField()).containsOnlyKeys(field));
  }

  @Test
  void refusesNeitherHoursNorTextAndTextWithoutEnd() {
    assertThatThrownBy(() -> ADVISOR.advise(Map.of(), "  \n")).isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> ADVISOR.advise(Map.of(), null)).isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> ADVISOR.advise(Map.of(), "x".repeat(20_001)))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.problems().at("text")).isNotNull());
    assertThatThrownBy(() -> ADVISOR.advise(Map.of(), "intake, 2000 hours a week"))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void toleratesTheSmallestOfNumbers() {
    assertThat(ADVISOR.advise(Map.of("T01", new BigDecimal("1e-999999999")), null).verdict())
        .isEqualTo(Verdict.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void letsHoursDecideAndTheTextSpeakUp() {
    var advice =
        ADVISOR.advise(
            hours("T01=20"), "Client intake, phones and client updates. Must be certified.");
    assertThat(advice.verdict()).isEqualTo(Verdict.PARALEGAL);
    assertThat(advice.paralegalHours()).isEqualByComparingTo("20");
    assertThat(advice.reasons())
        .contains("The text by itself points to a case manager; the hours decide.")
        .anyMatch(reason -> reason.contains("credential"));
    assertThat(advice.credentialAsked()).isTrue();
    assertThat(advice.counted()).extracting(Advice.Phrase::words).contains("Client intake");
  }

  @Test
  void saysWhatWouldBeLeftWithoutTheParalegalWhoIsThere() {
    var advice =
        ADVISOR.advise(hours("T01=14 T12=10"), "We already have a paralegal for research.");
    assertThat(advice.reasons())
        .anyMatch(reason -> reason.contains("14 hours") && reason.contains("a case manager"));
  }

  @Test
  void blankHoursLeaveTheTextToDecide() {
    assertThat(ADVISOR.advise(hours("T01=0 T02=0"), "client intake").verdict())
        .isEqualTo(Verdict.CASE_MANAGER);
    assertThat(ADVISOR.advise(hours("T01=0"), null).verdict())
        .isEqualTo(Verdict.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void saysWhatOnlyALawyerMayDo() {
    var advice = ADVISOR.advise(Map.of(), "Legal research, give legal advice and appear in court");
    assertThat(advice.outOfScope()).hasSize(2).allMatch(note -> note.contains("attorney"));
    assertThat(ADVISOR.advise(Map.of(), "Legal research, no legal advice").outOfScope()).isEmpty();
  }

  @Test
  void namesWhatItLeftOut() {
    var advice = ADVISOR.advise(Map.of(), "No court filing work. Need client intake.");
    assertThat(advice.reasons())
        .anyMatch(reason -> reason.startsWith("Left out") && reason.contains("court filing"));
    assertThat(advice.counted()).extracting(Advice.Phrase::words).containsExactly("client intake");
  }
}
