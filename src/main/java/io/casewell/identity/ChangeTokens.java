package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes and revokes a person's API tokens, and writes down that it was done; never the text. */
@Component
class ChangeTokens {
  private final ApiTokens tokens;
  private final Audit audit;
  private final Tenancy tx;

  ChangeTokens(ApiTokens tokens, Audit audit, Tenancy tx) {
    this.tokens = tokens;
    this.audit = audit;
    this.tx = tx;
  }

  /** Makes one and gives its text, never to be seen again. */
  Mono<String> make(Caller caller, AccountId account, String name, Set<String> scopes, int days) {
    return tokens
        .make(caller, account, name, scopes, days)
        .delayUntil(_ ->
            audit.append(
                new Audit.Entry(
                    "account",
                    account.value(),
                    null,
                    null,
                    "token made",
                    null,
                    Map.of("name", name, "scopes", new TreeSet<>(scopes), "days", days))))
        .as(tx::transactional);
  }

  /**
   * Revokes one of the account's; one that was revoked already stays so, and nothing is written.
   */
  Mono<Void> revoke(UUID id, AccountId account) {
    return tokens
        .of(account)
        .filter(token -> token.id().equals(id))
        .next()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .filter(token -> token.revokedAt() == null)
        .flatMap(token ->
            tokens
                .revoke(id, account)
                .then(
                    audit.append(
                        new Audit.Entry(
                            "account",
                            account.value(),
                            null,
                            null,
                            "token revoked",
                            Map.of("name", token.name()),
                            null))))
        .as(tx::transactional);
  }
}
