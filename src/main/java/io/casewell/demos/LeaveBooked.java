package io.casewell.demos;

import io.casewell.platform.Event;
import io.casewell.platform.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A prospect whose demo falls away, and who has no other, no longer stands at “demo booked”: they
 * need a new time. Runs in the transaction in which the demo ended. A prospect whom only somebody
 * else of the team may change stays where that one has them.
 */
@Component
class LeaveBooked {
  private final Leads leads;
  private final Demos demos;
  private final DemoLog log;

  LeaveBooked(Leads leads, Demos demos, DemoLog log) {
    this.leads = leads;
    this.demos = demos;
    this.log = log;
  }

  /** After a demo was cancelled. */
  Mono<Void> after(Demo demo, String reason) {
    return waiting(leads, demos, demo)
        .flatMap(lead ->
            leads
                .become(lead, LeadState.NO_SHOW, "")
                .then(log.tell(moved(lead), lead.id(), "moved", before(), after(reason))));
  }

  /** After a request ended, in the worker's transaction. */
  Mono<Void> after(Worker worker, Demo demo, String reason) {
    var all = leads.by(worker);
    return waiting(all, demos.by(worker), demo)
        .flatMap(lead ->
            all.become(lead, LeadState.NO_SHOW, "")
                .then(
                    log.tellBy(worker, moved(lead), lead.id(), "moved", before(), after(reason))));
  }

  private static Mono<Lead> waiting(Leads leads, Demos demos, Demo demo) {
    return leads
        .locked(demo.lead())
        .filter(lead -> lead.state() == LeadState.BOOKED)
        .filterWhen(lead -> demos.standing(lead.id()).map(n -> n == 0));
  }

  private static Event moved(Lead lead) {
    return new LeadMoved(
        1, lead.id(), lead.version() + 1, lead.state().code(), LeadState.NO_SHOW.code());
  }

  private static Map<String, String> before() {
    return Map.of("state", LeadState.BOOKED.code());
  }

  private static Map<String, String> after(String reason) {
    return Map.of("state", LeadState.NO_SHOW.code(), "reason", reason);
  }
}
