package io.casewell.demos;

import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves, cancels, confirms, hands over and closes a demo, by the prospect's link or by the team.
 */
@Component
class ChangeDemo {
  private final DemoTypes types;
  private final Demos demos;
  private final Leads leads;
  private final Diary diary;
  private final BookDemo bookDemo;
  private final LeaveBooked leaveBooked;
  private final ExpireRequest expireRequest;
  private final OrderReminders reminders;
  private final DemoLog log;
  private final SendText sendText;
  private final ByLink byLink;
  private final org.springframework.r2dbc.core.DatabaseClient db;
  private final Tenancy tx;
  private final Clock clock;

  ChangeDemo(
      DemoTypes types,
      Demos demos,
      Leads leads,
      Diary diary,
      BookDemo bookDemo,
      LeaveBooked leaveBooked,
      ExpireRequest expireRequest,
      OrderReminders reminders,
      DemoLog log,
      SendText sendText,
      ByLink byLink,
      org.springframework.r2dbc.core.DatabaseClient db,
      Tenancy tx,
      Clock clock) {
    this.types = types;
    this.demos = demos;
    this.leads = leads;
    this.diary = diary;
    this.bookDemo = bookDemo;
    this.leaveBooked = leaveBooked;
    this.expireRequest = expireRequest;
    this.reminders = reminders;
    this.log = log;
    this.sendText = sendText;
    this.byLink = byLink;
    this.db = db;
    this.tx = tx;
    this.clock = clock;
  }

  // by the link ---------------------------------------------------------------------------------

  /** The prospect chooses another time; after a no-show or a cancellation, it is a new demo. */
  Mono<UUID> moveByLink(String token, Instant start) {
    return byLink.open(
        token,
        hash ->
            linked(hash)
                .flatMap(demo ->
                    demo.state().stands() ? moved(demo, start, "", false) : again(demo, start)));
  }

  /** The prospect cancels. */
  Mono<Demo> cancelByLink(String token, String reason) {
    return byLink.open(
        token, hash -> linked(hash).delayUntil(demo -> cancelled(demo, short300(reason), true)));
  }

