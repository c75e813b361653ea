package io.casewell.notifications;

import io.casewell.demos.DemoBooked;
import io.casewell.demos.DemoCancelled;
import io.casewell.demos.DemoEvent;
import io.casewell.demos.DemoExpired;
import io.casewell.demos.DemoHeld;
import io.casewell.demos.DemoMoved;
import io.casewell.demos.DemoNoShow;
import io.casewell.demos.DemoReassigned;
import io.casewell.demos.DemoRequested;
import io.casewell.demos.DemoRunningLate;
import io.casewell.notifications.DemoLetter.Step;
import io.casewell.notifications.TellOfDemos.Happened;
import io.casewell.platform.Reaction;
import io.casewell.platform.Worker;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Which step of a demo is told to whom. */
@Configuration(proxyBeanMethods = false)
class DemoReactions {
  private final TellOfDemos tell;
  private final Worker worker;

  DemoReactions(TellOfDemos tell, Worker worker) {
    this.tell = tell;
    this.worker = worker;
  }

  @Bean
  Reaction<DemoRequested> tellOfDemoRequested() {
    return Reaction.to(
        DemoRequested.class,
        e -> {
          var happened = happened(e, Step.REQUESTED, e.rep(), e.start(), e.end(), 0, Map.of());
          return tell.prospect(happened).then(tell.rep(happened));
        });
  }

  @Bean
  Reaction<DemoBooked> tellOfDemoBooked() {
    return Reaction.to(
        DemoBooked.class,
        e -> {
          var happened =
              happened(e, Step.BOOKED, e.rep(), e.start(), e.end(), e.sequence(), Map.of());
          return tell.prospect(happened).then(tell.rep(happened));
        });
  }

  @Bean
  Reaction<DemoMoved> tellOfDemoMoved() {
    return Reaction.to(
        DemoMoved.class,
        e -> {
          var moved = happened(e, Step.MOVED, e.rep(), e.start(), e.end(), e.sequence(), Map.of());
          var length = java.time.Duration.between(e.start(), e.end());
          return tell.prospect(moved)
              .then(
                  e.rep().equals(e.repBefore())
                      ? tell.rep(moved)
                      : handOver(
                          e,
                          e.repBefore(),
                          e.startBefore(),
                          e.startBefore().plus(length),
                          e.sequence(),
                          new Happened(
                              moved.cause(),
                              Step.REASSIGNED,
                              e.demo(),
                              e.rep(),
                              e.start(),
                              e.end(),
                              e.sequence(),
                              Map.of())));
        });
  }

  @Bean
  Reaction<DemoReassigned> tellOfDemoReassigned() {
    return Reaction.to(
        DemoReassigned.class,
        e -> {
          var now =
              happened(e, Step.REASSIGNED, e.rep(), e.start(), e.end(), e.sequence(), Map.of());
          return tell.prospect(now)
              .then(handOver(e, e.repBefore(), e.start(), e.end(), e.sequence(), now));
        });
  }

  /** Out of the one rep's calendar, into the other's. */
  private Mono<Void> handOver(
      DemoEvent e, UUID before, Instant start, Instant end, int sequence, Happened now) {
    return tell.rep(happened(e, Step.TAKEN_OVER, before, start, end, sequence, Map.of()))
        .then(tell.rep(now));
  }

  @Bean
  Reaction<DemoCancelled> tellOfDemoCancelled() {
    return Reaction.to(
        DemoCancelled.class,
        e -> {
          var happened =
              happened(e, Step.CANCELLED, e.rep(), e.start(), e.end(), e.sequence(), Map.of());
          return tell.prospect(happened).then(tell.rep(happened));
        });
  }

  @Bean
  Reaction<DemoExpired> tellOfDemoExpired() {
    return Reaction.to(
        DemoExpired.class,
        e -> {
          var happened = happened(e, Step.EXPIRED, e.rep(), e.start(), e.start(), 0, Map.of());
          return tell.prospect(happened).then(tell.rep(happened));
        });
  }

  @Bean
  Reaction<DemoRunningLate> tellOfDemoRunningLate() {
    return Reaction.to(
        DemoRunningLate.class,
        e ->
            tell.prospect(
                happened(
                    e,
                    Step.LATE,
                    e.rep(),
                    e.start(),
                    e.start(),
                    0,
                    Map.of("minutes", Integer.toString(e.minutes())))));
  }

  @Bean
  Reaction<DemoNoShow> tellOfDemoNoShow() {
    return Reaction.to(
        DemoNoShow.class,
        e -> tell.prospect(happened(e, Step.NO_SHOW, e.rep(), e.start(), e.start(), 0, Map.of())));
  }

  /** The follow-up, where the type wants one. */
  @Bean
  Reaction<DemoHeld> tellOfDemoHeld() {
    return Reaction.to(
        DemoHeld.class,
        e ->
            worker
                .db()
                .sql(
                    """
                    select coalesce((t.terms ->> 'followUp')::boolean, false)
                    from demo d join demo_type t on t.id = d.type where d.id = :demo
                    """)
                .bind("demo", e.demo())
                .mapValue(Boolean.class)
                .one()
                .filter(wanted -> wanted)
                .flatMap(_ ->
                    tell.prospect(
                        happened(e, Step.HELD, e.rep(), e.start(), e.start(), 0, Map.of()))));
  }

  private static Happened happened(
      DemoEvent event,
      Step step,
      UUID rep,
      Instant start,
      Instant end,
      int sequence,
      Map<String, String> more) {
    return new Happened(
        "demo " + event.demo() + " " + event.version(),
        step,
        event.demo(),
        rep,
        start,
        end,
        sequence,
        more);
  }
}
