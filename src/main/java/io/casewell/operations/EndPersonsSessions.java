package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs a person out everywhere for them, tokens included, and writes it down. */
@Component
class EndPersonsSessions {
  private final People people;
  private final Audit audit;
  private final Tenancy tx;

  EndPersonsSessions(People people, Audit audit, Tenancy tx) {
    this.people = people;
    this.audit = audit;
    this.tx = tx;
  }

  Mono<Void> end(AccountId account) {
    return people
        .known(account)
        .filter(known -> known)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(Mono.defer(() -> people.signOutEverywhere(account)))
        .then(
            Mono.defer(() ->
                audit.append(
                    new Audit.Entry(
                        "account",
                        account.value(),
                        null,
                        null,
                        "signed out by operations",
                        null,
                        null))))
        .as(tx::transactional);
  }
}
