package io.casewell.notifications;

import io.casewell.demos.DemoFacts;
import io.casewell.notifications.DemoLetter.Step;
import io.casewell.notifications.TellOfDemos.Happened;
import io.casewell.platform.JobType;
import io.casewell.platform.Jobs;
import io.casewell.platform.OneTimeJob;
import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds of a demo as long before it as its type says. It reads the booking again when its moment
 * has come, and says nothing when the demo was moved, cancelled or has begun.
 */
@Component
class RemindOfDemo implements OneTimeJob<RemindOfDemo.Order> {
  private static final JobType<Order> TYPE = new JobType<>("remind of a demo", Order.class);

  private final TellOfDemos tell;
  private final Jobs jobs;
  private final Clock clock;

  RemindOfDemo(TellOfDemos tell, Jobs jobs, Clock clock) {
    this.tell = tell;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** One reminder of a demo that was to begin then. */
  record Order(UUID demo, Instant start, int minutes) {}

  /** Orders the reminders of a demo that begins then, those whose moment is still to come. */
  Mono<Void> order(UUID demo, Instant start) {
    return tell.facts(demo)
        .flatMapIterable(DemoFacts::remindMinutes)
        .filter(minutes -> at(start, minutes).isAfter(clock.instant()))
        .concatMap(minutes ->
            jobs.orderAsWorker(
                TYPE,
                demo + " " + start + " " + minutes,
                new Order(demo, start, minutes),
                at(start, minutes)))
        .then();
  }

  private static Instant at(Instant start, int minutes) {
    return start.minus(Duration.ofMinutes(minutes));
  }

  @Override
  public JobType<Order> type() {
    return TYPE;
  }

  @Override
  public Mono<Void> run(Order order) {
    return tell.facts(order.demo())
        .filter(demo -> demo.stands() && demo.start().equals(order.start()))
        .filter(demo -> demo.start().isAfter(clock.instant()))
        .flatMap(demo -> remind(order, demo));
  }

  private Mono<Void> remind(Order order, DemoFacts demo) {
    var happened =
        new Happened(
            "reminder " + order.demo() + " " + order.start() + " " + order.minutes(),
            Step.REMINDER,
            demo.demo(),
            demo.rep(),
            demo.start(),
            demo.end(),
            demo.sequence(),
            Map.of("ahead", TimeWords.span(Duration.ofMinutes(order.minutes()))));
    return Flux.concat(tell.prospect(happened), tell.rep(happened)).then();
  }
}
