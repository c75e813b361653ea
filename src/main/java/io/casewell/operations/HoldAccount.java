package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps an account from being deleted while the law asks for it. Written down where its person does
 * not read: a hold may be part of a matter that is not to be told.
 */
@Component
class HoldAccount {
  private final PersonRows rows;
  private final Audit audit;
  private final Tenancy tx;

  HoldAccount(PersonRows rows, Audit audit, Tenancy tx) {
    this.rows = rows;
    this.audit = audit;
    this.tx = tx;
  }

  /** Begins a hold. */
  Mono<Void> hold(Caller.Operations by, AccountId account, String reason) {
    var id = Ids.next();
    return rows.find(account)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> rows.hold(id, account, reason, by.account())))
        .then(Mono.defer(() -> audit.append(entry(id, "held", account, reason))))
        .as(tx::transactional);
  }

  /** Ends it. */
  Mono<Void> lift(Caller.Operations by, AccountId account, UUID id, String reason) {
    return rows.lift(id, account, by.account())
        .filter(done -> done)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> audit.append(entry(id, "lifted", account, reason))))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(UUID id, String what, AccountId account, String reason) {
    return new Audit.Entry(
        "legal_hold",
        id,
        null,
        null,
        what,
        null,
        Map.of("account", account.toString(), "reason", reason));
  }
}
