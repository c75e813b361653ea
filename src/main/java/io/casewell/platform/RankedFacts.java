package io.casewell.platform;

import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Where the rooms that keep what a person is ranked by (profile, hours, rate) meet matching, which
 * stands above them. Whoever changes such a fact calls this last, in the same transaction.
 */
public interface RankedFacts {
  /** Writes a new packed row of facts for each of these people, in the running transaction. */
  Mono<Void> renew(Collection<StaffId> staff);

  /** The same in the worker's running transaction, for what a job changed. */
  Mono<Void> renewBy(Worker worker, Collection<StaffId> staff);
}
