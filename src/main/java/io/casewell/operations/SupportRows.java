package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests for help and what was said to them: each person sees their own, operations all. */
@Component
class SupportRows {
  /** How many stand on a page. */
  static final int PAGE = 25;

  private final DatabaseClient db;

  SupportRows(DatabaseClient db) {
    this.db = db;
  }

  /** A request. */
  record Request(
      UUID id,
      @Nullable UUID account,
      String name,
      String email,
      String realm,
      @Nullable String firm,
      String page,
      String state,
      Instant createdAt,
      Instant updatedAt,
      @Nullable String first) {}

  /** Something said. */
  record Message(boolean byCasewell, @Nullable String who, String text, Instant at) {}

  private static final String COLUMNS =
      """
      select r.id, r.account, r.name, r.email, r.realm, f.name as firm, r.page, r.state,
        r.created_at, r.updated_at,
        (select m.text from support_message m where m.request = r.id order by m.at limit 1) as first
      from support_request r left join firm f on f.id = r.firm
      """;

  /** All of this state, or all; those that waited longest first. */
  Flux<Request> desk(String state, String search, int number) {
    return db.sql(
            COLUMNS
                + """
                where (:state = '' or r.state = :state)
                  and (:search = '' or position(lower(:search) in lower(r.name)) > 0
                    or position(lower(:search) in lower(r.email)) > 0)
                order by r.state <> 'open', case when r.state = 'open' then r.updated_at end,
                  r.updated_at desc, r.id
                limit :limit offset :offset
                """)
        .bind("state", state)
        .bind("search", search)
        .bind("limit", PAGE + 1)
        .bind("offset", (number - 1) * PAGE)
        .mapProperties(Request.class)
        .all();
  }

  /** The person's own, newest first. */
  Flux<Request> of(AccountId account) {
    return db.sql(COLUMNS + "where r.account = :account order by r.created_at desc limit 50")
        .bind("account", account.value())
        .mapProperties(Request.class)
        .all();
  }

  /** One that the caller may see. */
  Mono<Request> find(UUID id) {
    return db.sql(COLUMNS + "where r.id = :id").bind("id", id).mapProperties(Request.class).one();
  }

  /** What was said to it, in order. */
  Flux<Message> messages(UUID request) {
    return db.sql(
            """
            select m.by_casewell, a.name as who, m.text, m.at
            from support_message m left join account a on a.id = m.account
            where m.request = :request order by m.at, m.id limit 200
            """)
        .bind("request", request)
        .mapProperties(Message.class)
        .all();
  }

  /** Writes a request down; a visitor's has no account. */
  Mono<Void> add(
      UUID id, @Nullable AccountId account, String name, String email, Caller caller, String page) {
    var insert =
        db.sql(
                """
                insert into support_request
                  (id, account, name, email, realm, firm, staff, page, state)
                values (:id, :account, :name, :email, :realm, :firm, :staff, :page, 'open')
                """)
            .bind("id", id)
            .bind("name", name)
            .bind("email", email)
            .bind("realm", caller.realm())
            .bind("page", page);
    insert =
        account == null
            ? insert.bindNull("account", UUID.class)
            : insert.bind("account", account.value());
    insert =
        caller instanceof Caller.FirmMember member
            ? insert.bind("firm", member.firm().value())
            : insert.bindNull("firm", UUID.class);
    insert =
        caller instanceof Caller.Professional me
            ? insert.bind("staff", me.staff().value())
            : insert.bindNull("staff", UUID.class);
    return insert.then();
  }

  /** Writes down what somebody said. */
  Mono<Void> say(
      UUID id, UUID request, @Nullable AccountId account, boolean casewell, String text) {
    var insert =
        db.sql(
                """
                insert into support_message (id, request, account, by_casewell, text)
                values (:id, :request, :account, :casewell, :text)
                """)
            .bind("id", id)
            .bind("request", request)
            .bind("casewell", casewell)
            .bind("text", text);
    return (account == null
            ? insert.bindNull("account", UUID.class)
            : insert.bind("account", account.value()))
        .then();
  }

  /** Moves it; false when it stands there already. */
  Mono<Boolean> move(UUID id, String state) {
    return db.sql(
            """
            update support_request set state = :state, updated_at = now()
            where id = :id and state <> :state
            """)
        .bind("id", id)
        .bind("state", state)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Something was said: it moves there, or stays there and counts as new. */
  Mono<Void> touch(UUID id, String state) {
    return db.sql("update support_request set state = :state, updated_at = now() where id = :id")
        .bind("id", id)
        .bind("state", state)
        .then();
  }

  /** How many wait for an answer. */
  Mono<Long> open() {
    return db.sql("select count(*) from support_request where state = 'open'")
        .mapValue(Long.class)
        .one();
  }
}
