package io.casewell.platform;

import io.r2dbc.postgresql.codec.Json;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events with the change they tell of, both or neither; the {@link Relay} delivers them. */
@Component
public class Outbox {
  private final DatabaseClient db;
  private final JsonMapper json;

  Outbox(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Writes the event in the running transaction. */
  public Mono<Void> record(Event event) {
    return record(event, db);
  }

  /** The same in the worker's running transaction: what a job did. */
  public Mono<Void> recordBy(Worker worker, Event event) {
    return record(event, worker.db());
  }

  private Mono<Void> record(Event event, DatabaseClient through) {
    return through
        .sql(
            """
            insert into outbox (id, aggregate_kind, aggregate, version, type, payload)
            values (:id, :kind, :aggregate, :version, :type, :payload)
            """)
        .bind("id", Ids.next())
        .bind("kind", event.aggregateKind())
        .bind("aggregate", event.aggregate())
        .bind("version", event.version())
        .bind("type", event.getClass().getSimpleName())
        .bind("payload", Json.of(json.writeValueAsBytes(event)))
        .then();
  }
}
