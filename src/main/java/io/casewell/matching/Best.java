package io.casewell.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/** The first few in the order of the rules: by score, then the tie's hash, then the staff id. */
final class Best {
  /** Where somebody stands in a snapshot, and their place in the order. */
  record Place(int score, long tie, long idHigh, long idLow, int block, int row) {}

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::score)
          .reversed()
          .thenComparing(Place::tie, Long::compareUnsigned)
          .thenComparing(Place::idHigh, Long::compareUnsigned)
          .thenComparing(Place::idLow, Long::compareUnsigned);

  private final UUID need;
  private final int limit;
  private final PriorityQueue<Place> lastFirst = new PriorityQueue<>(ORDER.reversed());
  private int least = Integer.MIN_VALUE;

  Best(UUID need, int limit) {
    this.need = need;
    this.limit = limit;
  }

  void offer(int score, Block in, int block, int row) {
    if (score < least || limit == 0) {
      return;
    }
    long high = in.idHigh[row];
    long low = in.idLow[row];
    lastFirst.add(new Place(score, Ties.order(need, high, low), high, low, block, row));
    if (lastFirst.size() > limit) {
      lastFirst.poll();
    }
    if (lastFirst.size() == limit) {
      least = lastFirst.element().score();
    }
  }

  List<Place> inOrder() {
    var places = new ArrayList<>(lastFirst);
    places.sort(ORDER);
    return places;
  }
}
