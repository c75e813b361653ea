package io.casewell.demos;

import reactor.core.publisher.Mono;

/**
 * Whoever carries text messages to telephones. Without such a bean none are sent and the booking
 * page does not offer them.
 */
public interface TextMessages {
  /** Sends it; an error means: again later. */
  Mono<Void> send(String phone, String words);
}
