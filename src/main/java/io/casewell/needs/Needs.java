package io.casewell.needs;

import io.casewell.platform.AccountId;
import io.casewell.platform.FirmId;
import io.casewell.platform.Tenancy;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The needs a firm keeps. Every read and write names the firm; nobody else's are there. */
@Component
public class Needs {
  private static final String COLUMNS =
      "id, firm, version, state, closed_reason, terms::text as terms, team, created_at, posted_at,"
          + " updated_at";

  private final DatabaseClient db;
  private final Tenancy tx;
  private final JsonMapper json;

  Needs(DatabaseClient db, Tenancy tx, JsonMapper json) {
    this.db = db;
    this.tx = tx;
    this.json = json;
  }

  private record Row(
      UUID id,
      UUID firm,
      long version,
      String state,
      @Nullable String closedReason,
      String terms,
      @Nullable UUID team,
      Instant createdAt,
      @Nullable Instant postedAt,
      Instant updatedAt) {}

  /** The firm's need; empty when there is none, or it is another firm's. */
  public Mono<Need> find(NeedId id, FirmId firm) {
    return one("select " + COLUMNS + " from need where id = :id and firm = :firm", id, firm);
  }

  /** The names of the need's parties, for the conflict check and the firm's own eyes only. */
  public Mono<List<String>> parties(NeedId id, FirmId firm) {
    return db.sql("select names::text from need_parties where need = :need and firm = :firm")
        .bind("need", id.value())
        .bind("firm", firm.value())
        .mapValue(String.class)
        .one()
        .map(names -> List.of(json.readValue(names, String[].class)))
        .defaultIfEmpty(List.of())
        .as(tx::transactional);
  }

  /** The needs that shall be filled together with this one, itself among them. */
  public Flux<Need> team(UUID team, FirmId firm) {
    return db.sql(
            "select " + COLUMNS + " from need where team = :team and firm = :firm order by id")
        .bind("team", team)
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .all()
        .map(this::need)
        .as(tx::transactional);
  }

  /** The need with its row locked, in the running transaction. */
  Mono<Need> locked(NeedId id, FirmId firm) {
    return one(
        "select " + COLUMNS + " from need where id = :id and firm = :firm for update", id, firm);
  }

  private Mono<Need> one(String sql, NeedId id, FirmId firm) {
    return db.sql(sql)
        .bind("id", id.value())
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .one()
        .map(this::need)
        .as(tx::transactional);
  }

  /** The firm's needs, newest first. */
  Flux<Need> newest(FirmId firm, @Nullable NeedState state, @Nullable NeedCursor after, int limit) {
    var sql =
        "select "
            + COLUMNS
            + " from need where firm = :firm"
            + (state == null ? "" : " and state = :state")
            + (after == null ? "" : " and (created_at, id) < (:at, :id)")
            + " order by created_at desc, id desc limit :limit";
    var statement = db.sql(sql).bind("firm", firm.value()).bind("limit", limit);
    if (state != null) {
      statement = statement.bind("state", state.code());
    }
    if (after != null) {
      statement = statement.bind("at", after.at()).bind("id", after.id());
    }
    return statement.mapProperties(Row.class).all().map(this::need).as(tx::transactional);
  }

  /** The firm's open needs, newest first, at most so many. */
  public Flux<Need> open(FirmId firm, int limit) {
    return newest(firm, NeedState.OPEN, null, limit);
  }

  /** Writes a new need in the running transaction. */
  Mono<Void> add(Need need, List<String> parties, AccountId by) {
    var insert =
        db.sql(
            """
            insert into need (id, firm, version, state, title, role, seats, hours_per_week,
              start_date, terms, team, created_by, created_at, posted_at, updated_at)
            values (:id, :firm, :version, :state, :title, :role, :seats, :hours,
              :start, :terms, :team, :by, :created, :posted, :updated)
            """);
    insert = terms(insert, need).bind("by", by.value()).bind("created", need.createdAt());
    insert = orNull(insert, "team", need.team(), UUID.class);
    return insert.then().then(putParties(need, parties));
  }

  /** Writes the need's state and terms over the locked row, in the running transaction. */
  Mono<Void> update(Need need) {
    var update =
        db.sql(
            """
            update need set version = :version, state = :state, closed_reason = :reason,
              title = :title, role = :role, seats = :seats, hours_per_week = :hours,
              start_date = :start, terms = :terms, posted_at = :posted, updated_at = :updated
            where id = :id and firm = :firm
            """);
    return orNull(terms(update, need), "reason", need.closedReason(), String.class).then();
  }

  /** Writes the parties' names over those that stand, in the running transaction. */
  Mono<Void> putParties(Need need, List<String> parties) {
    return db.sql(
            """
            insert into need_parties (need, firm, names) values (:need, :firm, :names)
            on conflict (need) do update set names = excluded.names
            """)
        .bind("need", need.id().value())
        .bind("firm", need.firm().value())
        .bind("names", Json.of(json.writeValueAsBytes(parties)))
        .then();
  }

  private DatabaseClient.GenericExecuteSpec terms(
      DatabaseClient.GenericExecuteSpec statement, Need need) {
    var terms = need.terms();
    var bound =
        statement
            .bind("id", need.id().value())
            .bind("firm", need.firm().value())
            .bind("version", need.version())
            .bind("state", need.state().code())
            .bind("title", terms.title())
            .bind("role", terms.role().code())
            .bind("seats", terms.seats())
            .bind("hours", terms.hoursPerWeek())
            .bind("start", terms.startDate())
            .bind("terms", Json.of(json.writeValueAsBytes(kept(terms))))
            .bind("updated", need.updatedAt());
    return orNull(bound, "posted", need.postedAt(), Instant.class);
  }

  private static <T> DatabaseClient.GenericExecuteSpec orNull(
      DatabaseClient.GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
    return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
  }

  private ObjectNode kept(NeedTerms terms) {
    ObjectNode kept = json.valueToTree(NeedBody.of(terms));
    return kept.put("v", 1);
  }

  private Need need(Row row) {
    return new Need(
        new NeedId(row.id()),
        new FirmId(row.firm()),
        row.version(),
        NeedState.of(row.state()).orElseThrow(),
        row.closedReason(),
        json.readValue(row.terms(), NeedBody.class).terms(),
        row.team(),
        row.createdAt(),
        row.postedAt(),
        row.updatedAt());
  }
}
