package io.casewell.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away what has served: sign-in attempts, sessions that ended, keys nobody repeats. */
@Component
class CleanUp implements RecurringJob {
  private static final int AT_ONCE = 5_000;

  private final Worker worker;

  CleanUp(Worker worker) {
    this.worker = worker;
  }

  @Override
  public String name() {
    return "clean up";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(1));
  }

  @Override
  public Mono<Void> run() {
    return Flux.just(
            "sign_in_attempt where expires_at < now()",
            "session where expires_at < now()",
            "idempotency where at < now() - interval '30 days'")
        .concatMap(this::delete)
        .then();
  }

  /** In small parts, so that nobody waits for a lock of ours. */
  private Mono<Void> delete(String rows) {
    var table = rows.substring(0, rows.indexOf(' '));
    return worker
        .db()
        .sql(
            "delete from %s where ctid = any(array(select ctid from %s limit %d))"
                .formatted(table, rows, AT_ONCE))
        .fetch()
        .rowsUpdated()
        .repeat()
        .takeUntil(gone -> gone < AT_ONCE)
        .then();
  }
}
