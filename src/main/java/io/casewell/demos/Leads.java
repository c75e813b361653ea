package io.casewell.demos;

import io.casewell.platform.AccountId;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The prospects there are; the database shows a rep the own and the lead all. */
@Component
class Leads {
  private static final String SELECT =
      """
      select id, version, state, name, email, firm_name, phone, zone, source, owner,
        answers::text as answers, advice::text as advice, next_step, next_on, lost_reason,
        texts_since is not null and texts_stopped_at is null as texts, firm, need, merged_into,
        erased_at is not null as erased,
        created_at, updated_at
      from lead
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  Leads(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The same in the worker's transaction, which sees all. */
  Leads by(Worker worker) {
    return new Leads(worker.db(), json);
  }

  private record Row(
      UUID id,
      long version,
      String state,
      String name,
      String email,
      String firmName,
      String phone,
      String zone,
      String source,
      @Nullable UUID owner,
      String answers,
      @Nullable String advice,
      String nextStep,
      @Nullable LocalDate nextOn,
      String lostReason,
      boolean texts,
      @Nullable UUID firm,
      @Nullable UUID need,
      @Nullable UUID mergedInto,
      boolean erased,
      Instant createdAt,
      Instant updatedAt) {}

  private Lead lead(Row row) {
    var advice = row.advice();
    return new Lead(
        row.id(),
        row.version(),
        LeadState.of(row.state()).orElseThrow(),
        row.name(),
        row.email(),
        row.firmName(),
        row.phone(),
        ZoneId.of(row.zone()),
        row.source(),
        row.owner(),
        json.readValue(row.answers(), Demos.TEXTS),
        advice == null ? null : json.readValue(advice, LeadAdvice.class),
        row.nextStep(),
        row.nextOn(),
        row.lostReason(),
        row.texts(),
        row.firm(),
        row.need(),
        row.mergedInto(),
        row.erased(),
        row.createdAt(),
        row.updatedAt());
  }

  Mono<Lead> find(UUID id) {
    return one(SELECT + " where id = :id", id);
  }

  /** The same with its row locked, in the running transaction. */
  Mono<Lead> locked(UUID id) {
    return one(SELECT + " where id = :id for update", id);
  }

  private Mono<Lead> one(String sql, UUID id) {
    return db.sql(sql).bind("id", id).mapProperties(Row.class).one().map(this::lead);
  }

  /** A new prospect. */
  record Arrival(
      UUID id,
      LeadState state,
      String name,
      String email,
      String firmName,
      String phone,
      ZoneId zone,
      String source,
      @Nullable AccountId owner,
      Map<String, String> answers,
      @Nullable LeadAdvice advice,
      byte @Nullable [] textsHash) {}

  /** Writes a new one in the running transaction. */
  Mono<Void> add(Arrival one) {
    var owner = one.owner();
    var texts = one.textsHash();
    var statement =
        db.sql(
                """
                insert into lead (id, state, name, email, email_key, firm_name, firm_key, phone,
                  zone, source, owner, answers, advice, texts_since, texts_hash)
                values (:id, :state, :name, :email, :emailKey, :firm, :firmKey, :phone,
                  :zone, :source, :owner, :answers, :advice,
                  case when :texts::bytea is null then null else now() end, :texts)
                """)
            .bind("id", one.id())
            .bind("state", one.state().code())
            .bind("name", one.name())
            .bind("email", one.email())
            .bind("emailKey", BookingInput.emailKey(one.email()))
            .bind("firm", one.firmName())
            .bind("firmKey", BookingInput.firmKey(one.firmName()))
            .bind("phone", one.phone())
            .bind("zone", one.zone().getId())
            .bind("source", one.source())
            .bind("answers", Json.of(json.writeValueAsBytes(one.answers())));
    statement =
        owner == null
            ? statement.bindNull("owner", UUID.class)
            : statement.bind("owner", owner.value());
    var advice = one.advice();
    statement =
        advice == null
            ? statement.bindNull("advice", Json.class)
            : statement.bind("advice", Json.of(json.writeValueAsBytes(advice)));
    statement =
        texts == null ? statement.bindNull("texts", byte[].class) : statement.bind("texts", texts);
    return statement.then();
  }

  /** Moves the locked prospect on, one version up. */
  Mono<Void> become(Lead lead, LeadState state, String lostReason) {
    return db.sql(
            """
            update lead set state = :state, lost_reason = :reason, version = version + 1,
              updated_at = now() where id = :id
            """)
        .bind("id", lead.id())
        .bind("state", state.code())
        .bind("reason", lostReason)
        .then();
  }

  /** Writes down what is to be done next; without a version, since nobody reacts to it. */
  Mono<Void> next(UUID id, String step, @Nullable LocalDate on) {
    var statement =
        db.sql(
                """
                update lead set next_step = :step, next_on = :on, updated_at = now()
                where id = :id
                """)
            .bind("id", id)
            .bind("step", step);
    return (on == null ? statement.bindNull("on", LocalDate.class) : statement.bind("on", on))
        .then();
  }

  /** Whose prospect it is from now on. */
  Mono<Void> owner(UUID id, UUID rep) {
    return db.sql("update lead set owner = :rep, updated_at = now() where id = :id")
        .bind("id", id)
        .bind("rep", rep)
        .then();
  }

  /** What the list is asked for: words, a state's code or empty, an owner or none, a page. */
  record Wish(String words, String state, @Nullable UUID owner, boolean due, int limit, int skip) {}

  private static final String WHERE =
      """
       where merged_into is null
        and (:state = '' or state = :state)
        and (cast(:owner as uuid) is null or owner = :owner)
        and (not :due or next_on <= current_date)
        and (:words = '' or strpos(lower(name || ' ' || email || ' ' || firm_name), :words) > 0)
      """;

  /** The prospects wished for, whatever changed last first. */
  Flux<Lead> list(Wish wish) {
    return bound(
            db.sql(SELECT + WHERE + " order by updated_at desc, id desc limit :limit offset :skip")
                .bind("limit", wish.limit())
                .bind("skip", wish.skip()),
            wish)
        .mapProperties(Row.class)
        .all()
        .map(this::lead);
  }

  private record Counted(String state, long n) {}

  /** How many of the wished stand where, whatever state was wished for. */
  Mono<Map<String, Long>> counts(Wish wish) {
    var anyState = new Wish(wish.words(), "", wish.owner(), wish.due(), 0, 0);
    return bound(
            db.sql("select state, count(*) as n from lead " + WHERE + " group by state"), anyState)
        .mapProperties(Counted.class)
        .all()
        .collectMap(Counted::state, Counted::n);
  }

  private static DatabaseClient.GenericExecuteSpec bound(
      DatabaseClient.GenericExecuteSpec statement, Wish wish) {
    var owner = wish.owner();
    var bound =
        statement
            .bind("words", wish.words().toLowerCase(java.util.Locale.ROOT))
            .bind("state", wish.state())
            .bind("due", wish.due());
    return owner == null ? bound.bindNull("owner", UUID.class) : bound.bind("owner", owner);
  }

  /** Others who may be the same person or firm, by address or the firm's name; not reviewed yet. */
  Flux<Lead> doubles(Lead lead) {
    return db.sql(
            SELECT
                + """
                 where id <> :id and merged_into is null
                  and (email_key = :email or (firm_key = :firm and firm_key <> ''))
                  and not (id = any (select unnest(m.not_same) from lead m where m.id = :id))
                order by created_at limit 20
                """)
        .bind("id", lead.id())
        .bind("email", BookingInput.emailKey(lead.email()))
        .bind("firm", BookingInput.firmKey(lead.firmName()))
        .mapProperties(Row.class)
        .all()
        .map(this::lead);
  }

  /** Every prospect who has a double, the newest first. */
  Flux<Lead> withDoubles() {
    return db.sql(
            SELECT
                + """
                 where merged_into is null and exists (
                  select from lead o where o.id <> lead.id and o.merged_into is null
                    and o.created_at < lead.created_at and not (o.id = any (lead.not_same))
                    and (o.email_key = lead.email_key
                      or (o.firm_key = lead.firm_key and o.firm_key <> '')))
                order by created_at desc limit 100
                """)
        .mapProperties(Row.class)
        .all()
        .map(this::lead);
  }

  /** Reviewed: these two are not the same. */
  Mono<Void> notSame(UUID one, UUID other) {
    return db.sql(
            """
            update lead set not_same = array_append(not_same,
              case when id = :one then :other::uuid else :one::uuid end)
            where id in (:one, :other)
            """)
        .bind("one", one)
        .bind("other", other)
        .then();
  }

  /** Hangs what belongs to one onto the other; the one stays readable, pointing there. */
  Mono<Void> merge(UUID one, UUID into) {
    return db.sql("update demo set lead = :into where lead = :one")
        .bind("one", one)
        .bind("into", into)
        .then()
        .then(
            db.sql(
                    """
                    update lead set merged_into = :into, version = version + 1, updated_at = now()
                    where id = :one
                    """)
                .bind("one", one)
                .bind("into", into)
                .then())
        .then(
            db.sql(
                    """
                    update lead k set answers = o.answers || k.answers,
                      advice = coalesce(k.advice, o.advice),
                      phone = case when k.phone = '' then o.phone else k.phone end,
                      firm_name = case when k.firm_name = '' then o.firm_name else k.firm_name end,
                      firm_key = case when k.firm_key = '' then o.firm_key else k.firm_key end,
                      updated_at = now()
                    from lead o where k.id = :into and o.id = :one
                    """)
                .bind("one", one)
                .bind("into", into)
                .then());
  }

  /** The firm and the need that came of the prospect. */
  Mono<Void> lead(UUID id, UUID firm, @Nullable UUID need) {
    var statement =
        db.sql(
                """
                update lead set firm = :firm, need = coalesce(:need, need), updated_at = now()
                where id = :id
                """)
            .bind("id", id)
            .bind("firm", firm);
    return (need == null ? statement.bindNull("need", UUID.class) : statement.bind("need", need))
        .then();
  }
}
