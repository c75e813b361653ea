package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.StaffId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody's facts in memory, made to be held against a need at once. Readers see a snapshot from
 * first to last; a change copies the blocks it touches. Any thread may read, and changes wait for
 * each other. What it answers does not depend on the order in which people came.
 */
public final class MatchIndex {
  private static final int BATCH = 4 * Block.SIZE;

  private final Engine engine;
  private final Vocabulary words = new Vocabulary();
  private final Map<StaffId, Integer> rows = new ConcurrentHashMap<>();
  private final Deque<Integer> vacant = new ArrayDeque<>();
  private volatile Snapshot snapshot = new Snapshot(new Block[0], HoursTable.View.EMPTY, 0);

  /** An empty index that judges as this engine does. */
  public MatchIndex(Engine engine) {
    this.engine = engine;
  }

  /** Adds or replaces people; readers see all of it or nothing. */
  public void put(Collection<StaffFacts> changed) {
    apply(changed, List.of());
  }

  /**
   * Adds or replaces people by their facts as {@link FactsCodec} packs them, some thousand at a
   * time, so that not all are unpacked at once.
   */
  public void load(Iterable<byte[]> packed) {
    var batch = new ArrayList<StaffFacts>(BATCH);
    for (var bytes : packed) {
      batch.add(FactsCodec.unpack(bytes));
      if (batch.size() == BATCH) {
        put(batch);
        batch.clear();
      }
    }
    put(batch);
  }

  /** Adds or replaces people and forgets others, at once. */
  public synchronized void apply(Collection<StaffFacts> changed, Collection<StaffId> gone) {
    var before = snapshot.blocks();
    var drafts = new HashMap<Integer, Block>();
    for (var facts : changed) {
      int at = row(facts.staff());
      draft(drafts, before, at).put(at % Block.SIZE, facts, FactsCodec.pack(facts), words, engine);
    }
    for (var staff : gone) {
      var at = rows.remove(staff);
      if (at != null) {
        draft(drafts, before, at).clear(at % Block.SIZE);
        vacant.addLast(at);
      }
    }
    var after = Arrays.copyOf(before, blocks(drafts, before));
    drafts.values().forEach(Block::settle);
    drafts.forEach((number, block) -> after[number] = block);
    snapshot = new Snapshot(after, words.hours.view(), rows.size());
  }

  /** How many people it holds. */
  public int size() {
    return snapshot.people();
  }

  /** What is known of this person. */
  public Optional<StaffFacts> facts(StaffId staff) {
    var at = rows.get(staff);
    var blocks = snapshot.blocks();
    if (at == null || at / Block.SIZE >= blocks.length) {
      return Optional.empty();
    }
    var block = blocks[at / Block.SIZE];
    int row = at % Block.SIZE;
    return block.holds(row, staff) ? Optional.of(block.facts(row)) : Optional.empty();
  }

  /** Holds the need against everybody and shows the best of them, at most this many. */
  public Ranking rank(Ask ask, Instant now, int limit) {
    return pass(ask, now, limit).ranking();
  }

  /** As {@link #rank}, with what the need would gain by asking for less. */
  public NearMisses nearMisses(Ask ask, Instant now, int limit, Catalogue catalogue) {
    var pass = pass(ask, now, limit);
    return new NearMisses(
        pass.ranking(),
        NearMisses.relaxations(pass.tally()),
        new Steps(pass, ask, catalogue).all());
  }

  private Pass pass(Ask ask, Instant now, int limit) {
    return new Pass(snapshot, ask, now, limit, engine, words);
  }

  /** The person's row, or the next free one. As none is skipped, all below the last are taken. */
  private int row(StaffId staff) {
    var known = rows.get(staff);
    if (known != null) {
      return known;
    }
    var free = vacant.pollFirst();
    int row = free != null ? free : rows.size();
    rows.put(staff, row);
    return row;
  }

  private static Block draft(Map<Integer, Block> drafts, Block[] before, int at) {
    return drafts.computeIfAbsent(
        at / Block.SIZE, n -> n < before.length ? new Block(before[n]) : new Block());
  }

  private static int blocks(Map<Integer, Block> drafts, Block[] before) {
    return Math.max(before.length, drafts.keySet().stream().mapToInt(n -> n + 1).max().orElse(0));
  }
}
