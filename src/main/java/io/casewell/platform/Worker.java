package io.casewell.platform;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The database as the worker role sees it: every tenant's rows, for the relay, the jobs and the
 * index. Nothing that answers a request may use it to read what the caller could not.
 */
public final class Worker {
  private static final int AT_ONCE = 5_000;

  private final DatabaseClient db;
  private final TransactionalOperator operator;

  Worker(DatabaseClient db, TransactionalOperator operator) {
    this.db = db;
    this.operator = operator;
  }

  /** The worker's own connections. */
  public DatabaseClient db() {
    return db;
  }

  /** Runs this in one transaction of the worker. */
  public <T> Mono<T> transactional(Mono<T> work) {
    return operator.transactional(work);
  }

  /**
   * Deletes these rows in small parts, so that nobody waits for a lock of ours.
   *
   * @param rows a table and a condition, "session where expires_at < now()"; never from outside
   */
  public Mono<Void> clear(String rows) {
    var table = rows.substring(0, rows.indexOf(' '));
    return db.sql(
            "delete from %s where ctid = any(array(select ctid from %s limit %d))"
                .formatted(table, rows, AT_ONCE))
        .fetch()
        .rowsUpdated()
        .repeat()
        .takeUntil(gone -> gone < AT_ONCE)
        .then();
  }

  /** Runs this in one transaction of the worker and gives its rows when all are there. */
  public <T> Flux<T> transactional(Flux<T> work) {
    return operator.transactional(work.collectList()).flatMapIterable(rows -> rows);
  }
}
