package io.casewell.platform;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where identity, which lets an account go, meets the rooms that keep something of its person. Each
 * does what is its own; what one does not need, it leaves out.
 */
public interface Leaving {
  /** What must be done first, a sentence for each; in the person's own transaction. */
  default Flux<String> hindrances(AccountId account) {
    return Flux.empty();
  }

  /**
   * Takes the person's profile out of sight, in the running transaction of that person.
   *
   * @return what it was before, to be put back; empty when there was nothing to hide
   */
  default Mono<String> hide(Caller.Professional me) {
    return Mono.empty();
  }

  /** Puts the profile back as it was, in the running transaction of that person. */
  default Mono<Void> show(Caller.Professional me, String asItWas) {
    return Mono.empty();
  }

  /**
   * Erases name, contact and what says who the person is, in the running transaction of the worker;
   * pseudonymous rows stay.
   */
  default Mono<Void> erase(Worker worker, AccountId account) {
    return Mono.empty();
  }
}
