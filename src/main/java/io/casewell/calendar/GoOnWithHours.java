package io.casewell.calendar;

import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the shifts of agreed hours for the weeks that have come near. */
@Component
class GoOnWithHours implements RecurringJob {
  private final AgreedHours hours;
  private final Worker worker;

  GoOnWithHours(AgreedHours hours, Worker worker) {
    this.hours = hours;
    this.worker = worker;
  }

  @Override
  public String name() {
    return "go on with agreed hours";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(6));
  }

  @Override
  public Mono<Void> run() {
    return hours.goOn(worker).then();
  }
}
