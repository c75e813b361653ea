package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.platform.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchIndexTest {
  private static final int MANY = 10_000;

  private final Engine engine = new Engine(Samples.CREDENTIAL_ROLES);

  @Test
  void ranksAsTheRulesPageWouldOneByOne() {
    for (int seed = 0; seed < 20; seed++) {
      var samples = new Samples(seed);
      var staff = staff(samples, 100);
      var index = index(staff);
      var ask = samples.ask();
      var now = samples.now();
      var page = new RulesPage(Samples.CREDENTIAL_ROLES);
      var failed = new HashMap<Constraint, Integer>();
      var eligible = new HashMap<StaffId, Integer>();
      for (var facts : staff) {
        var verdict = page.judge(ask, facts, now);
        verdict.failed().forEach(f -> failed.merge(Constraint.valueOf(f), 1, Integer::sum));
        if (verdict.failed().isEmpty()) {
          eligible.put(facts.staff(), verdict.score());
        }
      }
      var ranking = index.rank(ask, now, MANY);
      var where = "seed " + seed;
      assertThat(ranking.eligible()).as(where).isEqualTo(eligible.size());
      assertThat(ranking.top()).as(where).hasSize(eligible.size());
      for (var candidate : ranking.top()) {
        assertThat(eligible).as(where).containsEntry(id(candidate), candidate.match().score());
      }
      for (var constraint : Constraint.values()) {
        assertThat(ranking.excluded().get(constraint))
            .as(where + " " + constraint)
            .isEqualTo(failed.getOrDefault(constraint, 0));
      }
    }
  }

  @Test
  void ranksAsTheEngineDoesOneByOne() {
    for (int seed = 100; seed < 112; seed++) {
      var samples = new Samples(seed);
      var staff = staff(samples, 1100);
      var index = index(staff);
      for (int i = 0; i < 8; i++) {
        expectAsOneByOne(index, staff, samples.ask(), samples.now(), "seed " + seed + " ask " + i);
      }
    }
  }

  @Test
  void keepsTheFirstOfTheOrderWhenFewAreWanted() {
    for (int seed = 0; seed < 20; seed++) {
      var samples = new Samples(seed);
      var index = index(staff(samples, 600));
      var ask = samples.ask();
      var now = samples.now();
      var all = index.rank(ask, now, MANY);
      var few = index.rank(ask, now, 5);
      assertThat(few.top()).isEqualTo(all.top().stream().limit(5).toList());
      assertThat(few.near()).isEqualTo(all.near().stream().limit(5).toList());
      assertThat(index.rank(ask, now, 0).top()).isEmpty();
    }
  }

  @Test
  void answersAfterChangesAsAFreshIndexDoes() {
    for (int seed = 0; seed < 8; seed++) {
      var samples = new Samples(seed);
      var random = new Random(seed);
      var known = new HashMap<StaffId, StaffFacts>();
      staff(samples, 700).forEach(f -> known.put(f.staff(), f));
      var index = index(known.values());
      for (int batch = 0; batch < 25; batch++) {
        change(index, known, samples, random);
        if (batch % 6 == 0) {
          expectAsFresh(index, known, samples, "seed " + seed + " batch " + batch);
        }
      }
      expectAsFresh(index, known, samples, "seed " + seed);
    }
  }

  @Test
  void loadsWhatTheCodecPacked() {
    var samples = new Samples(5);
    var staff = staff(samples, 3000);
    var index = new MatchIndex(engine);
    index.load(staff.stream().map(FactsCodec::pack).toList());
    var ask = samples.ask();
    var now = samples.now();
    assertThat(index.size()).isEqualTo(3000);
    assertThat(index.rank(ask, now, 50)).isEqualTo(index(staff).rank(ask, now, 50));
    assertThat(index.facts(staff.getFirst().staff())).contains(staff.getFirst());
    assertThat(index.facts(StaffId.next())).isEmpty();
  }

  @Test
  void answersFromAnEmptyIndex() {
    var samples = new Samples(6);
    var ranking = new MatchIndex(engine).rank(samples.ask(), samples.now(), 10);
    assertThat(ranking.people()).isZero();
    assertThat(ranking.top()).isEmpty();
    assertThat(ranking.excluded()).hasSize(12).containsEntry(Constraint.ROLE, 0);
    assertThat(ranking.excludedForFirm()).hasSize(9).doesNotContainKey(Constraint.CONFLICT);
  }

  @Test
  void readsOneSnapshotWhileOthersWrite() throws InterruptedException {
    var samples = new Samples(7);
    var staff = staff(samples, 1500);
    var index = index(staff);
    var ask = samples.ask();
    var now = samples.now();
    var writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < 200; i++) {
                index.put(List.of(samples.staff(staff.get(i).staff()), samples.staff()));
              }
            });
    // the pass itself refuses when what it read and what it shows differ
    do {
      var ranking = index.rank(ask, now, 20);
      assertThat(ranking.people()).isBetween(1500, 1700);
    } while (writer.isAlive());
    writer.join();
    assertThat(index.size()).isEqualTo(1700);
  }

  private void change(
      MatchIndex index, Map<StaffId, StaffFacts> known, Samples samples, Random random) {
    var ids = new ArrayList<>(known.keySet());
    ids.sort(Comparator.comparing(StaffId::toString));
    var changed = new ArrayList<StaffFacts>();
    var gone = new HashSet<StaffId>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      var id = ids.get(random.nextInt(ids.size()));
      switch (random.nextInt(3)) {
        case 0 -> changed.add(samples.staff());
        case 1 -> changed.add(samples.staff(id));
        default -> gone.add(id);
      }
    }
    changed.removeIf(f -> gone.contains(f.staff()));
    changed.forEach(f -> known.put(f.staff(), f));
    gone.forEach(known::remove);
    index.apply(changed, gone);
  }

  private void expectAsFresh(
      MatchIndex index, Map<StaffId, StaffFacts> known, Samples samples, String where) {
    var ask = samples.ask();
    var now = samples.now();
    assertThat(index.rank(ask, now, 40))
        .as(where)
        .isEqualTo(index(known.values()).rank(ask, now, 40));
    expectAsOneByOne(index, known.values(), ask, now, where);
  }

  private void expectAsOneByOne(
      MatchIndex index, Collection<StaffFacts> staff, Ask ask, Instant now, String where) {
    var overlap = new Overlap(ask.terms());
    var matches = staff.stream().map(f -> engine.evaluate(ask, f, now, overlap)).toList();
    var ranking = index.rank(ask, now, MANY);
    assertThat(ranking.people()).as(where).isEqualTo(staff.size());
    assertThat(ranking.top().stream().map(Ranking.Candidate::match).toList())
        .as(where)
        .isEqualTo(matches.stream().filter(Match::eligible).sorted(order(ask)).toList());
    assertThat(ranking.near().stream().map(Ranking.Candidate::match).toList())
        .as(where)
        .isEqualTo(matches.stream().filter(MatchIndexTest::near).sorted(order(ask)).toList());
    var forFirm = matches.stream().filter(m -> m.mask() < 512).toList();
    assertThat(ranking.peopleForFirm()).as(where).isEqualTo(forFirm.size());
    for (var constraint : Constraint.values()) {
      assertThat(ranking.excluded().get(constraint))
          .as(where + " " + constraint)
          .isEqualTo(failing(matches, constraint));
      if (constraint.ordinal() < 9) {
        assertThat(ranking.excludedForFirm().get(constraint))
            .as(where + " " + constraint)
            .isEqualTo(failing(forFirm, constraint));
      }
    }
  }

  private static int failing(List<Match> matches, Constraint constraint) {
    return (int) matches.stream().filter(m -> m.failed().contains(constraint)).count();
  }

  private static boolean near(Match match) {
    int failed = match.failed().size();
    return match.mask() < 512 && failed >= 1 && failed <= 2;
  }

  private static Comparator<Match> order(Ask ask) {
    return Comparator.comparingInt(Match::score)
        .reversed()
        .thenComparing(m -> unsigned(Ties.order(ask.need(), m.staff().value())))
        .thenComparing(m -> m.staff().toString());
  }

  private static String unsigned(long number) {
    return "%016x".formatted(number);
  }

  private static StaffId id(Ranking.Candidate candidate) {
    return candidate.match().staff();
  }

  private static List<StaffFacts> staff(Samples samples, int count) {
    var staff = new ArrayList<StaffFacts>();
    for (int i = 0; i < count; i++) {
      staff.add(samples.staff());
    }
    return staff;
  }

  private MatchIndex index(Collection<StaffFacts> staff) {
    var index = new MatchIndex(engine);
    index.put(staff);
    return index;
  }
}
