package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.Ids;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.NoticeWishes;
import io.casewell.platform.Worker;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What people are told on their own pages. Reactions write it as the worker; each reads the own.
 */
@Component
class Notices {
  /** How many stand on a page. */
  static final int PAGE = 30;

  private static final int TITLE_MAX = 300;
  private static final int TEXT_MAX = 1000;

  private final Worker worker;
  private final DatabaseClient db;
  private final NoticeWishes wishes;

  Notices(Worker worker, DatabaseClient db, NoticeWishes wishes) {
    this.worker = worker;
    this.db = db;
    this.wishes = wishes;
  }

  /** One of them. */
  record Row(
      UUID id,
      long number,
      String kind,
      String title,
      String text,
      String path,
      Instant at,
      @Nullable Instant readAt) {}

  /**
   * Tells this person, unless they want no such notices; for the same cause nothing. Numbers are
   * given one after the other, so that none becomes visible after a higher one.
   */
  Mono<Void> put(AccountId account, String cause, NoticeKind about, Words words) {
    return wishes
        .wantsNotice(account, about)
        .filter(wanted -> wanted)
        .flatMap(_ ->
            worker.transactional(
                lock(account).then(Mono.defer(() -> insert(account, cause, about, words)))));
  }

  private Mono<Void> lock(AccountId account) {
    return worker
        .db()
        .sql("select 1 from pg_advisory_xact_lock(hashtextextended('notice ' || :account, 0))")
        .bind("account", account.toString())
        .then();
  }

  private Mono<Void> insert(AccountId account, String cause, NoticeKind about, Words words) {
    return worker
        .db()
        .sql(
            """
            insert into notice (id, account, number, cause, kind, title, text, path)
            select :id, :account, coalesce(max(number), 0) + 1, :cause, :kind, :title, :text, :path
            from notice where account = :account
            on conflict (account, cause) do nothing
            """)
        .bind("id", Ids.next())
        .bind("account", account.value())
        .bind("cause", cause)
        .bind("kind", about.code())
        .bind("title", cut(words.title(), TITLE_MAX))
        .bind("text", cut(words.text(), TEXT_MAX))
        .bind("path", words.path())
        .then();
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static final String COLUMNS =
      "select id, number, kind, title, text, path, at, read_at from notice ";

  /** A page of the person's own, newest first; one more than fits. */
  Flux<Row> page(AccountId account, boolean unread, int number) {
    return db.sql(
            COLUMNS
                + """
                where account = :account and (not :unread or read_at is null)
                order by number desc limit :limit offset :offset
                """)
        .bind("account", account.value())
        .bind("unread", unread)
        .bind("limit", PAGE + 1)
        .bind("offset", (number - 1) * PAGE)
        .mapProperties(Row.class)
        .all();
  }

  /** What came after this number, oldest first. */
  Flux<Row> after(AccountId account, long number) {
    return db.sql(
            COLUMNS + "where account = :account and number > :number order by number limit 50")
        .bind("account", account.value())
        .bind("number", number)
        .mapProperties(Row.class)
        .all();
  }

  /** How it stands: the newest number, and how many are unread. */
  record Standing(long newest, long unread) {}

  Mono<Standing> standing(AccountId account) {
    return db.sql(
            """
            select coalesce(max(number), 0) as newest, count(*) filter (where read_at is null) as unread
            from notice where account = :account
            """)
        .bind("account", account.value())
        .mapProperties(Standing.class)
        .one();
  }

  /** Marks one as read and gives the path it leads to; empty when it is not the person's. */
  Mono<String> read(AccountId account, UUID id) {
    return db.sql(
            """
            update notice set read_at = coalesce(read_at, now())
            where id = :id and account = :account returning path
            """)
        .bind("id", id)
        .bind("account", account.value())
        .mapValue(String.class)
        .one();
  }

  /** Marks all as read. */
  Mono<Void> readAll(AccountId account) {
    return db.sql("update notice set read_at = now() where account = :account and read_at is null")
        .bind("account", account.value())
        .then();
  }
}
