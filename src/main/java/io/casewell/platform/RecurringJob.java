package io.casewell.platform;

import reactor.core.publisher.Mono;

/**
 * Work the installation does again and again, on one of its nodes at a time: make it a bean. It
 * runs as the worker; a run that fails shows its error and the next one comes at its usual time.
 */
public interface RecurringJob {
  /** What it does, in words: unique, and the same in every version. */
  String name();

  /** When. */
  Rhythm rhythm();

  /** Does it once. A node may be stopped halfway, and another then begins anew. */
  Mono<Void> run();
}
