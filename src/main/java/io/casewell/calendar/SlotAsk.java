package io.casewell.calendar;

import io.casewell.platform.Secrets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What slots are asked for.
 *
 * @param kind demo, interview, shift or hold: what the people's own cap a day counts
 * @param topic what limits and turns count by, e.g. the demo's type, or null
 * @param weights whether turns go by weight
 * @param visitor the digest of whose own holds do not stand in the way, or empty
 * @param except appointments that do not stand in the way, since they are what is to be moved
 */
public record SlotAsk(
    SlotRules rules,
    String kind,
    @Nullable UUID topic,
    List<PoolMember> pool,
    boolean weights,
    byte[] visitor,
    List<UUID> except) {
  public SlotAsk {
    pool = List.copyOf(pool);
    except = List.copyOf(except);
  }

  public SlotAsk(
      SlotRules rules,
      String kind,
      @Nullable UUID topic,
      List<PoolMember> pool,
      boolean weights,
      byte[] visitor) {
    this(rules, kind, topic, pool, weights, visitor, List.of());
  }

  /** One person's time, for something of a kind. */
  public static SlotAsk of(SlotRules rules, String kind, PoolMember member) {
    return new SlotAsk(rules, kind, null, List.of(member), false, new byte[0]);
  }

  /** For a visitor who holds this text, e.g. a cookie's. */
  public SlotAsk seenBy(String visitor) {
    return new SlotAsk(rules, kind, topic, pool, weights, Secrets.hash(visitor), except);
  }

  /** The same as if these appointments were not there: their own time is free to move into. */
  public SlotAsk except(List<UUID> appointments) {
    return new SlotAsk(rules, kind, topic, pool, weights, visitor, appointments);
  }
}
