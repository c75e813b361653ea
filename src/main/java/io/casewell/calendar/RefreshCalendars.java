package io.casewell.calendar;

import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks every quarter of an hour at the calendars kept elsewhere; each minute for those due. */
@Component
class RefreshCalendars implements RecurringJob {
  private static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int AT_ONCE = 8;
  private static final int MOST = 200;

  private final BusySources sources;
  private final ImportCalendars imports;
  private final Worker worker;
  private final Clock clock;

  RefreshCalendars(BusySources sources, ImportCalendars imports, Worker worker, Clock clock) {
    this.sources = sources;
    this.imports = imports;
    this.worker = worker;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "refresh calendars";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofMinutes(1));
  }

  @Override
  public Mono<Void> run() {
    return sources
        .due(worker.db(), clock.instant().minus(PAUSE), MOST)
        .collectList()
        .flatMapIterable(due -> due)
        .flatMapDelayError(imports::refresh, AT_ONCE, 1)
        .then();
  }
}
