package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.HelpAnswered;
import io.casewell.platform.HelpAsked;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Ids;
import io.casewell.platform.Outbox;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes requests for help, answers them, closes them. */
@Component
class Support {
  private final SupportRows rows;
  private final Audit audit;
  private final Outbox outbox;
  private final Idempotency idempotency;
  private final DatabaseClient db;
  private final Tenancy tx;

  Support(
      SupportRows rows,
      Audit audit,
      Outbox outbox,
      Idempotency idempotency,
      DatabaseClient db,
      Tenancy tx) {
    this.rows = rows;
    this.audit = audit;
    this.outbox = outbox;
    this.idempotency = idempotency;
    this.db = db;
    this.tx = tx;
  }

  /**
   * What somebody asks.
   *
   * @param account who asks, or null for a visitor
   * @param page the path they asked from
   * @param key the form's own, so that it is sent once
   */
  record Asked(
      @Nullable AccountId account,
      Caller caller,
      String name,
      String email,
      String page,
      String text,
      String key) {}

  /** Takes the request and gives its id. */
  Mono<UUID> ask(Asked asked) {
    var id = Ids.next();
    var account = asked.account();
    var write =
        rows.add(id, account, asked.name(), asked.email(), asked.caller(), asked.page())
            .then(rows.say(Ids.next(), id, account, false, asked.text()))
            .then(audit.append(entry(id, "asked", Map.of("page", asked.page()))))
            .then(outbox.record(new HelpAsked(1, id, 1)))
            .thenReturn(id.toString());
    return (account == null
            ? write
            : idempotency.once(
                account.value(), asked.key(), asked.page() + "\n" + asked.text(), write))
        .map(UUID::fromString)
        .as(tx::transactional);
  }

  /** The person says more; a closed request is open again by it. */
  Mono<Void> goOn(UUID id, AccountId account, String text) {
    return rows.find(id)
        .filter(request -> account.value().equals(request.account()))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> rows.say(Ids.next(), id, account, false, text)))
        .then(Mono.defer(() -> rows.touch(id, "open")))
        .then(Mono.defer(() -> told(id, "went on", new HelpKind(false))))
        .as(tx::transactional);
  }

  /** Operations answer. */
  Mono<Void> answer(UUID id, Caller.Operations by, String text) {
    return rows.find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> rows.say(Ids.next(), id, by.account(), true, text)))
        .then(Mono.defer(() -> rows.touch(id, "answered")))
        .then(Mono.defer(() -> told(id, "answered", new HelpKind(true))))
        .as(tx::transactional);
  }

  /** Operations close it, or open it again. */
  Mono<Void> move(UUID id, boolean close) {
    return rows.find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> rows.move(id, close ? "closed" : "open")))
        .filter(moved -> moved)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    close ? "This request is closed already." : "This request is open already.")))
        .then(
            Mono.defer(() -> audit.append(entry(id, close ? "closed" : "opened again", Map.of()))))
        .as(tx::transactional);
  }

  private record HelpKind(boolean answer) {}

  private Mono<Void> told(UUID id, String what, HelpKind kind) {
    return audit
        .append(entry(id, what, Map.of()))
        .then(version(id))
        .flatMap(version ->
            outbox.record(
                kind.answer() ? new HelpAnswered(1, id, version) : new HelpAsked(1, id, version)));
  }

  /** Gapless, since the trail's number is raised under its own lock by the row just written. */
  private Mono<Long> version(UUID id) {
    return db.sql(
            """
            select count(*) from support_message where request = :id
            """)
        .bind("id", id)
        .mapValue(Long.class)
        .one();
  }

  private static Audit.Entry entry(UUID id, String what, Map<String, ?> after) {
    return new Audit.Entry(
        "support_request", id, null, null, what, null, after.isEmpty() ? null : after);
  }
}
