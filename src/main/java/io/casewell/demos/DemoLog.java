package io.casewell.demos;

import io.casewell.platform.Audit;
import io.casewell.platform.Event;
import io.casewell.platform.Outbox;
import io.casewell.platform.Worker;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes down what became of a prospect and their demos, in the transaction of the change: the
 * event and the row of the trail. One trail for a prospect, whatever happened to their demos.
 */
@Component
class DemoLog {
  private final Audit audit;
  private final Outbox outbox;

  DemoLog(Audit audit, Outbox outbox) {
    this.audit = audit;
    this.outbox = outbox;
  }

  /** An event, and its row in the prospect's trail. */
  Mono<Void> tell(
      Event event,
      UUID lead,
      String what,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return outbox.record(event).then(trail(lead, what, before, after));
  }

  /** The same in the worker's transaction. */
  Mono<Void> tellBy(
      Worker worker,
      Event event,
      UUID lead,
      String what,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return outbox
        .recordBy(worker, event)
        .then(
            audit.appendBy(worker, new Audit.Entry("lead", lead, null, null, what, before, after)));
  }

  /** A row in the prospect's trail alone. */
  Mono<Void> trail(
      UUID lead, String what, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
    return audit.append(new Audit.Entry("lead", lead, null, null, what, before, after));
  }

  /** A row in a demo type's trail. */
  Mono<Void> ofType(
      UUID type, String what, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
    return audit.append(new Audit.Entry("demo type", type, null, null, what, before, after));
  }
}
