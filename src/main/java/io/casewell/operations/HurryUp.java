package io.casewell.operations;

import io.casewell.platform.Audit;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has the relay or the scheduler try something now. What must go first still goes first. */
@Component
class HurryUp {
  private static final UUID OUTBOX =
      UUID.nameUUIDFromBytes("outbox".getBytes(StandardCharsets.UTF_8));

  private final HouseRows rows;
  private final Audit audit;
  private final Tenancy tx;

  HurryUp(HouseRows rows, Audit audit, Tenancy tx) {
    this.rows = rows;
    this.audit = audit;
    this.tx = tx;
  }

  /** Has one event delivered now. */
  Mono<Void> event(UUID id) {
    return rows.retryEvent(id)
        .filter(done -> done)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(
            Mono.defer(() ->
                audit.append(
                    entry("outbox", OUTBOX, "event retried", Map.of("event", id.toString())))))
        .as(tx::transactional);
  }

  /** Has every failed event delivered now. */
  Mono<Long> failedEvents() {
    return rows.retryFailed()
        .delayUntil(count ->
            count == 0
                ? Mono.empty()
                : audit.append(
                    entry("outbox", OUTBOX, "failed events retried", Map.of("events", count))))
        .as(tx::transactional);
  }

  /** Has one job run now. */
  Mono<Void> job(String name, String key) {
    var subject = UUID.nameUUIDFromBytes(("job " + name).getBytes(StandardCharsets.UTF_8));
    return rows.runNow(name, key)
        .filter(done -> done)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict("That job runs already, or it is done. Reload the page.")))
        .then(Mono.defer(() -> audit.append(entry("job", subject, "run now", Map.of("job", name)))))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(String kind, UUID subject, String what, Map<String, ?> after) {
    return new Audit.Entry(kind, subject, null, null, what, null, after);
  }
}
