package io.casewell.identity;

import io.casewell.platform.AccountId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts, each seen by its holder. */
@Component
class Accounts {
  private final DatabaseClient db;

  Accounts(DatabaseClient db) {
    this.db = db;
  }

  /** When one of Casewell looked at the holder's pages, and why; newest first. */
  Flux<Look> looks(AccountId account) {
    return db.sql(
            """
            select reason, began_at, least(coalesce(ended_at, ends_at), ends_at) as ended_at
            from support_view where account = :account order by began_at desc limit 20
            """)
        .bind("account", account.value())
        .mapProperties(Look.class)
        .all();
  }

  /** A look that one of Casewell took. */
  record Look(String reason, Instant beganAt, Instant endedAt) {}

  /** The holder's own account, in their transaction. */
  Mono<Account> find(AccountId account) {
    return db.sql("select name, email, issuer, created_at from account where id = :account")
        .bind("account", account.value())
        .mapProperties(Account.class)
        .one();
  }
}
