package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.NoticeWishes;
import io.casewell.platform.Worker;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each person wants to be told by mail. Until they say otherwise, everything. */
@Component
class NoticeChoices implements NoticeWishes {
  private final DatabaseClient db;
  private final Worker worker;

  NoticeChoices(DatabaseClient db, Worker worker) {
    this.db = db;
    this.worker = worker;
  }

  private record Row(String kind, boolean mail) {}

  /** What the person wants, in the running transaction. */
  Mono<Set<NoticeKind>> of(AccountId account) {
    return db.sql("select kind, mail from notification_choice where account = :account")
        .bind("account", account.value())
        .mapProperties(Row.class)
        .all()
        .filter(row -> !row.mail())
        .map(Row::kind)
        .collectList()
        .map(refused -> {
          var wanted = EnumSet.allOf(NoticeKind.class);
          wanted.removeIf(kind -> kind.optional() && refused.contains(kind.code()));
          return wanted;
        });
  }

  /** Keeps what the person wants, in the running transaction. */
  Mono<Void> put(AccountId account, Set<NoticeKind> wanted) {
    return Flux.fromArray(NoticeKind.values())
        .filter(NoticeKind::optional)
        .concatMap(kind -> put(account, kind, wanted.contains(kind)))
        .then();
  }

  private Mono<Void> put(AccountId account, NoticeKind kind, boolean mail) {
    return db.sql(
            """
            insert into notification_choice (account, kind, mail) values (:account, :kind, :mail)
            on conflict (account, kind) do update set mail = excluded.mail, at = now()
            """)
        .bind("account", account.value())
        .bind("kind", kind.code())
        .bind("mail", mail)
        .then();
  }

  @Override
  public Mono<Boolean> wantsMail(AccountId account, NoticeKind kind) {
    return kind.optional()
        ? worker
            .db()
            .sql(
                """
                select mail from notification_choice where account = :account and kind = :kind
                """)
            .bind("account", account.value())
            .bind("kind", kind.code())
            .mapValue(Boolean.class)
            .one()
            .defaultIfEmpty(true)
        : Mono.just(true);
  }
}
