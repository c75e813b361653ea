package io.casewell.demos;

import io.casewell.platform.JobType;
import io.casewell.platform.Jobs;
import io.casewell.platform.OneTimeJob;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends a request that nobody confirmed: a day after it was made, and at the latest an hour before
 * it would begin. The time is free again then, and the prospect hears of it.
 */
@Component
class ExpireRequest implements OneTimeJob<ExpireRequest.Order> {
  private static final JobType<Order> TYPE = new JobType<>("end a demo's request", Order.class);
  private static final Duration WAITS = Duration.ofDays(1);
  private static final Duration BEFORE = Duration.ofHours(1);

  private final Demos demos;
  private final Diary diary;
  private final LeaveBooked leaveBooked;
  private final DemoLog log;
  private final Jobs jobs;
  private final Worker worker;
  private final Clock clock;

  ExpireRequest(
      Demos demos,
      Diary diary,
      LeaveBooked leaveBooked,
      DemoLog log,
      Jobs jobs,
      Worker worker,
      Clock clock) {
    this.demos = demos;
    this.diary = diary;
    this.leaveBooked = leaveBooked;
    this.log = log;
    this.jobs = jobs;
    this.worker = worker;
    this.clock = clock;
  }

  /** The request for this time; moved meanwhile, it has an order of its own. */
  record Order(UUID demo, Instant start) {}

  /** Orders it in the transaction of the request. */
  Mono<Void> order(UUID demo, Instant start) {
    return jobs.order(TYPE, demo + " " + start, new Order(demo, start), due(start));
  }

  /** On short notice there is no hour to spare: then it waits until it would have begun. */
  private Instant due(Instant start) {
    var now = clock.instant();
    var last = start.minus(BEFORE);
    var dayOn = now.plus(WAITS);
    return !last.isAfter(now) ? start : dayOn.isBefore(last) ? dayOn : last;
  }

  @Override
  public JobType<Order> type() {
    return TYPE;
  }

  @Override
  public Mono<Void> run(Order order) {
    return demos
        .by(worker)
        .locked(order.demo())
        .filter(demo -> demo.state() == DemoState.PENDING && demo.start().equals(order.start()))
        .flatMap(this::expired)
        .as(worker::transactional);
  }

  private Mono<Void> expired(Demo demo) {
    return diary
        .expire(worker, demo)
        .then(demos.by(worker).become(demo, DemoState.EXPIRED, "", ""))
        .then(
            log.tellBy(
                worker,
                new DemoExpired(
                    1, demo.id(), demo.version() + 1, demo.lead(), demo.rep(), demo.start()),
                demo.lead(),
                "demo expired",
                Map.of("start", demo.start().toString()),
                null))
        .then(
            Mono.defer(
                () -> leaveBooked.after(worker, demo, "nobody confirmed the time asked for")));
  }
}
