package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Closes an account, or opens it again, and writes down why. */
@Component
class CloseAccount {
  private final People people;
  private final Audit audit;
  private final Tenancy tx;

  CloseAccount(People people, Audit audit, Tenancy tx) {
    this.people = people;
    this.audit = audit;
    this.tx = tx;
  }

  /** Closes it: sessions and tokens end at once. Nobody closes their own. */
  Mono<Void> close(Caller.Operations by, AccountId account, String reason) {
    if (by.account().equals(account)) {
      return Mono.error(
          new Refusal.Conflict("You cannot disable your own account. Ask a colleague."));
    }
    return known(account)
        .then(people.disable(account))
        .filter(done -> done)
        .switchIfEmpty(Mono.error(new Refusal.Conflict("This account is disabled already.")))
        .then(Mono.defer(() -> people.signOutEverywhere(account)))
        .then(Mono.defer(() -> audit.append(entry(account, "disabled", reason))))
        .as(tx::transactional);
  }

  /** Opens it again. */
  Mono<Void> open(AccountId account, String reason) {
    return known(account)
        .then(people.enable(account))
        .filter(done -> done)
        .switchIfEmpty(Mono.error(new Refusal.Conflict("This account is not disabled.")))
        .then(Mono.defer(() -> audit.append(entry(account, "enabled", reason))))
        .as(tx::transactional);
  }

  private Mono<Boolean> known(AccountId account) {
    return people
        .known(account)
        .filter(known -> known)
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private static Audit.Entry entry(AccountId account, String what, String reason) {
    return new Audit.Entry(
        "account", account.value(), null, null, what, null, Map.of("reason", reason));
  }
}
