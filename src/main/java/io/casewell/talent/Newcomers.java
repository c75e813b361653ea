package io.casewell.talent;

import io.casewell.platform.AccountId;
import io.casewell.platform.StaffId;
import io.r2dbc.postgresql.codec.Json;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Professionals who came in by themselves, until they are admitted. */
@Component
class Newcomers {
  private final DatabaseClient db;

  Newcomers(DatabaseClient db) {
    this.db = db;
  }

  /** Writes a new draft; empty when this account has a profile already. */
  Mono<StaffId> add(StaffMember member, AccountId account) {
    return db.sql(
            """
            insert into staff (id, account, name, email, status, profile)
            values (:id, :account, :name, :email, :status, :profile)
            on conflict (account) do nothing
            """)
        .bind("id", member.id().value())
        .bind("account", account.value())
        .bind("name", member.name())
        .bind("email", member.email())
        .bind("status", member.status().code())
        .bind("profile", Json.of(member.profile().json()))
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .map(_ -> member.id());
  }

  /** Whether this person has asked to be admitted. */
  Mono<Boolean> asked(StaffId staff) {
    return db.sql("select submitted_at is not null from staff where id = :id")
        .bind("id", staff.value())
        .mapValue(Boolean.class)
        .one();
  }

  /** Notes that they ask, or no longer do; gives the row's new version. */
  Mono<Long> ask(StaffId staff, boolean asks) {
    return db.sql(
            """
            update staff set version = version + 1,
              submitted_at = case when :asks then now() end
            where id = :id returning version
            """)
        .bind("asks", asks)
        .bind("id", staff.value())
        .mapValue(Long.class)
        .one();
  }

  /** Somebody who waits to be admitted. */
  record Row(UUID id, String name, String email, Json profile, OffsetDateTime submittedAt) {}

  /** Who waits, the longest first. */
  Flux<Row> waiting() {
    return db.sql(
            """
            select id, name, email, profile, submitted_at from staff
            where status = 'draft' and submitted_at is not null
            order by submitted_at, id limit 200
            """)
        .mapProperties(Row.class)
        .all();
  }

  /** The address the account signs in with, or empty. */
  Mono<String> email(AccountId account) {
    return db.sql("select account_email(:account)")
        .bind("account", account.value())
        .mapValue(String.class)
        .one()
        .defaultIfEmpty("");
  }
}
