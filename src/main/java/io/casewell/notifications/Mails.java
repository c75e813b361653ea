package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.Ids;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.NoticeWishes;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every mail and what became of it. The relay and the run write as the worker. */
@Component
public class Mails {
  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  /** How many stand on a page. */
  static final int PAGE = 50;

  private final Worker worker;
  private final DatabaseClient db;
  private final JsonMapper json;
  private final NoticeWishes wishes;

  Mails(Worker worker, DatabaseClient db, JsonMapper json, NoticeWishes wishes) {
    this.wishes = wishes;
    this.worker = worker;
    this.db = db;
    this.json = json;
  }

  /**
   * Puts a mail into the queue, in the transaction of the reaction; for the same cause nothing. It
   * goes to somebody who has no account, or concerns an account's safety: nobody says no to it.
   *
   * @param cause the event and the recipient's part in it, so that a repeated event changes nothing
   */
  public Mono<Void> put(String cause, String kind, String recipient, Map<String, String> facts) {
    return put(cause, kind, recipient, facts, true);
  }

  /** The same to somebody who may have said no to mails about this: then it is kept as withheld. */
  public Mono<Void> put(
      String cause,
      String kind,
      String recipient,
      Map<String, String> facts,
      AccountId account,
      NoticeKind about) {
    return wishes
        .wantsMail(account, about)
        .flatMap(wanted -> put(cause, kind, recipient, facts, wanted));
  }

  private Mono<Void> put(
      String cause, String kind, String recipient, Map<String, String> facts, boolean wanted) {
    var address = EmailAddress.read(recipient);
    if (address.isEmpty()) {
      LOG.warn("no mail for {}: there is no address to write to", cause);
      return Mono.empty();
    }
    return worker
        .db()
        .sql(
            """
            insert into mail (id, cause, kind, recipient, facts, state)
            values (:id, :cause, :kind, :recipient, :facts, :state) on conflict (cause) do nothing
            """)
        .bind("id", Ids.next())
        .bind("cause", cause)
        .bind("kind", kind)
        .bind("recipient", address.get())
        .bind("facts", Json.of(json.writeValueAsBytes(new TreeMap<>(facts))))
        .bind("state", wanted ? "waiting" : "withheld")
        .then();
  }

  private record Claimed(UUID id, String kind, String recipient, String facts, int tries) {}

  /**
   * The next mail whose turn it is. It is out of the way for five minutes; if this node is gone by
   * then, another one sends it, perhaps a second time.
   */
  Mono<Mail> claim() {
    return worker
        .db()
        .sql(
            """
            update mail set tries = tries + 1, next_try_at = now() + interval '5 minutes'
            where id = (
              select id from mail where state = 'waiting' and next_try_at <= now()
              order by next_try_at, id limit 1 for update skip locked)
            returning id, kind, recipient, facts::text as facts, tries
            """)
        .mapProperties(Claimed.class)
        .one()
        .map(row ->
            new Mail(
                row.id(),
                row.kind(),
                row.recipient(),
                json.readValue(row.facts(), FACTS),
                row.tries()));
  }

  Mono<Void> sent(UUID id) {
    return worker
        .db()
        .sql("update mail set state = 'sent', sent_at = now(), last_error = null where id = :id")
        .bind("id", id)
        .then();
  }

  /** Tried in vain: again after a pause that doubles, from half a minute up to four hours. */
  Mono<Void> postpone(UUID id, String error) {
    return worker
        .db()
        .sql(
            """
            update mail set last_error = :error, next_try_at = now()
              + least(30 * power(2, tries - 1), 14400) * interval '1 second'
            where id = :id
            """)
        .bind("id", id)
        .bind("error", error)
        .then();
  }

  /** Given up: somebody has to look. */
  Mono<Void> giveUp(UUID id, String error) {
    return worker
        .db()
        .sql("update mail set state = 'failed', last_error = :error where id = :id")
        .bind("id", id)
        .bind("error", error)
        .then();
  }

  /** A mail as operations list it. */
  record Row(
      UUID id,
      String kind,
      String recipient,
      String state,
      int tries,
      @Nullable String lastError,
      OffsetDateTime nextTryAt,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime sentAt) {}

  /** A page of them, newest first; one more than fits. State empty: all. */
  Flux<Row> page(String state, int number) {
    return db.sql(
            """
            select id, kind, recipient, state, tries, last_error, next_try_at, created_at, sent_at
            from mail where :state = '' or state = :state
            order by created_at desc, id desc limit :limit offset :offset
            """)
        .bind("state", state)
        .bind("limit", PAGE + 1)
        .bind("offset", (number - 1) * PAGE)
        .mapProperties(Row.class)
        .all();
  }

  /** How many there are in each state. */
  Mono<Map<String, Long>> counts() {
    return db.sql("select state, count(*) as many from mail group by state")
        .map(row ->
            Map.entry(
                String.valueOf(row.get("state", String.class)),
                row.get("many", Long.class) instanceof Long many ? many : 0L))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Whether there is such a mail. */
  Mono<Boolean> known(UUID id) {
    return db.sql("select count(*) = 1 from mail where id = :id")
        .bind("id", id)
        .mapValue(Boolean.class)
        .one();
  }

  /**
   * Tries it again at once, with all its tries before it; false when it was sent already, or its
   * reader does not want it.
   */
  Mono<Boolean> again(UUID id) {
    return db.sql(
            """
            update mail set state = 'waiting', tries = 0, next_try_at = now()
            where id = :id and state in ('waiting', 'failed')
            """)
        .bind("id", id)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
