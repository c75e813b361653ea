package io.casewell.demos;

import io.casewell.platform.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders the reminders of a demo in the transaction that books or moves it, both or neither. */
@Component
class OrderReminders {
  private final Jobs jobs;
  private final Clock clock;

  OrderReminders(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Those of a demo that begins then, whose moment is still to come. */
  Mono<Void> order(UUID demo, DemoTerms terms, Instant start) {
    return Flux.fromIterable(terms.remindMinutes())
        .filter(minutes -> at(start, minutes).isAfter(clock.instant()))
        .concatMap(minutes ->
            jobs.order(
                DemoReminder.TYPE,
                demo + " " + start + " " + minutes,
                new DemoReminder(demo, start, minutes),
                at(start, minutes)))
        .then();
  }

  private static Instant at(Instant start, int minutes) {
    return start.minus(Duration.ofMinutes(minutes));
  }
}
