package io.casewell.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The trail's rows as operations read them, newest first. */
@Component
class AuditRows {
  private static final String COLUMNS =
      """
      select e.subject_kind as kind, e.subject, e.seq, e.at, e.realm, e.account, a.name as who,
        f.name as firm, e.origin, e.what, e.before::text as was, e.after::text as now,
        encode(e.hash, 'hex') as hash,
        case e.subject_kind
          when 'account' then (select s.name from account s where s.id = e.subject)
          when 'firm' then (select s.name from firm s where s.id = e.subject)
          when 'staff' then (select s.name from staff s where s.id = e.subject)
          when 'need' then (select s.title from need s where s.id = e.subject)
        end as name
      from audit_event e
      left join account a on a.id = e.account
      left join firm f on f.id = e.firm
      """;

  private final DatabaseClient db;

  AuditRows(DatabaseClient db) {
    this.db = db;
  }

  /** A row, with the names that belong to its ids. */
  record Row(
      String kind,
      UUID subject,
      long seq,
      Instant at,
      String realm,
      @Nullable UUID account,
      @Nullable String who,
      @Nullable String firm,
      String origin,
      String what,
      @Nullable String was,
      @Nullable String now,
      String hash,
      @Nullable String name) {
    AuditQuery.Place place() {
      return new AuditQuery.Place(at, kind, subject, seq);
    }
  }

  /** At most so many rows of what is wanted. */
  Flux<Row> page(AuditQuery query, ZoneId zone, int limit) {
    // position and not like: % and _ mean themselves
    var statement =
        db.sql(
                COLUMNS
                    + """
                    where (:kind = '' or e.subject_kind = :kind)
                      and (:subject = '' or e.subject::text = lower(:subject) or e.subject in (
                        select id from account where position(lower(:subject) in lower(name)) > 0
                        union all
                        select id from firm where position(lower(:subject) in lower(name)) > 0
                        union all
                        select id from staff where position(lower(:subject) in lower(name)) > 0
                        union all
                        select id from need where position(lower(:subject) in lower(title)) > 0))
                      and (:person = '' or e.account in (
                        select id from account where id::text = lower(:person)
                          or position(lower(:person) in lower(name)) > 0
                          or position(lower(:person) in lower(email)) > 0))
                      and (:firm = '' or e.firm in (
                        select id from firm where position(lower(:firm) in lower(name)) > 0))
                      and (:begin::timestamptz is null or e.at >= :begin::timestamptz)
                      and (:end::timestamptz is null or e.at < :end::timestamptz)
                      and (:at::timestamptz is null or (e.at, e.subject_kind, e.subject, e.seq)
                        < (:at::timestamptz, :atKind, :atSubject::uuid, :atSeq::bigint))
                    order by e.at desc, e.subject_kind desc, e.subject desc, e.seq desc
                    limit :limit
                    """)
            .bind("kind", query.kind())
            .bind("subject", query.subject())
            .bind("person", query.person())
            .bind("firm", query.firm())
            .bind("limit", limit);
    var after = query.after();
    statement = moment(statement, "begin", query.begin(zone));
    statement = moment(statement, "end", query.end(zone));
    statement = moment(statement, "at", after == null ? null : after.at());
    statement = statement.bind("atKind", after == null ? "" : after.kind());
    statement =
        after == null
            ? statement.bindNull("atSubject", UUID.class).bindNull("atSeq", Long.class)
            : statement.bind("atSubject", after.subject()).bind("atSeq", after.seq());
    return statement.mapProperties(Row.class).all();
  }

  private static DatabaseClient.GenericExecuteSpec moment(
      DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Instant at) {
    return at == null ? statement.bindNull(name, Instant.class) : statement.bind(name, at);
  }

  /** One row, by its place in its subject's chain. */
  Mono<Row> find(String kind, UUID subject, long seq) {
    return db.sql(
            COLUMNS + "where e.subject_kind = :kind and e.subject = :subject and e.seq = :seq")
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("seq", seq)
        .mapProperties(Row.class)
        .one();
  }
}
