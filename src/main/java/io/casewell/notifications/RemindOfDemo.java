package io.casewell.notifications;

import io.casewell.demos.DemoFacts;
import io.casewell.demos.DemoReminder;
import io.casewell.notifications.DemoLetter.Step;
import io.casewell.notifications.TellOfDemos.Happened;
import io.casewell.platform.JobType;
import io.casewell.platform.OneTimeJob;
import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds of a demo as long before it as its type says. It reads the booking again when its moment
 * has come, and says nothing when the demo was moved, cancelled or has begun.
 */
@Component
class RemindOfDemo implements OneTimeJob<DemoReminder> {
  private final TellOfDemos tell;
  private final Clock clock;

  RemindOfDemo(TellOfDemos tell, Clock clock) {
    this.tell = tell;
    this.clock = clock;
  }

  @Override
  public JobType<DemoReminder> type() {
    return DemoReminder.TYPE;
  }

  @Override
  public Mono<Void> run(DemoReminder order) {
    return tell.facts(order.demo())
        .filter(demo -> demo.stands() && demo.start().equals(order.start()))
        .filter(demo -> demo.start().isAfter(clock.instant()))
        .flatMap(demo -> remind(order, demo));
  }

  private Mono<Void> remind(DemoReminder order, DemoFacts demo) {
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
