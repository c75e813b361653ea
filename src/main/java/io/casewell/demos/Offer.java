package io.casewell.demos;

import java.util.List;
import java.util.UUID;

/** A demo type with those who may give it now: what slots are made of. */
record Offer(DemoType type, List<DemoHost> pool) {
  Offer {
    pool = List.copyOf(pool);
  }

  /** The same with one rep alone, and whoever is fixed; nobody when that rep is not of the pool. */
  Offer with(UUID rep) {
    boolean known = pool.stream().anyMatch(host -> host.account().equals(rep));
    return new Offer(
        type,
        known
            ? pool.stream().filter(host -> host.fixed() || host.account().equals(rep)).toList()
            : List.of());
  }

  /** The host of this account. */
  DemoHost host(UUID account) {
    return pool.stream().filter(h -> h.account().equals(account)).findFirst().orElseThrow();
  }
}
