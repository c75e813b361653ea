package io.casewell.platform;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Reacts to one type of event, outside the transaction it was written in, as the worker. It may be
 * called twice for one event and must then change nothing more.
 */
public interface Reaction<E extends Event> {
  /** The type of event. */
  Class<E> to();

  /** Reacts; an error means: again later. */
  Mono<Void> on(E event);

  /** One that does this. */
  static <E extends Event> Reaction<E> to(Class<E> type, Function<E, Mono<Void>> act) {
    return new Reaction<>() {
      @Override
      public Class<E> to() {
        return type;
      }

      @Override
      public Mono<Void> on(E event) {
        return act.apply(event);
      }
    };
  }
}
