package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs a person's devices out, one or all, and writes it down. */
@Component
class EndSessions {
  private final SessionList sessions;
  private final Audit audit;
  private final Tenancy tx;

  EndSessions(SessionList sessions, Audit audit, Tenancy tx) {
    this.sessions = sessions;
    this.audit = audit;
    this.tx = tx;
  }

  /** Ends one session of the account's own. */
  Mono<Void> one(UUID id, AccountId account) {
    return sessions
        .end(id, account)
        .filter(done -> done)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> audit.append(entry(account, "session ended", 1))))
        .as(tx::transactional);
  }

  /** Ends every session of the account's own, the one that asks included. */
  Mono<Void> all(AccountId account) {
    return sessions
        .endAll(account)
        .flatMap(count -> audit.append(entry(account, "signed out everywhere", count)))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(AccountId account, String what, long sessions) {
    return new Audit.Entry(
        "account", account.value(), null, null, what, Map.of("sessions", sessions), null);
  }
}
