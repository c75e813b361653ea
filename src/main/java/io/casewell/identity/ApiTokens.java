package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Secrets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Personal access tokens for the API: each acts in the one hat it was made in and within its
 * scopes. The text is shown once; its SHA-256 is kept.
 */
@Component
public class ApiTokens {
  /** What a token may be made for. */
  public static final List<Scope> SCOPES =
      List.of(
          new Scope("needs:read", "Read needs and their matches"),
          new Scope("needs:write", "Post and change needs"),
          new Scope("staff:import", "Import staff (operations)"));

  private final DatabaseClient db;

  ApiTokens(DatabaseClient db) {
    this.db = db;
  }

  /**
   * A scope and what it allows.
   *
   * @param code the word of the API
   * @param label the words a person reads
   */
  public record Scope(String code, String label) {}

  /** A token as its owner sees it. */
  public record Token(
      UUID id,
      String name,
      String[] scopes,
      OffsetDateTime createdAt,
      OffsetDateTime expiresAt,
      @Nullable OffsetDateTime revokedAt) {}

  /**
   * Makes a token for the caller's hat.
   *
   * @return the text, {@code cw_} and 43 characters, never to be seen again
   */
  public Mono<String> make(
      Caller caller, AccountId account, String name, Set<String> scopes, int days) {
    var text = "cw_" + Secrets.token();
    var insert =
        db.sql(
                """
                insert into api_token
                  (id, token_hash, account, realm, firm, staff, name, scopes, expires_at)
                values (:id, :hash, :account, :realm, :firm, :staff, :name, :scopes,
                  now() + :days * interval '1 day')
                """)
            .bind("id", Ids.next())
            .bind("hash", Secrets.hash(text))
            .bind("account", account.value())
            .bind("realm", caller.realm())
            .bind("name", name)
            .bind("scopes", scopes.toArray(String[]::new))
            .bind("days", days);
    insert =
        caller instanceof Caller.FirmMember member
            ? insert.bind("firm", member.firm().value())
            : insert.bindNull("firm", UUID.class);
    insert =
        caller instanceof Caller.Professional professional
            ? insert.bind("staff", professional.staff().value())
            : insert.bindNull("staff", UUID.class);
    return insert.then().thenReturn(text);
  }

  /** The account's tokens, newest first, ended ones too. */
  Flux<Token> of(AccountId account) {
    return db.sql(
            """
            select id, name, scopes, created_at, expires_at, revoked_at
            from api_token where account = :account order by created_at desc limit 100
            """)
        .bind("account", account.value())
        .mapProperties(Token.class)
        .all();
  }

  /** Ends a token of the account's; false when there is no such one. */
  Mono<Boolean> revoke(UUID id, AccountId account) {
    return db.sql(
            """
            update api_token set revoked_at = coalesce(revoked_at, now())
            where id = :id and account = :account
            """)
        .bind("id", id)
        .bind("account", account.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
