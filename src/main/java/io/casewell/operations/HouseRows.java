package io.casewell.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox and the jobs as operations read them. */
@Component
class HouseRows {
  /** How many stand on a page. */
  static final int PAGE = 50;

  private final DatabaseClient db;

  HouseRows(DatabaseClient db) {
    this.db = db;
  }

  /**
   * An event on its way.
   *
   * @param held whether an earlier one of the same thing must go first
   */
  record EventRow(
      UUID id,
      String kind,
      UUID aggregate,
      long version,
      String type,
      Instant at,
      @Nullable Instant deliveredAt,
      int attempts,
      Instant nextTryAt,
      @Nullable String error,
      boolean held) {}

  /** What stands in the outbox: {@code waiting}, {@code failed} or {@code delivered}. */
  Flux<EventRow> events(String state, int number) {
    return db.sql(
            """
            select o.id, o.aggregate_kind as kind, o.aggregate, o.version, o.type, o.at,
              o.delivered_at, o.attempts, o.next_try_at, o.error,
              o.delivered_at is null and exists (select 1 from outbox e
                where e.aggregate_kind = o.aggregate_kind and e.aggregate = o.aggregate
                  and e.version < o.version and e.delivered_at is null) as held
            from outbox o
            where case :state when 'failed' then o.delivered_at is null and o.error is not null
              when 'delivered' then o.delivered_at is not null
              else o.delivered_at is null end
            order by case when :state = 'delivered' then o.delivered_at end desc, o.at, o.id
            limit :limit offset :offset
            """)
        .bind("state", state)
        .bind("limit", PAGE + 1)
        .bind("offset", (number - 1) * PAGE)
        .mapProperties(EventRow.class)
        .all();
  }

  /** Moves one that waits to the front of its turn; false when there is no such one. */
  Mono<Boolean> retryEvent(UUID id) {
    return db.sql("update outbox set next_try_at = now() where id = :id and delivered_at is null")
        .bind("id", id)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Moves every failed one to the front of its turn. */
  Mono<Long> retryFailed() {
    return db.sql(
            """
            update outbox set next_try_at = now()
            where delivered_at is null and error is not null and next_try_at > now()
            """)
        .fetch()
        .rowsUpdated();
  }

  /** A job and how it went last. */
  record JobRow(
      String name,
      String key,
      Instant next,
      boolean running,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure,
      int failures,
      @Nullable String error) {}

  /** The jobs: what goes wrong first, then what is next. */
  Flux<JobRow> jobs(int number) {
    return db.sql(
            """
            select task_name as name, task_instance as key, execution_time as next,
              picked as running, last_success, last_failure,
              coalesce(consecutive_failures, 0) as failures, error
            from scheduled_tasks
            order by error is null, execution_time, task_name, task_instance
            limit :limit offset :offset
            """)
        .bind("limit", PAGE + 1)
        .bind("offset", (number - 1) * PAGE)
        .mapProperties(JobRow.class)
        .all();
  }

  /** Has the job run now; false when it runs already or there is no such one. */
  Mono<Boolean> runNow(String name, String key) {
    return db.sql(
            """
            update scheduled_tasks set execution_time = now()
            where task_name = :name and task_instance = :key and not picked
            """)
        .bind("name", name)
        .bind("key", key)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
