package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Secrets;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An account's sessions, for its holder. The table holds no tenant's content. */
@Component
class SessionList {
  private final DatabaseClient db;

  SessionList(DatabaseClient db) {
    this.db = db;
  }

  /** All that still work, the one of this cookie first, then the latest used. */
  Flux<SessionLine.Row> of(AccountId account, String cookie) {
    return db.sql(
            """
            select s.id, s.realm, coalesce(h.label, '') as label, s.user_agent, s.created_at,
              s.last_seen_at, s.id_hash = :hash as current
            from session s
            left join hats_of(:account) h on h.realm = 'firm' and h.firm = s.firm
            where s.account = :account and s.expires_at > now()
            order by s.id_hash = :hash desc, s.last_seen_at desc, s.id limit 100
            """)
        .bind("account", account.value())
        .bind("hash", Secrets.hash(cookie))
        .mapProperties(SessionLine.Row.class)
        .all();
  }

  /** Ends one of the account's; false when there is no such one. */
  Mono<Boolean> end(UUID id, AccountId account) {
    return db.sql("delete from session where id = :id and account = :account")
        .bind("id", id)
        .bind("account", account.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Ends all of the account's. */
  Mono<Long> endAll(AccountId account) {
    return db.sql("delete from session where account = :account")
        .bind("account", account.value())
        .fetch()
        .rowsUpdated();
  }
}
