package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.Secrets;
import io.casewell.platform.SignIns;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions in PostgreSQL: a 256-bit value in the cookie, its SHA-256 in the row. Account, hat and
 * roles are looked up at each request, so a disabled account or a lost role is out at once.
 */
@Component
class Sessions implements SignIns {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final Duration TOUCH = Duration.ofMinutes(5);

  private final ConnectionFactory connections;
  private final DatabaseClient db;
  private final Tenancy tx;
  private final Agreements agreements;
  private final FirstAdmin firstAdmin;
  private final Audit audit;
  private final Limits limits;
  private final Clock clock;
  private final int aMinute;

  Sessions(
      DatabaseClient db,
      Tenancy tx,
      Agreements agreements,
      FirstAdmin firstAdmin,
      Audit audit,
      Limits limits,
      Clock clock,
      @Value("${casewell.limits.sign-ins:30}") int aMinute) {
    this.connections = db.getConnectionFactory();
    this.db = db;
    this.tx = tx;
    this.agreements = agreements;
    this.firstAdmin = firstAdmin;
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
    this.aMinute = aMinute;
  }

  /** A hat that an account may wear. */
  record Hat(String realm, @Nullable UUID firm, @Nullable UUID staff, String label) {}

  @Override
  public Mono<SignedIn> bySession(String cookie) {
    return Mono.usingWhen(
            connections.create(), connection -> caller(connection, cookie), Connection::close)
        .delayUntil(row -> touch(row, cookie))
        .map(row -> row.signedIn(null));
  }

  // by the driver's own interface: behind every page, and the client's way there doubles its cost
  private static Mono<CallerRow> caller(Connection connection, String cookie) {
    var statement =
        connection
            .createStatement(
                """
                select null::text[] as scopes, c.*
                from caller_of_session($1, $2) c
                where c.account is not null
                """)
            .bind("$1", Secrets.hash(cookie))
            .bind("$2", Agreements.CURRENT);
    return Flux.from(statement.execute())
        .concatMap(result -> result.map(CallerRow::of))
        .singleOrEmpty();
  }

  /** Keeps when the session was last used, to the few minutes that matter to its holder. */
  private Mono<Void> touch(CallerRow row, String cookie) {
    var seen = row.lastSeenAt();
    return seen != null && seen > clock.instant().minus(TOUCH).toEpochMilli()
        ? Mono.empty()
        : db.sql("update session set last_seen_at = now() where id_hash = :hash")
            .bind("hash", Secrets.hash(cookie))
            .then();
  }

  @Override
  public Mono<SignedIn> byToken(String token) {
    return db.sql(
            "select false as outdated, null::bigint as last_seen_at, null::bigint as"
                + " authenticated_at, null::uuid as watcher, null::text as watcher_name,"
                + " null::bigint as watch_until, c.* from token_caller(:hash) c")
        .bind("hash", Secrets.hash(token))
        .map(CallerRow::of)
        .one()
        .filter(CallerRow::worn)
        .map(row -> row.signedIn(row.scopeSet()));
  }

  @Override
  public Mono<Opened> open(Identity identity, String previousCookie, String userAgent) {
    return Mono.fromRunnable(() ->
            limits.count("sign-in of " + identity.issuer() + " " + identity.subject(), aMinute))
        .then(known(identity))
        .filter(known -> !known.disabled())
        .delayUntil(known -> firstAdmin.welcome(identity, new AccountId(known.id())))
        .flatMap(known -> begin(known.id(), previousCookie, userAgent, identity.provedAt()))
        .as(tx::transactional);
  }

  private Mono<Known> known(Identity identity) {
    var fresh = Ids.next();
    return db.sql("select id, disabled from sign_in(:id, :issuer, :subject, :name, :email)")
        .bind("id", fresh)
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .bind("name", identity.name())
        .bind("email", identity.email())
        .mapProperties(Known.class)
        .one()
        .delayUntil(known -> known.id().equals(fresh) ? cameIn(known, identity) : Mono.empty());
  }

  private Mono<Void> cameIn(Known known, Identity identity) {
    return audit.append(
        new Audit.Entry(
            "account",
            known.id(),
            null,
            null,
            "came in",
            null,
            Map.of("issuer", identity.issuer())));
  }

  private record Known(UUID id, boolean disabled) {}

  private Mono<Opened> begin(
      UUID account, String previousCookie, String userAgent, @Nullable Instant provedAt) {
    return hats(account)
        .zipWith(before(account, previousCookie).defaultIfEmpty(NO_HAT))
        .map(both -> hat(both.getT1(), both.getT2()))
        .flatMap(hat ->
            wear(account, hat, previousCookie, userAgent, provedAt)
                .zipWith(agreements.standing(new AccountId(account)))
                .map(both -> new Opened(both.getT1(), !hat.equals(NO_HAT), both.getT2())));
  }

  /** The only one there is, or the one worn before, when somebody proves again that it is they. */
  private static Hat hat(List<Hat> hats, Hat before) {
    if (hats.size() == 1) {
      return hats.getFirst();
    }
    return hats.stream()
        .filter(hat ->
            hat.realm().equals(before.realm())
                && Objects.equals(hat.firm(), before.firm())
                && Objects.equals(hat.staff(), before.staff()))
        .findFirst()
        .orElse(NO_HAT);
  }

  private Mono<Hat> before(UUID account, String cookie) {
    return cookie.isEmpty()
        ? Mono.empty()
        : db.sql(
                """
                select realm, firm, staff, '' as label from session
                where id_hash = :hash and account = :account and expires_at > now()
                """)
            .bind("hash", Secrets.hash(cookie))
            .bind("account", account)
            .mapProperties(Hat.class)
            .one();
  }

  private static final Hat NO_HAT = new Hat("visitor", null, null, "");

  Mono<List<Hat>> hats(UUID account) {
    return db.sql("select realm, firm, staff, label from hats_of(:account)")
        .bind("account", account)
        .mapProperties(Hat.class)
        .all()
        .collectList();
  }

  /** Begins a session in this hat under a new value, and ends the one before. */
  Mono<String> wear(
      UUID account, Hat hat, String previousCookie, String userAgent, @Nullable Instant provedAt) {
    var value = Secrets.token();
    var insert =
        db.sql(
                """
                insert into session
                  (id_hash, account, realm, firm, staff, user_agent, expires_at, authenticated_at)
                values (:hash, :account, :realm, :firm, :staff, :agent, now() + :life::interval,
                  :proved)
                """)
            .bind("hash", Secrets.hash(value))
            .bind("account", account)
            .bind("realm", hat.realm())
            .bind("agent", userAgent)
            .bind("life", LIFE.toSeconds() + " seconds");
    var firm = hat.firm();
    var staff = hat.staff();
    insert = firm == null ? insert.bindNull("firm", UUID.class) : insert.bind("firm", firm);
    insert = staff == null ? insert.bindNull("staff", UUID.class) : insert.bind("staff", staff);
    insert =
        provedAt == null
            ? insert.bindNull("proved", Instant.class)
            : insert.bind("proved", provedAt);
    return end(previousCookie).then(insert.then()).thenReturn(value);
  }

  @Override
  public Mono<Void> end(String cookie) {
    return cookie.isEmpty()
        ? Mono.empty()
        : db.sql("delete from session where id_hash = :hash")
            .bind("hash", Secrets.hash(cookie))
            .then();
  }
}
