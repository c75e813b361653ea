package io.casewell.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders a {@link OneTimeJob} in the transaction of the change it belongs to, both or neither. It
 * runs on some node once the transaction is committed.
 */
@Component
public class Jobs {
  private final DatabaseClient db;
  private final Worker worker;
  private final JsonMapper json;

  Jobs(DatabaseClient db, Worker worker, JsonMapper json) {
    this.db = db;
    this.worker = worker;
    this.json = json;
  }

  /**
   * Orders a job in the running transaction of a request, to be done as soon as may be.
   *
   * @param key which job of its type, e.g. an id: while one with the key waits, a second is the
   *     same
   */
  public <T> Mono<Void> order(JobType<T> type, String key, T order) {
    return insert(db, type, key, order, null);
  }

  /** Orders a job in the running transaction of a request, to be done then. */
  public <T> Mono<Void> order(JobType<T> type, String key, T order, Instant at) {
    return insert(db, type, key, order, at);
  }

  /** Orders a job in the worker's running transaction, from a reaction or another job. */
  public <T> Mono<Void> orderAsWorker(JobType<T> type, String key, T order) {
    return insert(worker.db(), type, key, order, null);
  }

  /** Orders a job in the worker's running transaction, to be done then. */
  public <T> Mono<Void> orderAsWorker(JobType<T> type, String key, T order, Instant at) {
    return insert(worker.db(), type, key, order, at);
  }

  private <T> Mono<Void> insert(
      DatabaseClient through, JobType<T> type, String key, T order, @Nullable Instant at) {
    var statement =
        through
            .sql(
                """
                insert into scheduled_tasks
                  (task_name, task_instance, task_data, execution_time, picked, version)
                values (:name, :key, :order, coalesce(:at, now()), false, 1)
                on conflict do nothing
                """)
            .bind("name", type.name())
            .bind("key", key)
            .bind("order", json.writeValueAsBytes(order));
    return (at == null
            ? statement.bindNull("at", OffsetDateTime.class)
            : statement.bind("at", at.atOffset(ZoneOffset.UTC)))
        .then();
  }
}
