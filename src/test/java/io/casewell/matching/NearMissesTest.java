package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NearMissesTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  private final Engine engine = new Engine(Samples.CREDENTIAL_ROLES);

  @Test
  void countsWhoEachRelaxationWouldGain() {
    for (int seed = 0; seed < 25; seed++) {
      var samples = new Samples(seed);
      var staff = staff(samples);
      var ask = samples.ask();
      var now = samples.now();
      var misses = index(staff).nearMisses(ask, now, 10, CATALOGUE);
      var matches = staff.stream().map(f -> engine.evaluate(ask, f, now)).toList();
      assertThat(misses.relaxations()).hasSize(9 + 36);
      for (var relaxation : misses.relaxations()) {
        var given = Set.copyOf(relaxation.constraints());
        var gained =
            matches.stream()
                .filter(m -> !m.eligible() && given.containsAll(m.failed()))
                .mapToInt(Match::score)
                .boxed()
                .toList();
        var where = "seed " + seed + " " + given;
        assertThat(relaxation.more()).as(where).isEqualTo(gained.size());
        assertThat(relaxation.best())
            .as(where)
            .isEqualTo(gained.stream().max(Integer::compare).orElse(null));
      }
    }
  }

  @Test
  void countsWhoEachStepWouldGainWithTheChangeScored() {
    int seen = 0;
    var kinds = new HashSet<Constraint>();
    for (int seed = 0; seed < 120; seed++) {
      var samples = new Samples(seed);
      var staff = staff(samples);
      var ask = samples.ask();
      var now = samples.now();
      for (var step : index(staff).nearMisses(ask, now, 5, CATALOGUE).steps()) {
        var changed = ask.with(step.terms());
        var gained =
            staff.stream()
                .filter(f -> !engine.evaluate(ask, f, now).eligible())
                .map(f -> engine.evaluate(changed, f, now))
                .filter(Match::eligible)
                .map(Match::score)
                .toList();
        var where = "seed " + seed + " " + step.sentence();
        assertThat(step.more()).as(where).isPositive().isEqualTo(gained.size());
        assertThat(step.best()).as(where).isEqualTo(gained.stream().max(Integer::compare).get());
        assertThat(step.sentence()).as(where).matches(".*: \\+(1 person|[0-9]+ people)");
        kinds.add(step.constraint());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(50);
    assertThat(kinds)
        .contains(Constraint.SKILLS, Constraint.CAPACITY, Constraint.OVERLAP, Constraint.RATE);
  }

  @Test
  void saysAStepInWordsForPeople() {
    var sentences = new HashSet<String>();
    for (int seed = 0; seed < 120; seed++) {
      var samples = new Samples(seed);
      index(staff(samples))
          .nearMisses(samples.ask(), samples.now(), 5, CATALOGUE)
          .steps()
          .forEach(step -> sentences.add(step.sentence().replaceAll("[0-9.]+", "9")));
    }
    assertThat(sentences)
        .contains("Minimum overlap 9 h instead of 9 h: +9 people")
        .contains("Cap $9 instead of $9: +9 people")
        .contains("9 hours a week instead of 9: +9 people");
    assertThat(sentences.stream().filter(s -> s.contains("no longer a must"))).isNotEmpty();
    assertThat(sentences.stream().filter(s -> s.contains("at solid level instead of advanced")))
        .isNotEmpty();
  }

  @Test
  void showsNobodyWhoIsConflictedBlockedOrNotActive() {
    for (int seed = 0; seed < 25; seed++) {
      var samples = new Samples(seed);
      var staff = staff(samples);
      var misses = index(staff).nearMisses(samples.ask(), samples.now(), 400, CATALOGUE);
      for (var candidate : misses.ranking().near()) {
        assertThat(candidate.match().failed()).as("seed " + seed).hasSizeBetween(1, 2);
        assertThat(candidate.match().failed()).allMatch(Constraint::relaxable);
      }
      var pairs = misses.gaining(2);
      assertThat(pairs).allMatch(p -> p.together() > 0 && p.sentence().contains("+"));
      assertThat(pairs.stream().map(NearMisses.Relaxation::more).toList())
          .isSortedAccordingTo((one, other) -> other - one);
    }
  }

  @Test
  void namesEveryConstraintForPeople() {
    assertThat(Constraint.in(0b1000_0000_0001)).containsExactly(Constraint.ROLE, Constraint.STATUS);
    assertThat(
            List.of(Constraint.values()).stream()
                .map(Constraint::label)
                .collect(Collectors.toSet()))
        .hasSize(12);
  }

  private static List<StaffFacts> staff(Samples samples) {
    var staff = new ArrayList<StaffFacts>();
    for (int i = 0; i < 400; i++) {
      staff.add(samples.staff());
    }
    return staff;
  }

  private MatchIndex index(List<StaffFacts> staff) {
    var index = new MatchIndex(engine);
    index.put(staff);
    return index;
  }
}
