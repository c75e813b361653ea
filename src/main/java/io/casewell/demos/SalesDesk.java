package io.casewell.demos;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What sales reads: the diary, and the figures. The database shows a rep the own and the lead all.
 */
@Component
class SalesDesk {
  private final DatabaseClient db;
  private final DemoTypes types;
  private final JsonMapper json;
  private final Clock clock;

  SalesDesk(DatabaseClient db, DemoTypes types, JsonMapper json, Clock clock) {
    this.db = db;
    this.types = types;
    this.json = json;
    this.clock = clock;
  }

  private record Row(
      UUID id,
      UUID type,
      String typeName,
      Instant startAt,
      String zone,
      String state,
      String repName,
      UUID lead,
      String name,
      String firmName,
      String meetingLink,
      String answers,
      String reason) {}

  private static final String SELECT =
      """
      select d.id, d.type, t.name as type_name, d.start_at, d.zone, d.state, d.rep_name, d.lead,
        l.name, l.firm_name, d.meeting_link, d.answers::text as answers, d.reason
      from demo d join demo_type t on t.id = d.type join lead l on l.id = d.lead
      """;

  /** Demos of the caller's own diary that begin between these, the first first. */
  Flux<DemoLine> between(Instant from, Instant to, @Nullable UUID rep, ZoneId zone) {
    var statement =
        db.sql(
                SELECT
                    + """
                     where d.start_at >= :from and d.start_at < :to
                      and (cast(:rep as uuid) is null or d.rep = :rep)
                      and d.state in ('pending', 'confirmed')
                    order by d.start_at, d.id limit 200
                    """)
            .bind("from", from)
            .bind("to", to);
    return lines(
        rep == null ? statement.bindNull("rep", UUID.class) : statement.bind("rep", rep), zone);
  }

  /** Demos that are over and have no outcome yet, the oldest first. */
  Flux<DemoLine> withoutOutcome(@Nullable UUID rep, ZoneId zone) {
    var statement =
        db.sql(
                SELECT
                    + """
                     where d.start_at < :now and d.state = 'confirmed'
                      and (cast(:rep as uuid) is null or d.rep = :rep)
                    order by d.start_at, d.id limit 50
                    """)
            .bind("now", clock.instant());
    return lines(
        rep == null ? statement.bindNull("rep", UUID.class) : statement.bind("rep", rep), zone);
  }

  /** A prospect's demos, the newest first. */
  Flux<DemoLine> of(UUID lead, ZoneId zone) {
    return lines(
        db.sql(SELECT + " where d.lead = :lead order by d.start_at desc, d.id limit 50")
            .bind("lead", lead),
        zone);
  }

  /** One demo. */
  Mono<DemoLine> one(UUID id, ZoneId zone) {
    return lines(db.sql(SELECT + " where d.id = :id").bind("id", id), zone).next();
  }

  private Flux<DemoLine> lines(DatabaseClient.GenericExecuteSpec statement, ZoneId zone) {
    return types
        .all()
        .collectMap(DemoType::id)
        .flatMapMany(
            known -> statement.mapProperties(Row.class).all().map(row -> line(row, known, zone)));
  }

  private DemoLine line(Row row, Map<UUID, DemoType> known, ZoneId zone) {
    var now = clock.instant();
    var given = json.readValue(row.answers(), Demos.TEXTS);
    var answers = new LinkedHashMap<String, String>();
    var type = known.get(row.type());
    if (type != null) {
      type.terms()
          .questions()
          .forEach(q -> {
            var answer = given.get(q.code());
            if (answer != null) {
              answers.put(q.label(), answer);
            }
          });
    }
    return new DemoLine(
        row.id().toString(),
        row.typeName(),
        DemoWords.brief(row.startAt(), zone),
        DemoLine.theirs(row.startAt(), ZoneId.of(row.zone()), zone),
        DemoLine.away(row.startAt(), now),
        DemoState.of(row.state()),
        row.repName(),
        row.lead().toString(),
        row.name(),
        row.firmName(),
        row.meetingLink(),
        answers,
        row.startAt().isBefore(now),
        row.reason());
  }

  /** How far prospects of the last days came. */
  record Funnel(long came, long booked, long held, long proposal, long won) {}

  /** Of prospects who came since, whatever became of them. */
  Mono<Funnel> funnel(Instant since) {
    return db.sql(
            """
            select count(*) as came,
              count(*) filter (where exists (select from demo d where d.lead = l.id)) as booked,
              count(*) filter (where l.state in ('held', 'proposal', 'won')
                or exists (select from demo d where d.lead = l.id and d.state = 'held')) as held,
              count(*) filter (where l.state in ('proposal', 'won')
                or exists (select from proposal p where p.lead = l.id)) as proposal,
              count(*) filter (where l.state = 'won') as won
            from lead l where l.created_at >= :since and l.merged_into is null
            """)
        .bind("since", since)
        .mapProperties(Funnel.class)
        .one();
  }

  /**
   * A rep's figures.
   *
   * @param demos given or in the diary
   * @param noShow to which nobody came
   */
  record RepFigures(UUID rep, String name, long demos, long held, long noShow, long won) {}

  /** By rep, those with the most demos first. */
  Flux<RepFigures> reps(Instant since) {
    return db.sql(
            """
            select d.rep, max(d.rep_name) as name, count(*) as demos,
              count(*) filter (where d.state = 'held') as held,
              count(*) filter (where d.state = 'no-show') as no_show,
              count(distinct d.lead) filter (where l.state = 'won') as won
            from demo d join lead l on l.id = d.lead
            where d.created_at >= :since and d.state not in ('cancelled', 'expired')
            group by d.rep order by demos desc, name limit 50
            """)
        .bind("since", since)
        .mapProperties(RepFigures.class)
        .all();
  }
}
