package io.casewell.platform;

import reactor.core.publisher.Mono;

/**
 * Work that a use case leaves for afterwards, e.g. drawing a PDF: make it a bean, and write its
 * orders with {@link Jobs}. It runs as the worker, perhaps twice, and must then change nothing
 * more; after an error it is tried again with growing pauses.
 */
public interface OneTimeJob<T> {
  /** Its name and what an order of it says. */
  JobType<T> type();

  /** Does what was ordered. */
  Mono<Void> run(T order);
}
