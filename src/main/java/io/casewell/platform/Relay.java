package io.casewell.platform;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers the outbox: at least once, in order per aggregate, one node at a time for a row. A
 * failed delivery is tried again with growing pauses and stays visible with its error.
 */
@Component
class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Worker worker;
  private final JsonMapper json;
  private final List<Reaction<?>> reactions;
  private final Wakes wakes;
  private final Disposable.Swap running = Disposables.swap();

  Relay(Worker worker, JsonMapper json, List<Reaction<?>> reactions, Wakes wakes) {
    this.worker = worker;
    this.json = json;
    this.reactions = reactions;
    this.wakes = wakes;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    running.update(
        wakes
            .of("outbox", PAUSE)
            .concatMap(_ -> round(), 1)
            .subscribe(_ -> {}, trouble -> LOG.error("the relay stopped", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    running.dispose();
  }

  private record Row(UUID id, String type, String payload) {}

  /** Delivers what waits, and ends when nothing does. */
  Mono<Void> round() {
    return deliverOne()
        .repeat()
        .takeWhile(delivered -> delivered)
        .then()
        .onErrorResume(trouble -> {
          LOG.warn("the outbox could not be read, trying again: {}", trouble.toString());
          return Mono.empty();
        });
  }

  private Mono<Boolean> deliverOne() {
    return worker
        .transactional(next().flatMap(row -> delivered(row).thenReturn(true)).defaultIfEmpty(false))
        .onErrorResume(Undelivered.class, failed -> postpone(failed).thenReturn(true));
  }

  /** Ends the delivery's transaction, and with it whatever a reaction had written by then. */
  private static final class Undelivered extends RuntimeException {
    private final transient Row row;

    Undelivered(Row row, Throwable cause) {
      super(cause);
      this.row = row;
    }
  }

  /** The oldest row whose turn it is; an earlier one of its aggregate that waits holds it back. */
  private Mono<Row> next() {
    return worker
        .db()
        .sql(
            """
            select id, type, payload::text as payload from outbox o
            where delivered_at is null and next_try_at <= now()
              and xid < pg_snapshot_xmin(pg_current_snapshot())
              and not exists (
                select 1 from outbox e where e.aggregate_kind = o.aggregate_kind
                  and e.aggregate = o.aggregate and e.version < o.version
                  and e.delivered_at is null)
            order by next_try_at, id limit 1 for update skip locked
            """)
        .mapProperties(Row.class)
        .one();
  }

  private Mono<Void> delivered(Row row) {
    return Flux.fromIterable(reactions)
        .filter(reaction -> reaction.to().getSimpleName().equals(row.type()))
        .concatMap(reaction -> react(reaction, row))
        .then(mark(row))
        .onErrorMap(trouble -> new Undelivered(row, trouble));
  }

  private <E extends Event> Mono<Void> react(Reaction<E> reaction, Row row) {
    return Mono.defer(() -> reaction.on(json.readValue(row.payload(), reaction.to())));
  }

  private Mono<Void> mark(Row row) {
    return worker
        .db()
        .sql("update outbox set delivered_at = now(), error = null where id = :id")
        .bind("id", row.id())
        .then();
  }

  private Mono<Void> postpone(Undelivered failed) {
    var row = failed.row;
    var trouble = String.valueOf(failed.getCause());
    LOG.warn("{} {} was not delivered, it will be tried again", row.type(), row.id(), failed);
    return worker
        .db()
        .sql(
            """
            update outbox set attempts = attempts + 1, error = :error,
              next_try_at = now() + least(power(2, attempts), 3600) * interval '1 second'
            where id = :id
            """)
        .bind("id", row.id())
        .bind("error", trouble)
        .then();
  }
}
