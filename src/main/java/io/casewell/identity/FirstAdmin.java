package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The first administrator of an installation: whom {@code casewell.first-admin} names by issuer and
 * subject becomes one at the first sign-in, as long as there is none.
 */
@Component
class FirstAdmin {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

  private final DatabaseClient db;
  private final Audit audit;
  private final String named;

  FirstAdmin(
      DatabaseClient db, Audit audit, @Value("${casewell.first-admin:}") String issuerAndSubject) {
    this.db = db;
    this.audit = audit;
    this.named = issuerAndSubject.strip().replaceAll("\\s+", " ");
  }

  /** Makes this account an administrator when it is the one that is named. */
  Mono<Void> welcome(SignIns.Identity identity, AccountId account) {
    if (named.isEmpty() || !named.equals(identity.issuer() + " " + identity.subject())) {
      return Mono.empty();
    }
    return db.sql("select become_first_admin(:account)")
        .bind("account", account.value())
        .mapValue(Boolean.class)
        .one()
        .filter(made -> made)
        .doOnNext(_ -> LOG.info("The first administrator came in: account {}", account))
        .flatMap(_ ->
            audit.append(
                new Audit.Entry(
                    "account",
                    account.value(),
                    null,
                    null,
                    "became the first administrator",
                    null,
                    null)));
  }
}
