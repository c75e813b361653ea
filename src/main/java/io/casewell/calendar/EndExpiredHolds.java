package io.casewell.calendar;

import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes holds away whose time is over; nobody waits for it, since they no longer count. */
@Component
class EndExpiredHolds implements RecurringJob {
  private static final int AT_ONCE = 500;

  private final Worker worker;

  EndExpiredHolds(Worker worker) {
    this.worker = worker;
  }

  @Override
  public String name() {
    return "end expired holds";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofMinutes(5));
  }

  @Override
  public Mono<Void> run() {
    return worker
        .db()
        .sql("select end_expired_holds(:most)")
        .bind("most", AT_ONCE)
        .mapValue(Integer.class)
        .one()
        .repeat()
        .takeUntil(gone -> gone < AT_ONCE)
        .then();
  }
}
