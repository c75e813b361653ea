package io.casewell.matching;

import io.casewell.platform.StaffId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Fills the open seats of several needs at once: at most one person to a seat, nobody twice on a
 * need, nobody more hours than they have, and the sum of the scores as large as can be. A pure
 * function.
 *
 * <p>Without the hours it is a flow of least cost ({@link SeatFlow}). Where its answer gives
 * somebody more hours than they have, both ways out are tried, the more promising first: without
 * that need for them, or with it for certain. That ends with the best; after too many tries with
 * the best found, which then says so.
 */
final class Seating {
  private static final int TRIES = 500;
  private static final long STEPS = 5_000_000;

  private final List<Opening> openings;
  private final Map<Pair, Option> options = new HashMap<>();
  private List<Pair> best;
  private long bestTotal;

  /**
   * Seats of a need.
   *
   * @param hoursPerWeek of each seat
   * @param options who fits; of all who do, as many of the best as there are seats in all suffice
   */
  record Opening(int seats, int hoursPerWeek, List<Option> options) {
    Opening {
      options = List.copyOf(options);
    }
  }

  /**
   * Somebody who fits a need.
   *
   * @param freeHours what they have left a week while it runs
   */
  record Option(StaffId staff, int score, int freeHours) {}

  /** A person on a need, by its place in the list. */
  record Pair(int opening, StaffId staff) {}

  /** A filled seat. */
  record Seat(int opening, StaffId staff, int score) {}

  /**
   * Who sits where.
   *
   * @param seats by need, the best first
   * @param total their scores' sum
   * @param greedy what the best single match, then the next best and so on would have come to
   * @param exact whether nothing better can be
   */
  record Plan(List<Seat> seats, long total, long greedy, boolean exact) {}

  /** A part of the possibilities: some pairs are certain, some are out. */
  private record Part(long bound, Set<Pair> certain, Set<Pair> out, List<Pair> relaxed) {}

  private Seating(List<Opening> openings) {
    this.openings = openings;
    for (int i = 0; i < openings.size(); i++) {
      for (var option : openings.get(i).options()) {
        options.put(new Pair(i, option.staff()), option);
      }
    }
    best = filledUp(List.of());
    bestTotal = total(best);
  }

  /** The best seating of all. */
  static Plan best(List<Opening> openings) {
    return new Seating(List.copyOf(openings)).search();
  }

  private Plan search() {
    long greedy = bestTotal;
    var parts = new PriorityQueue<Part>(Comparator.comparingLong(Part::bound).reversed());
    add(parts, Set.of(), Set.of());
    long tries = tries();
    while (!parts.isEmpty() && parts.element().bound() > bestTotal && tries > 0) {
      split(parts.remove(), parts);
      tries--;
    }
    boolean exact = parts.isEmpty() || parts.element().bound() <= bestTotal;
    return new Plan(inOrder(best), bestTotal, greedy, exact);
  }

  /** The same for the same question, so that every node answers alike: counted, not timed. */
  private long tries() {
    long seats = openings.stream().mapToInt(Opening::seats).sum();
    return Math.clamp(STEPS / Math.max(1, seats * options.size()), 1, TRIES);
  }

  /** Looks at a part without minding the hours: better it cannot get. */
  private void add(PriorityQueue<Part> parts, Set<Pair> certain, Set<Pair> out) {
    var relaxed =
        new SeatFlow(openings, allowed(certain, out), certain, most(certain, out)).pairs();
    long bound = total(relaxed);
    if (relaxed.containsAll(certain) && bound > bestTotal) {
      offer(filledUp(trimmed(relaxed)));
      parts.add(new Part(bound, certain, out, relaxed));
    }
  }

  private void split(Part part, PriorityQueue<Part> parts) {
    var wrong = overworked(part.relaxed());
    if (wrong.isEmpty()) {
      offer(part.relaxed());
      return;
    }
    var pair =
        wrong.stream()
            .filter(one -> !part.certain().contains(one))
            .max(Comparator.comparingInt(one -> openings.get(one.opening()).hoursPerWeek()))
            .orElseThrow();
    add(parts, part.certain(), with(part.out(), pair));
    add(parts, with(part.certain(), pair), part.out());
  }

  private void offer(List<Pair> seating) {
    long total = total(seating);
    if (total > bestTotal && overworked(seating).isEmpty()) {
      best = seating;
      bestTotal = total;
    }
  }

