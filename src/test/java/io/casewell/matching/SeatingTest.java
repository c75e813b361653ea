package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.matching.Seating.Opening;
import io.casewell.matching.Seating.Option;
import io.casewell.platform.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The best seating of all, held to trying every one. */
class SeatingTest {
  private static final StaffId ANN = new StaffId(new UUID(0, 1));
  private static final StaffId BEN = new StaffId(new UUID(0, 2));

  @Test
  void givesUpTheBestMatchForTheBestWhole() {
    var one = new Opening(1, 20, List.of(new Option(ANN, 9000, 20), new Option(BEN, 8900, 20)));
    var two = new Opening(1, 20, List.of(new Option(ANN, 8800, 20)));
    var plan = Seating.best(List.of(one, two));
    assertThat(plan.seats())
        .containsExactly(new Seating.Seat(0, BEN, 8900), new Seating.Seat(1, ANN, 8800));
    assertThat(plan.total()).isEqualTo(17_700);
    assertThat(plan.greedy()).isEqualTo(9000);
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void givesNobodyTheSameNeedTwiceOrMoreHoursThanTheyHave() {
    var pair = new Opening(2, 10, List.of(new Option(ANN, 9000, 40), new Option(BEN, 100, 40)));
    var other = new Opening(1, 31, List.of(new Option(ANN, 8000, 40), new Option(BEN, 50, 40)));
    var plan = Seating.best(List.of(pair, other));
    assertThat(plan.seats())
        .containsExactly(new Seating.Seat(0, ANN, 9000), new Seating.Seat(0, BEN, 100));
    assertThat(Seating.best(List.of(new Opening(3, 10, List.of()))).seats()).isEmpty();
    assertThat(Seating.best(List.of()).exact()).isTrue();
  }

  @Test
  void findsTheBestOfAllSeatings() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var openings = openings(random, 1 + random.nextInt(4), 1 + random.nextInt(4), 2);
      var plan = Seating.best(openings);
      assertThat(plan.exact()).as("seed %s", seed).isTrue();
      assertThat(plan.total())
          .as("seed %s of %s", seed, openings)
          .isEqualTo(tried(openings, 0, 0, new ArrayList<>()));
      assertThat(plan.greedy()).isLessThanOrEqualTo(plan.total());
      assertThat(plan.seats().stream().mapToLong(Seating.Seat::score).sum())
          .isEqualTo(plan.total());
      assertSound(openings, plan);
    }
  }

  @Test
  void standsAWholeFirmsNeeds() {
    for (int seed = 0; seed < 10; seed++) {
      var openings = openings(new Random(seed), 30, 40, 1);
      assertSound(openings, Seating.best(openings));
    }
  }

  @Test
  void answersTheSameQuestionAlways() {
    var openings = openings(new Random(7), 12, 15, 2);
    assertThat(Seating.best(openings)).isEqualTo(Seating.best(openings));
  }

  private static List<Opening> openings(Random random, int needs, int people, int mostSeats) {
    var openings = new ArrayList<Opening>();
    for (int n = 0; n < needs; n++) {
      openings.add(opening(random, people, 1 + random.nextInt(mostSeats)));
    }
    return openings;
  }

  private static Opening opening(Random random, int people, int seats) {
    int hours = 10 * (1 + random.nextInt(3));
    var options = new ArrayList<Option>();
    for (int p = 0; p < people; p++) {
      if (random.nextInt(4) > 0) {
        int free = hours + 5 * random.nextInt(8);
        options.add(new Option(new StaffId(new UUID(0, p)), random.nextInt(100), free));
      }
    }
    return new Opening(seats, hours, options);
  }

  private static void assertSound(List<Opening> openings, Seating.Plan plan) {
    var hours = new HashMap<StaffId, Integer>();
    var free = new HashMap<StaffId, Integer>();
    var seated = new ArrayList<String>();
    var taken = new int[openings.size()];
    for (var seat : plan.seats()) {
      var opening = openings.get(seat.opening());
      var option =
          opening.options().stream().filter(o -> o.staff().equals(seat.staff())).findFirst();
      assertThat(option).isPresent();
      assertThat(seat.score()).isEqualTo(option.get().score());
      hours.merge(seat.staff(), opening.hoursPerWeek(), Integer::sum);
      free.merge(seat.staff(), option.get().freeHours(), Math::min);
      seated.add(seat.opening() + " " + seat.staff());
      taken[seat.opening()]++;
    }
    assertThat(seated).doesNotHaveDuplicates();
    hours.forEach((staff, sum) -> assertThat(sum).isLessThanOrEqualTo(free.get(staff)));
    for (int i = 0; i < taken.length; i++) {
      assertThat(taken[i]).isLessThanOrEqualTo(openings.get(i).seats());
    }
  }

  private record Taken(int opening, Option option) {}

  /** The most that can be had from this need and seat on. */
  private static long tried(List<Opening> openings, int need, int seat, List<Taken> so) {
    if (need == openings.size()) {
      return 0;
    }
    var opening = openings.get(need);
    if (seat == opening.seats()) {
      return tried(openings, need + 1, 0, so);
    }
    long best = tried(openings, need, seat + 1, so);
    for (var option : opening.options()) {
      so.add(new Taken(need, option));
      if (allowed(openings, so)) {
        best = Math.max(best, option.score() + tried(openings, need, seat + 1, so));
      }
      so.removeLast();
    }
    return best;
  }

  private static boolean allowed(List<Opening> openings, List<Taken> taken) {
    Map<StaffId, int[]> sums = new HashMap<>();
    var pairs = new ArrayList<String>();
    for (var one : taken) {
      var sum = sums.computeIfAbsent(one.option().staff(), _ -> new int[] {0, Integer.MAX_VALUE});
      sum[0] += openings.get(one.opening()).hoursPerWeek();
      sum[1] = Math.min(sum[1], one.option().freeHours());
      pairs.add(one.opening() + " " + one.option().staff());
    }
    return pairs.stream().distinct().count() == pairs.size()
        && sums.values().stream().allMatch(sum -> sum[0] <= sum[1]);
  }
}
