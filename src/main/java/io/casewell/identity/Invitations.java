package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.Secrets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of invitations; each firm sees its own, operations the house's. */
@Component
class Invitations {
  private final DatabaseClient db;

  Invitations(DatabaseClient db) {
    this.db = db;
  }

  /** An open invitation, as whoever sent it sees it. */
  record Row(
      UUID id,
      String kind,
      String email,
      String[] roles,
      String state,
      int generation,
      long version,
      OffsetDateTime sentAt,
      OffsetDateTime expiresAt) {}

  /** The caller's open ones into this firm, or with no firm into the house; newest first. */
  Flux<Row> open(@Nullable FirmId firm) {
    var statement =
        db.sql(
            """
            select id, kind, email, roles, state, generation, version, sent_at, expires_at
            from invitation where state = 'sent' and firm is not distinct from :firm
            order by sent_at desc limit 200
            """);
    return bound(statement, firm).mapProperties(Row.class).all();
  }

  private static DatabaseClient.GenericExecuteSpec bound(
      DatabaseClient.GenericExecuteSpec statement, @Nullable FirmId firm) {
    return firm == null
        ? statement.bindNull("firm", UUID.class)
        : statement.bind("firm", firm.value());
  }

  /** One of the caller's, locked until the running transaction ends. */
  Mono<Row> locked(UUID id) {
    return db.sql(
            """
            select id, kind, email, roles, state, generation, version, sent_at, expires_at
            from invitation where id = :id for update
            """)
        .bind("id", id)
        .mapProperties(Row.class)
        .one();
  }

  /** Writes a new one; empty when an open one to this address is there already. */
  Mono<UUID> add(
      UUID id,
      String kind,
      @Nullable FirmId firm,
      String email,
      Collection<String> roles,
      byte[] tokenHash,
      AccountId by,
      int days) {
    var statement =
        db.sql(
                """
                insert into invitation
                  (id, kind, firm, email, roles, token_hash, invited_by, expires_at)
                values (:id, :kind, :firm, :email, :roles, :hash, :by,
                  now() + :days * interval '1 day')
                on conflict (coalesce(firm, '00000000-0000-0000-0000-000000000000'), kind,
                  lower(email)) where state = 'sent' do nothing
                """)
            .bind("id", id)
            .bind("kind", kind)
            .bind("email", email)
            .bind("roles", roles.toArray(String[]::new))
            .bind("hash", tokenHash)
            .bind("by", by.value())
            .bind("days", days);
    return bound(statement, firm).fetch().rowsUpdated().filter(rows -> rows == 1).map(_ -> id);
  }

  /** Under a new link, for another while; the links before no longer work. */
  Mono<Void> renew(UUID id, byte[] tokenHash, int days) {
    return db.sql(
            """
            update invitation set generation = generation + 1, version = version + 1,
              token_hash = :hash, sent_at = now(), expires_at = now() + :days * interval '1 day'
            where id = :id
            """)
        .bind("id", id)
        .bind("hash", tokenHash)
        .bind("days", days)
        .then();
  }

  Mono<Void> revoke(UUID id) {
    return db.sql(
            """
            update invitation set state = 'revoked', generation = generation + 1,
              version = version + 1 where id = :id
            """)
        .bind("id", id)
        .then();
  }

  /** Seconds until another mail may go to this address; 0: now. */
  Mono<Integer> pause(String email) {
    return db.sql("select invitation_pause(:hash)")
        .bind("hash", hash(email))
        .mapValue(Integer.class)
        .one();
  }

  /** Counts a mail, so that nobody is flooded. */
  Mono<Void> count(String email, @Nullable FirmId firm, AccountId by) {
    var statement =
        db.sql(
                """
                insert into invitation_mail (id, by_account, firm, email_hash)
                values (:id, :by, :firm, :hash)
                """)
            .bind("id", Ids.next())
            .bind("by", by.value())
            .bind("hash", hash(email));
    return bound(statement, firm).then();
  }

  private static byte[] hash(String email) {
    return Secrets.hash(email.toLowerCase(Locale.ROOT));
  }

  /** What the link with this token leads to; empty when there is no such link. */
  Mono<Invitation> by(String token) {
    return db.sql("select * from invitation_by(:hash)")
        .bind("hash", Secrets.hash(token))
        .mapProperties(Invitation.class)
        .one();
  }

  /** What came of using a link. */
  record Used(
      String outcome, @Nullable UUID id, @Nullable Long version, @Nullable Long firmVersion) {}

  Mono<Used> accept(String token, AccountId account) {
    return db.sql("select * from accept_invitation(:hash, :account)")
        .bind("hash", Secrets.hash(token))
        .bind("account", account.value())
        .mapProperties(Used.class)
        .one();
  }
}
