package io.casewell.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away what has served: sign-in attempts, sessions that ended, keys nobody repeats. */
@Component
class CleanUp implements RecurringJob {
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
        .concatMap(worker::clear)
        .then();
  }
}
