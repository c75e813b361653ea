package io.casewell.matching;

import java.time.Instant;
import java.util.List;

/** One look at everybody in a snapshot for one need. Used by one thread. */
final class Pass {
  private final Snapshot snapshot;
  private final Ask ask;
  private final Instant now;
  private final Engine engine;
  private final Vocabulary words;
  private final SharedHours shared;
  private final short[][] masks;
  private final Tally tally = new Tally();
  private final Best top;
  private final Best near;

  Pass(Snapshot snapshot, Ask ask, Instant now, int limit, Engine engine, Vocabulary words) {
    this.snapshot = snapshot;
    this.ask = ask;
    this.now = now;
    this.engine = engine;
    this.words = words;
    shared = new SharedHours(ask.terms(), snapshot);
    masks = new short[snapshot.blocks().length][Block.SIZE];
    top = new Best(ask.need(), limit);
    near = new Best(ask.need(), limit);
    var gauge = new Gauge(ask, Engine.today(now), words);
    for (int i = 0; i < masks.length; i++) {
      look(gauge, i);
    }
  }

  private void look(Gauge gauge, int number) {
    var block = snapshot.blocks()[number];
    gauge.read(block, shared.of(number));
    for (int row = 0; row < Block.SIZE; row++) {
      if (block.roles[row] == 0) {
        masks[number][row] = -1;
        continue;
      }
      int mask = gauge.mask[row];
      masks[number][row] = (short) mask;
      tally.add(mask, gauge.score[row]);
      if (mask == 0) {
        top.offer(gauge.score[row], block, number, row);
      } else if (Tally.forFirm(mask) && Integer.bitCount(mask) <= 2) {
        near.offer(gauge.score[row], block, number, row);
      }
    }
  }

  Tally tally() {
    return tally;
  }

  Ranking ranking() {
    return new Ranking(
        ask,
        now,
        snapshot.people(),
        tally.count(0),
        tally.excluded(),
        tally.count(Tally::forFirm),
        tally.excludedForFirm(),
        shown(top),
        shown(near));
  }

  /** How many fail only this constraint, meet the changed need, and their best score under it. */
  Gain gain(Constraint constraint, Ask changed) {
    var gauge = new Gauge(changed, Engine.today(now), words);
    int more = 0;
    int best = -1;
    for (int i = 0; i < masks.length; i++) {
      if (!anyFails(masks[i], constraint.bit())) {
        continue;
      }
      gauge.read(snapshot.blocks()[i], shared.of(i));
      for (int row = 0; row < Block.SIZE; row++) {
        if (masks[i][row] == constraint.bit() && gauge.mask[row] == 0) {
          more++;
          best = Math.max(best, gauge.score[row]);
        }
      }
    }
    return new Gain(more, best);
  }

  /** How many more become eligible, and the best score among them; −1 where nobody does. */
  record Gain(int more, int best) {}

  private static boolean anyFails(short[] masks, int mask) {
    for (short each : masks) {
      if (each == mask) {
        return true;
      }
    }
    return false;
  }

  private List<Ranking.Candidate> shown(Best best) {
    var overlap = new Overlap(ask.terms());
    return best.inOrder().stream().map(place -> candidate(place, overlap)).toList();
  }

  private Ranking.Candidate candidate(Best.Place place, Overlap overlap) {
    var facts = snapshot.blocks()[place.block()].facts(place.row());
    var match = engine.evaluate(ask, facts, now, overlap);
    if (match.score() != place.score() || match.mask() != masks[place.block()][place.row()]) {
      throw new IllegalStateException(
          "index and engine disagree on " + facts.staff() + " for " + ask.need());
    }
    return new Ranking.Candidate(match, facts);
  }
}