  private Mono<Demo> linked(byte[] hash) {
    return demos
        .linked(hash)
        .flatMap(seen -> demos.locked(seen.id()))
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  // by the team ---------------------------------------------------------------------------------

  /** The rep moves it. */
  Mono<UUID> move(UUID id, Instant start, String reason) {
    return locked(id)
        .flatMap(demo -> moved(demo, start, needed(reason), true))
        .as(tx::transactional);
  }

  /** The rep cancels it, with a reason that the prospect reads. */
  Mono<Demo> cancel(UUID id, String reason) {
    return locked(id)
        .delayUntil(demo -> cancelled(demo, needed(reason), false))
        .as(tx::transactional);
  }

  /** The rep confirms what was asked for. */
  Mono<Demo> confirm(UUID id) {
    return locked(id)
        .delayUntil(demo -> {
          demo.state().refuseUnlessMayBecome(DemoState.CONFIRMED);
          return diary
              .confirm(demo)
              .then(demos.become(demo, DemoState.CONFIRMED, "", ""))
              .then(
                  log.tell(
                      new DemoBooked(
                          1,
                          demo.id(),
                          demo.version() + 1,
                          demo.lead(),
                          demo.rep(),
                          demo.start(),
                          demo.end(),
                          demo.sequence()),
                      demo.lead(),
                      "demo confirmed",
                      null,
                      Map.of("start", demo.start().toString())))
              .then(types.find(demo.type()))
              .flatMap(type -> reminders.order(demo.id(), type.terms(), demo.start()));
        })
        .as(tx::transactional);
  }

  /** Somebody else of the pool gives it. */
  Mono<Demo> reassign(UUID id, UUID to, String reason) {
    return locked(id).delayUntil(demo -> reassigned(demo, to, reason)).as(tx::transactional);
  }

  private Mono<Void> reassigned(Demo demo, UUID to, String reason) {
    if (!demo.state().stands()) {
      demo.state().refuseUnlessMayBecome(DemoState.CONFIRMED);
    }
    if (demo.rep().equals(to)) {
      return Mono.error(new Refusal.Conflict(demo.repName() + " gives this demo already."));
    }
    var why = needed(reason);
    return types
        .find(demo.type())
        .zipWith(types.pool(demo.type()), Offer::new)
        .filter(offer -> offer.pool().stream().anyMatch(host -> host.account().equals(to)))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(offer -> diary.reassign(demo, offer, to))
        .delayUntil(chosen -> handOver(demo, chosen, why))
        .flatMap(chosen -> tellHandedOver(demo, chosen, why));
  }

  private Mono<Void> tellHandedOver(Demo demo, Diary.Chosen chosen, String why) {
    return log.tell(
        new DemoReassigned(
            1,
            demo.id(),
            demo.version() + 1,
            demo.lead(),
            chosen.rep(),
            demo.rep(),
            demo.start(),
            demo.end(),
            demo.sequence() + 1),
        demo.lead(),
        "demo handed over",
        Map.of("rep", demo.repName()),
        Map.of("rep", chosen.repName(), "reason", why));
  }

  private Mono<Void> handOver(Demo demo, Diary.Chosen chosen, String reason) {
    return db.sql("select hand_over_demo(:demo, :to, :name, :reason, :chosen::jsonb)")
        .bind("demo", demo.id())
        .bind("to", chosen.rep())
        .bind("name", chosen.repName())
        .bind("reason", reason)
        .bind("chosen", "{\"v\":1,\"why\":\"handed over\"}")
        .then();
  }

  /** It took place, or nobody came; says what is to be done next. */
  Mono<Demo> close(UUID id, boolean came, String outcome, String next) {
    return locked(id)
        .delayUntil(demo -> {
          var state = came ? DemoState.HELD : DemoState.NO_SHOW;
          demo.state().refuseUnlessMayBecome(state);
          if (clock.instant().isBefore(demo.start())) {
            return Mono.error(
                new Refusal.Conflict("This demo has not begun yet, so it has no outcome."));
          }
          return diary
              .finish(demo, came)
              .then(demos.become(demo, state, "", outcome))
              .then(leads.locked(demo.lead()))
              .switchIfEmpty(Mono.error(Refusal.notFound()))
              .flatMap(lead -> leadFollows(lead, came, next))
              .then(
                  log.tell(
                      came
                          ? new DemoHeld(
                              1,
                              demo.id(),
                              demo.version() + 1,
                              demo.lead(),
                              demo.rep(),
                              demo.start())
                          : new DemoNoShow(
                              1,
                              demo.id(),
                              demo.version() + 1,
                              demo.lead(),
                              demo.rep(),
                              demo.start()),
                      demo.lead(),
                      came ? "demo held" : "did not come",
                      null,
                      Map.of("outcome", outcome)));
        })
        .as(tx::transactional);
  }

  private Mono<Void> leadFollows(Lead lead, boolean came, String next) {
    var state = came ? LeadState.HELD : LeadState.NO_SHOW;
    var step = next.isEmpty() ? Mono.<Void>empty() : leads.next(lead.id(), next, null);
    if (!lead.state().mayBecome(state)) {
      // a second demo of somebody who is further on already
      return step;
    }
    return leads
        .become(lead, state, "")
        .then(step)
        .then(
            log.tell(
                new LeadMoved(1, lead.id(), lead.version() + 1, lead.state().code(), state.code()),
                lead.id(),
                "moved",
                Map.of("state", lead.state().code()),
                Map.of("state", state.code())));
  }

  /** The rep comes some minutes late, and the prospect hears of it. */
  Mono<Demo> runningLate(UUID id, int minutes) {
    return locked(id)
        .delayUntil(demo -> {
          if (demo.state() != DemoState.CONFIRMED) {
            return Mono.error(new Refusal.Conflict("Only a booked demo can begin late."));
          }
          return demos
              .told(demo)
              .then(
                  log.tell(
                      new DemoRunningLate(
                          1,
                          demo.id(),
                          demo.version() + 1,
                          demo.lead(),
                          demo.rep(),
                          demo.start(),
                          minutes),
                      demo.lead(),
                      "running late",
                      null,
                      Map.of("minutes", minutes)))
              .then(
                  sendText.order(
                      demo.lead(),
                      "late " + demo.id() + " " + (demo.version() + 1),
                      "%s of Casewell is running %d minutes late for your demo. See you soon."
                          .formatted(demo.repName(), minutes)));
        })
        .as(tx::transactional);
  }

  private Mono<Demo> locked(UUID id) {
    return demos.locked(id).switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  // what both do --------------------------------------------------------------------------------

  private Mono<UUID> moved(Demo demo, Instant start, String reason, boolean sameRep) {
    if (!demo.state().stands()) {
      demo.state().refuseUnlessMayBecome(DemoState.CONFIRMED);
    }
    if (clock.instant().isAfter(demo.start())) {
      return Mono.error(
          new Refusal.Conflict("This demo has begun already, so it cannot be moved."));
    }
    return types
        .find(demo.type())
        .zipWith(types.pool(demo.type()), Offer::new)
        .flatMap(offer -> moved(demo, offer, start, reason, sameRep))
        .thenReturn(demo.id());
  }

  private Mono<Void> moved(Demo demo, Offer offer, Instant start, String reason, boolean sameRep) {
    var end = start.plus(Duration.ofMinutes(offer.type().terms().minutes()));
    return diary
        .move(demo, offer, start, sameRep)
        .delayUntil(chosen -> demos.move(demo, start, end, chosen.rep(), chosen.repName(), reason))
        .delayUntil(chosen ->
            chosen.rep().equals(demo.rep()) ? Mono.empty() : leads.owner(demo.lead(), chosen.rep()))
        .flatMap(chosen -> tellMoved(demo, chosen, start, end, reason))
        .then(
            demo.state() == DemoState.PENDING
                ? expireRequest.order(demo.id(), start)
                : reminders.order(demo.id(), offer.type().terms(), start));
  }

  private Mono<Void> tellMoved(
      Demo demo, Diary.Chosen chosen, Instant start, Instant end, String reason) {
    return log.tell(
        new DemoMoved(
            1,
            demo.id(),
            demo.version() + 1,
            demo.lead(),
            chosen.rep(),
            demo.rep(),
            start,
            end,
            demo.start(),
            demo.sequence() + 1),
        demo.lead(),
        "demo moved",
        Map.of("start", demo.start().toString(), "rep", demo.repName()),
        Map.of("start", start.toString(), "rep", chosen.repName(), "reason", reason));
  }

  /** After a no-show or a cancellation, the same link books anew, under the same prospect. */
  private Mono<UUID> again(Demo before, Instant start) {
    if (before.state() == DemoState.HELD) {
      before.state().refuseUnlessMayBecome(DemoState.CONFIRMED);
    }
    return Mono.defer(() -> bookDemo.again(before, start));
  }

  private Mono<Void> cancelled(Demo demo, String reason, boolean byProspect) {
    demo.state().refuseUnlessMayBecome(DemoState.CANCELLED);
    return diary
        .cancel(demo, reason)
        .then(demos.become(demo, DemoState.CANCELLED, reason, ""))
        .then(
            log.tell(
                new DemoCancelled(
                    1,
                    demo.id(),
                    demo.version() + 1,
                    demo.lead(),
                    demo.rep(),
                    demo.start(),
                    demo.end(),
                    demo.sequence() + 1,
                    byProspect),
                demo.lead(),
                byProspect ? "cancelled by the prospect" : "demo cancelled",
                Map.of("start", demo.start().toString()),
                Map.of("reason", reason)))
        .then(Mono.defer(() -> leaveBooked.after(demo, "the demo was cancelled")));
  }

  private static String needed(String reason) {
    var problems = new Problems();
    BookingInput.line("reason", reason, 300, "Say why in a few words, on one line.", problems);
    problems.refuseIfAny();
    return reason;
  }

  private static String short300(String reason) {
    var plain = reason.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return plain.length() > 300 ? plain.substring(0, 300) : plain;
  }
}
