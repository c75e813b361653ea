package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.NoticeWishes;
import io.casewell.platform.Worker;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each person wants to be told, and how. Until they say otherwise, everything both ways. */
@Component
class NoticeChoices implements NoticeWishes {
  private final DatabaseClient db;
  private final Worker worker;

  NoticeChoices(DatabaseClient db, Worker worker) {
    this.db = db;
    this.worker = worker;
  }

  /**
   * What somebody wants.
   *
   * @param mail by mail
   * @param shown on the own pages
   */
  record Wanted(Set<NoticeKind> mail, Set<NoticeKind> shown) {}

  /** A row of the database. */
  record Row(String kind, boolean mail, boolean shown) {}

  /** What the person wants, in the running transaction. */
  Mono<Wanted> of(AccountId account) {
    return db.sql("select kind, mail, shown from notification_choice where account = :account")
        .bind("account", account.value())
        .mapProperties(Row.class)
        .all()
        .collectList()
        .map(rows ->
            new Wanted(without(rows, row -> !row.mail()), without(rows, row -> !row.shown())));
  }

  private static Set<NoticeKind> without(List<Row> rows, Predicate<Row> refused) {
    var codes = rows.stream().filter(refused).map(Row::kind).toList();
    var wanted = EnumSet.allOf(NoticeKind.class);
    wanted.removeIf(kind -> kind.optional() && codes.contains(kind.code()));
    return wanted;
  }

  /** Keeps what the person wants, in the running transaction. */
  Mono<Void> put(AccountId account, Wanted wanted) {
    return Flux.fromArray(NoticeKind.values())
        .filter(NoticeKind::optional)
        .concatMap(
            kind -> put(account, kind, wanted.mail().contains(kind), wanted.shown().contains(kind)))
        .then();
  }

  private Mono<Void> put(AccountId account, NoticeKind kind, boolean mail, boolean shown) {
    return db.sql(
            """
            insert into notification_choice (account, kind, mail, shown)
            values (:account, :kind, :mail, :shown)
            on conflict (account, kind)
              do update set mail = excluded.mail, shown = excluded.shown, at = now()
            """)
        .bind("account", account.value())
        .bind("kind", kind.code())
        .bind("mail", mail)
        .bind("shown", shown)
        .then();
  }

  @Override
  public Mono<Boolean> wantsMail(AccountId account, NoticeKind kind) {
    return wants(account, kind, Row::mail);
  }

  @Override
  public Mono<Boolean> wantsNotice(AccountId account, NoticeKind kind) {
    return wants(account, kind, Row::shown);
  }

  private Mono<Boolean> wants(AccountId account, NoticeKind kind, Predicate<Row> wanted) {
    return kind.optional()
        ? worker
            .db()
            .sql(
                """
                select kind, mail, shown from notification_choice
                where account = :account and kind = :kind
                """)
            .bind("account", account.value())
            .bind("kind", kind.code())
            .mapProperties(Row.class)
            .one()
            .map(wanted::test)
            .defaultIfEmpty(true)
        : Mono.just(true);
  }
}
