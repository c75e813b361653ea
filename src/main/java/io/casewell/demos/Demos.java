package io.casewell.demos;

import io.casewell.platform.Refusal;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The demos there are; the database shows each caller only the own, and a link its one. */
@Component
class Demos {
  static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select id, version, type, lead, rep, rep_name, state, start_at, end_at, zone, guests,
        answers::text as answers, meeting_link, sequence, generation, reason, appointments
      from demo
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  Demos(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The same in the worker's transaction, which sees all. */
  Demos by(Worker worker) {
    return new Demos(worker.db(), json);
  }

  private record Row(
      UUID id,
      long version,
      UUID type,
      UUID lead,
      UUID rep,
      String repName,
      String state,
      Instant startAt,
      Instant endAt,
      String zone,
      String[] guests,
      String answers,
      String meetingLink,
      int sequence,
      int generation,
      String reason,
      UUID[] appointments) {}

  private Demo demo(Row row) {
    return new Demo(
        row.id(),
        row.version(),
        row.type(),
        row.lead(),
        row.rep(),
        row.repName(),
        DemoState.of(row.state()),
        row.startAt(),
        row.endAt(),
        ZoneId.of(row.zone()),
        List.of(row.guests()),
        json.readValue(row.answers(), TEXTS),
        row.meetingLink(),
        row.sequence(),
        row.generation(),
        row.reason(),
        List.of(row.appointments()));
  }

  /** The demo the running transaction's link leads to, or one of the caller's. */
  Mono<Demo> find(UUID id) {
    return db.sql(SELECT + " where id = :id")
        .bind("id", id)
        .mapProperties(Row.class)
        .one()
        .map(this::demo);
  }

  /** The same with its row locked, in the running transaction. */
  Mono<Demo> locked(UUID id) {
    return db.sql(SELECT + " where id = :id for update")
        .bind("id", id)
        .mapProperties(Row.class)
        .one()
        .map(this::demo);
  }

  /** What the running transaction's link leads to. */
  Mono<Demo> linked(byte[] hash) {
    return db.sql(SELECT + " where token_hash = :hash")
        .bind("hash", hash)
        .mapProperties(Row.class)
        .one()
        .map(this::demo);
  }

  /** All demos of a prospect that the caller may see, the newest first. */
  Flux<Demo> of(UUID lead) {
    return db.sql(SELECT + " where lead = :lead order by start_at desc, id limit 50")
        .bind("lead", lead)
        .mapProperties(Row.class)
        .all()
        .map(this::demo);
  }

  /** Writes a new one in the running transaction. */
  Mono<Void> add(Demo demo, byte[] tokenHash, String bookedBy, byte[] visitor, String chosen) {
    return db.sql(
            """
            insert into demo (id, type, lead, rep, rep_name, state, start_at, end_at, zone, guests,
              answers, meeting_link, token_hash, chosen, booked_by, visitor, appointments)
            values (:id, :type, :lead, :rep, :repName, :state, :start, :end, :zone, :guests,
              :answers, :link, :hash, :chosen, :by, :visitor, :appointments)
            """)
        .bind("id", demo.id())
        .bind("type", demo.type())
        .bind("lead", demo.lead())
        .bind("rep", demo.rep())
        .bind("repName", demo.repName())
        .bind("state", demo.state().code())
        .bind("start", demo.start())
        .bind("end", demo.end())
        .bind("zone", demo.zone().getId())
        .bind("guests", demo.guests().toArray(String[]::new))
        .bind("answers", Json.of(json.writeValueAsBytes(demo.answers())))
        .bind("link", demo.meetingLink())
        .bind("hash", tokenHash)
        .bind("chosen", Json.of(json.writeValueAsBytes(Map.of("v", 1, "why", chosen))))
        .bind("by", bookedBy)
        .bind("visitor", visitor)
        .bind("appointments", demo.appointments().toArray(UUID[]::new))
        .then();
  }

  /** Another time, perhaps with somebody else, one version and one invite on. */
  Mono<Void> move(Demo demo, Instant start, Instant end, UUID rep, String repName, String reason) {
    return db.sql(
            """
            update demo set start_at = :start, end_at = :end, rep = :rep, rep_name = :repName,
              reason = :reason, sequence = sequence + 1, version = version + 1, updated_at = now()
            where id = :id
            """)
        .bind("id", demo.id())
        .bind("start", start)
        .bind("end", end)
        .bind("rep", rep)
        .bind("repName", repName)
        .bind("reason", reason)
        .then();
  }

  /** Another state, one version on. */
  Mono<Void> become(Demo demo, DemoState state, String reason, String outcome) {
    return db.sql(
            """
            update demo set state = :state, reason = :reason, outcome = :outcome,
              sequence = sequence + case when :state = 'cancelled' then 1 else 0 end,
              version = version + 1, updated_at = now()
            where id = :id
            """)
        .bind("id", demo.id())
        .bind("state", state.code())
        .bind("reason", reason)
        .bind("outcome", outcome)
        .then();
  }

  /** How many demos of a prospect still take place or wait, whoever gives them. */
  Mono<Integer> standing(UUID lead) {
    return db.sql("select standing_demos(:lead)").bind("lead", lead).mapValue(Integer.class).one();
  }

  /** One version on, without anything else. */
  Mono<Void> told(Demo demo) {
    return db.sql("update demo set version = version + 1, updated_at = now() where id = :id")
        .bind("id", demo.id())
        .then();
  }

  /** Counts a success of a visitor; refuses where there were too many. */
  Mono<Void> count(String kind, byte[] who, String per, int most) {
    return db.sql("select count_demo(:kind, :who, :per, :most)")
        .bind("kind", kind)
        .bind("who", who)
        .bind("per", per)
        .bind("most", most)
        .mapValue(Boolean.class)
        .one()
        .flatMap(fine -> fine ? Mono.<Void>empty() : Mono.error(new Refusal.TooMany(3600)));
  }
}
