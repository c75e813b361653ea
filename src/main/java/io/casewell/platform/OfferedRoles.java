package io.casewell.platform;

import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Where talent, which keeps the roles somebody offers, meets pricing, which keeps a bill rate for
 * each of them: the two stand on one floor. Whoever changes the roles calls this in the same
 * transaction, before the facts are renewed.
 */
public interface OfferedRoles {
  /** Brings the bill rates in line with these role codes. */
  Mono<Void> changed(StaffId staff, Collection<String> roles);
}