  /** Pairs still possible beside those that are certain. */
  private Set<Pair> allowed(Set<Pair> certain, Set<Pair> out) {
    var held = byPerson(certain);
    var allowed = new HashSet<>(certain);
    for (var pair : options.keySet()) {
      if (!out.contains(pair) && fits(held.getOrDefault(pair.staff(), List.of()), pair)) {
        allowed.add(pair);
      }
    }
    return allowed;
  }

  /** How many needs each person can take at most: those with the fewest hours. */
  private Map<StaffId, Integer> most(Set<Pair> certain, Set<Pair> out) {
    var possible = byPerson(allowed(certain, out));
    var most = new HashMap<StaffId, Integer>();
    possible.forEach((staff, pairs) -> {
      int free = pairs.stream().mapToInt(pair -> option(pair).freeHours()).max().orElse(0);
      var hours =
          pairs.stream().mapToInt(pair -> openings.get(pair.opening()).hoursPerWeek()).sorted();
      int count = 0;
      for (int one : hours.toArray()) {
        free -= one;
        count += free >= 0 ? 1 : 0;
      }
      most.put(staff, count);
    });
    return most;
  }

  private boolean fits(List<Pair> held, Pair more) {
    int hours = openings.get(more.opening()).hoursPerWeek();
    int free = option(more).freeHours();
    for (var pair : held) {
      if (pair.equals(more)) {
        return false;
      }
      hours += openings.get(pair.opening()).hoursPerWeek();
      free = Math.min(free, option(pair).freeHours());
    }
    return hours <= free;
  }

  /** The pairs of one person who got more hours than they have; empty when nobody did. */
  private List<Pair> overworked(List<Pair> seating) {
    for (var pairs : byPerson(seating).values()) {
      if (!fits(pairs.subList(1, pairs.size()), pairs.getFirst())) {
        return pairs;
      }
    }
    return List.of();
  }

  /** Without what is too much for somebody: the best that each can do stays. */
  private List<Pair> trimmed(List<Pair> seating) {
    var kept = new ArrayList<Pair>();
    for (var pair : byScore(seating)) {
      if (fits(of(pair.staff(), kept), pair)) {
        kept.add(pair);
      }
    }
    return kept;
  }

  /** With the best single match that is still possible, then the next, and so on. */
  private List<Pair> filledUp(List<Pair> seating) {
    var filled = new ArrayList<>(seating);
    var taken = new int[openings.size()];
    seating.forEach(pair -> taken[pair.opening()]++);
    for (var pair : byScore(options.keySet())) {
      if (taken[pair.opening()] < openings.get(pair.opening()).seats()
          && fits(of(pair.staff(), filled), pair)) {
        filled.add(pair);
        taken[pair.opening()]++;
      }
    }
    return filled;
  }

  private List<Pair> byScore(Iterable<Pair> pairs) {
    var sorted = new ArrayList<Pair>();
    pairs.forEach(sorted::add);
    sorted.sort(
        Comparator.comparingInt((Pair pair) -> -option(pair).score())
            .thenComparingInt(Pair::opening)
            .thenComparing(pair -> pair.staff().value()));
    return sorted;
  }

  private static List<Pair> of(StaffId staff, List<Pair> seating) {
    return seating.stream().filter(pair -> pair.staff().equals(staff)).toList();
  }

  private static Map<StaffId, List<Pair>> byPerson(Iterable<Pair> pairs) {
    var people = new HashMap<StaffId, List<Pair>>();
    pairs.forEach(pair -> people.computeIfAbsent(pair.staff(), _ -> new ArrayList<>()).add(pair));
    return people;
  }

  private static Set<Pair> with(Set<Pair> pairs, Pair one) {
    var more = new HashSet<>(pairs);
    more.add(one);
    return Set.copyOf(more);
  }

  private Option option(Pair pair) {
    var option = options.get(pair);
    if (option == null) {
      throw new IllegalArgumentException(pair + " was not offered");
    }
    return option;
  }

  private long total(List<Pair> seating) {
    return seating.stream().mapToLong(pair -> option(pair).score()).sum();
  }

  private List<Seat> inOrder(List<Pair> seating) {
    return byScore(seating).stream()
        .sorted(Comparator.comparingInt(Pair::opening))
        .map(pair -> new Seat(pair.opening(), pair.staff(), option(pair).score()))
        .toList();
  }
}
