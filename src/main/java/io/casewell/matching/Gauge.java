package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A need made ready to be held against whole blocks: its words as numbers, its formulas as tables.
 * Gives for each row the same mask and score as {@link Engine} does.
 */
final class Gauge {
  /** A value asked for, as its number, with the least level or the weight. */
  private record Wanted(int number, int degree) {}

  private final NeedTerms terms;
  private final int lastDay;
  private final int today;
  private final List<Wanted> mustSkills;
  private final List<Wanted> niceSkills;
  private final List<Wanted> languages;
  private final int[] mustSoftware;
  private final int[] niceSoftware;
  private final int[][] credentials;
  private final int[] jurisdictions;
  private final int[] practiceAreas;
  private final int firm;
  private final int[] parties;
  private final int target;
  private final int[] mustPoints;
  private final int[] nicePoints;
  private final int[] overlapPoints;
  private final int[] practicePoints;
  private final int[] softwarePoints;

  final int[] mask = new int[Block.SIZE];
  final int[] score = new int[Block.SIZE];
  private final int[] sum = new int[Block.SIZE];

  Gauge(Ask ask, LocalDate today, Vocabulary words) {
    terms = ask.terms();
    this.today = Math.toIntExact(today.toEpochDay());
    lastDay = Math.toIntExact(terms.lastDay().toEpochDay());
    mustSkills =
        terms.mustSkills().stream()
            .map(s -> new Wanted(words.skills.find(s.skill()), s.minLevel()))
            .toList();
    niceSkills =
        terms.niceSkills().stream()
            .map(s -> new Wanted(words.skills.find(s.skill()), s.weight()))
            .toList();
    languages =
        terms.languages().stream()
            .map(l -> new Wanted(words.languages.find(l.code()), l.minLevel()))
            .toList();
    mustSoftware = numbers(terms.mustSoftware(), words.software);
    niceSoftware = numbers(terms.niceSoftware(), words.software);
    credentials =
        terms.credentials().stream()
            .map(group -> numbers(group, words.credentials))
            .toArray(int[][]::new);
    jurisdictions = numbers(terms.jurisdictions(), words.jurisdictions);
    practiceAreas = numbers(terms.practiceAreas(), words.practiceAreas);
    firm = words.firms.find(ask.firm());
    parties = ask.parties().stream().mapToInt(words.parties::find).filter(n -> n >= 0).toArray();
    target = ask.overlapTarget();
    int musts = mustSkills.size();
    int weights = niceSkills.stream().mapToInt(Wanted::degree).sum();
    int areas = practiceAreas.length;
    mustPoints = table(100 * musts, worth -> Points.must(5 * worth, musts));
    nicePoints = table(100 * weights, worth -> Points.nice(5 * worth, weights));
    overlapPoints = table(target / 15, quarters -> Points.overlap(15 * quarters, target));
    practicePoints = table(5 * areas, years -> Points.practice(years, areas));
    softwarePoints = table(niceSoftware.length, held -> Points.software(held, niceSoftware.length));
  }

  /** Fills mask and score for the rows of a block; those of vacant rows mean nothing. */
  void read(Block block, int[] shared) {
    int roleBit = Block.roleBit(terms.role());
    for (int i = 0; i < Block.SIZE; i++) {
      mask[i] =
          ((block.roles[i] & roleBit) == 0 ? Constraint.ROLE.bit() : 0)
              | (block.active[i] ? 0 : Constraint.STATUS.bit());
      score[i] = block.steadyPoints[i];
    }
    readSkills(block);
    readCredentials(block);
    readHours(block, shared);
    readRate(block);
    readTheRest(block);
    readConflicts(block);
  }

  private void readSkills(Block block) {
    Arrays.fill(sum, 0);
    int bit = Constraint.SKILLS.bit();
    for (var must : mustSkills) {
      var column = block.skills.of(must.number);
      // a verified skill is worth less than an unverified one of the next level: worth tells level
      int least = 17 * must.degree;
      for (int i = 0; i < Block.SIZE; i++) {
        sum[i] += column[i];
        mask[i] |= below(column[i], least) & bit;
      }
    }
    addPoints(mustPoints);
    for (var nice : niceSkills) {
      var column = block.skills.of(nice.number);
      int weight = nice.degree;
      for (int i = 0; i < Block.SIZE; i++) {
        sum[i] += weight * column[i];
      }
    }
    addPoints(nicePoints);
  }

