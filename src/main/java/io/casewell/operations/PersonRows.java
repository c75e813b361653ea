package io.casewell.operations;

import io.casewell.platform.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One person as operations see and change them. */
@Component
class PersonRows {
  private final DatabaseClient db;

  PersonRows(DatabaseClient db) {
    this.db = db;
  }

  /** The account itself, with what it is for Casewell. */
  record Row(
      UUID id,
      String name,
      String email,
      String issuer,
      String subject,
      Instant createdAt,
      @Nullable Instant disabledAt,
      @Nullable UUID staff,
      @Nullable String staffStatus,
      @Nullable Boolean lead,
      String[] roles,
      long sessions,
      @Nullable Instant lastSeen,
      @Nullable Instant leavingAt) {}

  /** A place in a firm. */
  public record Place(UUID firm, String name, String[] roles) {}

  /** Something kept back from deletion. */
  public record Hold(UUID id, String reason, String by, Instant at) {}

  /** A look that somebody took at the person's pages. */
  public record Look(String operator, String reason, Instant beganAt, Instant endsAt) {}

  /** A sign-in about to be moved. */
  public record Move(
      UUID id, String reason, String issuer, String by, UUID proposedBy, Instant at) {}

  Mono<Row> find(AccountId account) {
    return db.sql(
            """
            select a.id, a.name, a.email, a.issuer, a.subject, a.created_at, a.disabled_at,
              s.id as staff, s.status as staff_status,
              (select p.lead from sales_person p where p.account = a.id) as lead,
              coalesce((select o.roles from operator o where o.account = a.id), '{}') as roles,
              (select count(*) from session x where x.account = a.id and x.expires_at > now())
                as sessions,
              (select max(x.last_seen_at) from session x where x.account = a.id) as last_seen,
              (select l.due_at from account_leaving l
                where l.account = a.id and l.erased_at is null) as leaving_at
            from account a left join staff s on s.account = a.id where a.id = :id
            """)
        .bind("id", account.value())
        .mapProperties(Row.class)
        .one();
  }

  Flux<Place> places(AccountId account) {
    return db.sql(
            """
            select f.id as firm, f.name, m.roles from membership m join firm f on f.id = m.firm
            where m.account = :id order by f.name
            """)
        .bind("id", account.value())
        .mapProperties(Place.class)
        .all();
  }

  Flux<Hold> holds(AccountId account) {
    return db.sql(
            """
            select h.id, h.reason, a.name as by, h.at from legal_hold h
            join account a on a.id = h.by_account
            where h.account = :id and h.lifted_at is null order by h.at
            """)
        .bind("id", account.value())
        .mapProperties(Hold.class)
        .all();
  }

  Flux<Look> looks(AccountId account) {
    return db.sql(
            """
            select a.name as operator, v.reason, v.began_at, v.ends_at
            from support_view v join account a on a.id = v.operator
            where v.account = :id order by v.began_at desc limit 20
            """)
        .bind("id", account.value())
        .mapProperties(Look.class)
        .all();
  }

  Mono<Move> move(AccountId account) {
    return db.sql(
            """
            select r.id, r.reason, r.issuer, a.name as by, r.proposed_by, r.proposed_at as at
            from relink r join account a on a.id = r.proposed_by
            where r.account = :id and r.outcome is null
            """)
        .bind("id", account.value())
        .mapProperties(Move.class)
        .one();
  }

  /** Sets the place in the sales team: none, rep or lead. */
  Mono<Void> sales(AccountId account, @Nullable Boolean lead) {
    return lead == null
        ? db.sql("delete from sales_person where account = :id").bind("id", account.value()).then()
        : db.sql(
                """
                insert into sales_person (account, lead) values (:id, :lead)
                on conflict (account) do update set lead = excluded.lead
                """)
            .bind("id", account.value())
            .bind("lead", lead)
            .then();
  }

  /** Sets the roles in operations; none takes the person out of it. */
  Mono<Void> operator(AccountId account, String[] roles) {
    return roles.length == 0
        ? db.sql("delete from operator where account = :id").bind("id", account.value()).then()
        : db.sql(
                """
                insert into operator (account, roles) values (:id, :roles)
                on conflict (account) do update set roles = excluded.roles
                """)
            .bind("id", account.value())
            .bind("roles", roles)
            .then();
  }

  /** How many administrators there are besides this one; they stay as they are until the end. */
  Mono<Long> otherAdmins(AccountId account) {
    return db.sql(
            """
            select count(*) from (select o.account from operator o
              join account a on a.id = o.account and a.disabled_at is null
              where o.account <> :id and 'admin' = any(o.roles) for update of o) others
            """)
        .bind("id", account.value())
        .mapValue(Long.class)
        .one();
  }

  /** The place in this firm, locked. */
  Mono<Place> place(AccountId account, UUID firm) {
    return db.sql(
            """
            select f.id as firm, f.name, m.roles from membership m join firm f on f.id = m.firm
            where m.account = :id and m.firm = :firm for update of m
            """)
        .bind("id", account.value())
        .bind("firm", firm)
        .mapProperties(Place.class)
        .one();
  }

  /** How many owners the firm has besides this one. */
  Mono<Long> otherOwners(AccountId account, UUID firm) {
    return db.sql(
            """
            select count(*) from (select m.account from membership m
              join account a on a.id = m.account and a.disabled_at is null
              where m.firm = :firm and m.account <> :id and 'owner' = any(m.roles)
              for update of m) others
            """)
        .bind("id", account.value())
        .bind("firm", firm)
        .mapValue(Long.class)
        .one();
  }

  /** Sets the roles in a firm; none takes the person out of it. */
  Mono<Void> firmRoles(AccountId account, UUID firm, String[] roles) {
    var statement =
        roles.length == 0
            ? db.sql("delete from membership where account = :id and firm = :firm")
            : db.sql("update membership set roles = :roles where account = :id and firm = :firm")
                .bind("roles", roles);
    return statement.bind("id", account.value()).bind("firm", firm).then();
  }

  Mono<Void> hold(UUID id, AccountId account, String reason, AccountId by) {
    return db.sql(
            """
            insert into legal_hold (id, account, reason, by_account)
            values (:id, :account, :reason, :by)
            """)
        .bind("id", id)
        .bind("account", account.value())
        .bind("reason", reason)
        .bind("by", by.value())
        .then();
  }

  Mono<Boolean> lift(UUID id, AccountId account, AccountId by) {
    return db.sql(
            """
            update legal_hold set lifted_at = now(), lifted_by = :by
            where id = :id and account = :account and lifted_at is null
            """)
        .bind("id", id)
        .bind("account", account.value())
        .bind("by", by.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
