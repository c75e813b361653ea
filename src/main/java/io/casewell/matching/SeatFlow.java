package io.casewell.matching;

import io.casewell.platform.StaffId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A flow of least cost from the needs to the people: a unit for each seat, at most one from a need
 * to a person, at most so many to each person. Found by adding the cheapest path there is, one
 * after another; each may take back what an earlier one gave.
 */
final class SeatFlow {
  /** More than all scores together: what is certain is worth it. */
  private static final long CERTAIN = 1_000_000_000L;

  private static final long FAR = Long.MAX_VALUE / 4;

  private final List<Seating.Opening> openings;
  private final List<Seating.Pair> pairs;
  private final int source;
  private final int sink;
  private int[] next = new int[64];
  private int[] to = new int[64];
  private int[] room = new int[64];
  private long[] cost = new long[64];
  private final int[] first;
  private int edges;
  private final int[] edgeOf;

  /**
   * Solves it.
   *
   * @param allowed who may sit where
   * @param certain of those, what must be
   * @param most how many needs each person may take
   */
  SeatFlow(
      List<Seating.Opening> openings,
      Set<Seating.Pair> allowed,
      Set<Seating.Pair> certain,
      Map<StaffId, Integer> most) {
    this.openings = openings;
    this.pairs =
        allowed.stream()
            .sorted(
                Comparator.comparingInt(Seating.Pair::opening)
                    .thenComparing(pair -> pair.staff().value()))
            .toList();
    var people = new TreeMap<java.util.UUID, Integer>();
    for (var pair : pairs) {
      people.putIfAbsent(pair.staff().value(), openings.size() + people.size());
    }
    source = openings.size() + people.size();
    sink = source + 1;
    first = new int[sink + 1];
    Arrays.fill(first, -1);
    edgeOf = new int[pairs.size()];
    for (int i = 0; i < openings.size(); i++) {
      edge(source, i, openings.get(i).seats(), 0);
    }
    for (int i = 0; i < pairs.size(); i++) {
      var pair = pairs.get(i);
      var person = people.getOrDefault(pair.staff().value(), sink);
      long worth = score(pair) + (certain.contains(pair) ? CERTAIN : 0);
      edgeOf[i] = edge(pair.opening(), person, 1, -worth);
    }
    most.forEach((staff, count) -> {
      var person = people.get(staff.value());
      if (person != null) {
        edge(person, sink, count, 0);
      }
    });
    while (addCheapestPath()) {
      // each adds a seat
    }
  }

  private int score(Seating.Pair pair) {
    for (var option : openings.get(pair.opening()).options()) {
      if (option.staff().equals(pair.staff())) {
        return option.score();
      }
    }
    throw new IllegalArgumentException(pair + " was not offered");
  }

  /** Who sits where. */
  List<Seating.Pair> pairs() {
    var seated = new ArrayList<Seating.Pair>();
    for (int i = 0; i < edgeOf.length; i++) {
      if (room[edgeOf[i]] == 0) {
        seated.add(pairs.get(i));
      }
    }
    return seated;
  }

  private int edge(int a, int b, int capacity, long price) {
    int at = half(a, b, capacity, price);
    half(b, a, 0, -price);
    return at;
  }

  private int half(int a, int b, int capacity, long price) {
    if (edges == to.length) {
      next = Arrays.copyOf(next, 2 * edges);
      to = Arrays.copyOf(to, 2 * edges);
      room = Arrays.copyOf(room, 2 * edges);
      cost = Arrays.copyOf(cost, 2 * edges);
    }
    to[edges] = b;
    room[edges] = capacity;
    cost[edges] = price;
    next[edges] = first[a];
    first[a] = edges;
    return edges++;
  }

  /**
   * Bellman and Ford's way, with a queue: prices may be negative, circles of them there are none.
   */
  private boolean addCheapestPath() {
    var far = new long[first.length];
    var by = new int[first.length];
    var queued = new boolean[first.length];
    Arrays.fill(far, FAR);
    far[source] = 0;
    var queue = new ArrayDeque<Integer>(List.of(source));
    while (!queue.isEmpty()) {
      int at = queue.remove();
      queued[at] = false;
      for (int e = first[at]; e >= 0; e = next[e]) {
        if (room[e] > 0 && far[at] + cost[e] < far[to[e]]) {
          far[to[e]] = far[at] + cost[e];
          by[to[e]] = e;
          if (!queued[to[e]]) {
            queued[to[e]] = true;
            queue.add(to[e]);
          }
        }
      }
    }
    if (far[sink] > 0) {
      return false;
    }
    for (int at = sink; at != source; at = to[by[at] ^ 1]) {
      room[by[at]]--;
      room[by[at] ^ 1]++;
    }
    return true;
  }
}