  private void readCredentials(Block block) {
    int bit = Constraint.CREDENTIALS.bit();
    for (var group : credentials) {
      Arrays.fill(sum, 0);
      for (int code : group) {
        var column = block.credentials.of(code);
        for (int i = 0; i < Block.SIZE; i++) {
          sum[i] = Math.max(sum[i], column[i]);
        }
      }
      for (int i = 0; i < Block.SIZE; i++) {
        mask[i] |= below(sum[i], lastDay) & bit;
      }
    }
    var latest = block.latest[terms.role().ordinal()];
    var second = block.secondLatest[terms.role().ordinal()];
    for (int i = 0; i < Block.SIZE; i++) {
      sum[i] = 0;
      score[i] += 200 * (2 + below(latest[i], today) + below(second[i], today));
    }
  }

  private void readHours(Block block, int[] shared) {
    int bit = Constraint.CAPACITY.bit();
    for (int i = 0; i < Block.SIZE; i++) {
      mask[i] |= block.freeHours[i] < terms.hoursPerWeek() ? bit : 0;
      mask[i] |= below(shared[i], terms.minOverlapMinutes()) & Constraint.OVERLAP.bit();
      score[i] += overlapPoints[Math.min(shared[i], target) / 15];
    }
    var promised = block.promised();
    int firstDay = (int) terms.startDate().toEpochDay();
    for (int n = 0; n < promised.rows.length; n++) {
      int row = promised.rows[n];
      long taken = promised.all.hours(promised.from(n), promised.to(n), firstDay, lastDay);
      mask[row] |= block.freeHours[row] - taken < terms.hoursPerWeek() ? bit : 0;
    }
  }

  private void readRate(Block block) {
    var cap = terms.rateCapCents();
    var rates = block.rates[terms.role().ordinal()];
    int bit = Constraint.RATE.bit();
    for (int i = 0; i < Block.SIZE; i++) {
      score[i] += Points.rate(rates[i], cap);
      mask[i] |= cap != null && rates[i] > cap ? bit : 0;
    }
  }

  private void readTheRest(Block block) {
    require(block.jurisdictions, jurisdictions, Constraint.JURISDICTION.bit());
    require(block.software, mustSoftware, Constraint.SOFTWARE.bit());
    for (var language : languages) {
      require(block.languages.of(language.number), language.degree, Constraint.LANGUAGE.bit());
    }
    addUp(block.practiceAreas, practiceAreas);
    addPoints(practicePoints);
    addUp(block.software, niceSoftware);
    addPoints(softwarePoints);
  }

  private void readConflicts(Block block) {
    for (int i = 0; i < Block.SIZE; i++) {
      var firms = block.blocked[i];
      if (firms != null && contains(firms, firm)) {
        mask[i] |= Constraint.BLOCKED.bit();
      }
    }
    for (int party : parties) {
      for (int i = 0; i < Block.SIZE; i++) {
        var past = block.parties[i];
        if (past != null && contains(past, party)) {
          mask[i] |= Constraint.CONFLICT.bit();
        }
      }
    }
  }

  private void require(Columns columns, int[] values, int bit) {
    for (int value : values) {
      require(columns.of(value), 1, bit);
    }
  }

  private void require(byte[] column, int least, int bit) {
    for (int i = 0; i < Block.SIZE; i++) {
      mask[i] |= below(column[i], least) & bit;
    }
  }

  private void addUp(Columns columns, int[] values) {
    for (int value : values) {
      var column = columns.of(value);
      for (int i = 0; i < Block.SIZE; i++) {
        sum[i] += column[i];
      }
    }
  }

  /** Scores what was summed up, and starts the next sum. */
  private void addPoints(int[] table) {
    for (int i = 0; i < Block.SIZE; i++) {
      score[i] += table[sum[i]];
      sum[i] = 0;
    }
  }

  /** −1, which is all bits, when the first is below the second, else 0; without a branch. */
  private static int below(int one, int other) {
    return (one - other) >> 31;
  }

  private static boolean contains(int[] values, int wanted) {
    for (int value : values) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }

  private static <T> int[] numbers(List<T> values, Interned<T> numbers) {
    return values.stream().mapToInt(numbers::find).toArray();
  }

  private static int[] table(int last, IntUnaryOperator points) {
    var table = new int[last + 1];
    Arrays.setAll(table, points);
    return table;
  }
}
