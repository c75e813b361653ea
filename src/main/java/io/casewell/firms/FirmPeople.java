package io.casewell.firms;

import io.casewell.platform.FirmId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is of a firm, to the firm itself. */
@Component
class FirmPeople {
  /** How long a removal can be undone; the page offers it for ten of them. */
  private static final int UNDO_SECONDS = 15;

  private final DatabaseClient db;

  FirmPeople(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Raises the firm's version. Its row lock makes two changes of people wait for each other, so
   * that two owners cannot each take the other's role away.
   */
  Mono<Long> next(FirmId firm) {
    return db.sql("update firm set version = version + 1 where id = :firm returning version")
        .bind("firm", firm.value())
        .mapValue(Long.class)
        .one();
  }

  /** The roles of this person; empty when they are not of the firm. */
  Mono<String[]> roles(FirmId firm, UUID account) {
    return db.sql("select roles from membership where firm = :firm and account = :account")
        .bind("firm", firm.value())
        .bind("account", account)
        .mapValue(String[].class)
        .one();
  }

  /** How many owners there are besides this person. */
  Mono<Long> otherOwners(FirmId firm, UUID account) {
    return db.sql(
            """
            select count(*) from membership
            where firm = :firm and account <> :account and 'owner' = any(roles)
            """)
        .bind("firm", firm.value())
        .bind("account", account)
        .mapValue(Long.class)
        .one();
  }

  Mono<Void> setRoles(FirmId firm, UUID account, Collection<String> roles) {
    return db.sql("update membership set roles = :roles where firm = :firm and account = :account")
        .bind("roles", roles.toArray(String[]::new))
        .bind("firm", firm.value())
        .bind("account", account)
        .then();
  }

  Mono<Void> add(FirmId firm, UUID account, Collection<String> roles) {
    return db.sql("insert into membership (firm, account, roles) values (:firm, :account, :roles)")
        .bind("firm", firm.value())
        .bind("account", account)
        .bind("roles", roles.toArray(String[]::new))
        .then();
  }

  /** Takes somebody out, and keeps what they were for as long as that can be undone. */
  Mono<Void> remove(FirmId firm, UUID account, UUID by) {
    return db.sql(
            """
            insert into removed_member (firm, account, roles, removed_by)
            select firm, account, roles, :by from membership
            where firm = :firm and account = :account
            on conflict (firm, account) do update set
              roles = excluded.roles, removed_by = excluded.removed_by, at = now()
            """)
        .bind("firm", firm.value())
        .bind("account", account)
        .bind("by", by)
        .then()
        .then(
            db.sql("delete from membership where firm = :firm and account = :account")
                .bind("firm", firm.value())
                .bind("account", account)
                .then());
  }

  /** What somebody was who was removed a moment ago; empty when the moment has passed. */
  Mono<String[]> takeRemoved(FirmId firm, UUID account) {
    return db.sql(
            """
            delete from removed_member where firm = :firm and account = :account
              and at > now() - :seconds * interval '1 second' returning roles
            """)
        .bind("firm", firm.value())
        .bind("account", account)
        .bind("seconds", UNDO_SECONDS)
        .mapValue(String[].class)
        .one();
  }

  /** What somebody is called who was removed a moment ago, or empty text. */
  Mono<String> removedName(UUID account) {
    return db.sql("select coalesce(removed_name(:account), '')")
        .bind("account", account)
        .mapValue(String.class)
        .one();
  }
}
