package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Secrets;
import io.casewell.platform.SignIns;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Viewer;
import io.casewell.platform.Watch;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sessions in PostgreSQL: a 256-bit value in the cookie, its SHA-256 in the row. Account, hat and
 * roles are looked up at each request, so a disabled account or a lost role is out at once.
 */
@Component
class Sessions implements SignIns {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final Duration TOUCH = Duration.ofMinutes(5);

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
    this.db = db;
    this.tx = tx;
    this.agreements = agreements;
    this.firstAdmin = firstAdmin;
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
    this.aMinute = aMinute;
  }

  /** A caller as the database's functions tell it. */
  record Row(
      @Nullable String @Nullable [] scopes,
      String realm,
      @Nullable UUID firm,
      @Nullable UUID staff,
      @Nullable OffsetDateTime lastSeenAt,
      @Nullable OffsetDateTime authenticatedAt,
      @Nullable UUID watcher,
      @Nullable String watcherName,
      @Nullable OffsetDateTime watchUntil,
      UUID account,
      String name,
      String label,
      String zone,
      String[] roles,
      boolean lead,
      boolean worn,
      boolean outdated) {

    /**
     * By hand, since every request reads one: finding the properties takes as long as the query.
     */
    static Row of(Readable row) {
      return new Row(
          row.get("scopes", String[].class),
          text(row, "realm"),
          row.get("firm", UUID.class),
          row.get("staff", UUID.class),
          row.get("last_seen_at", OffsetDateTime.class),
          row.get("authenticated_at", OffsetDateTime.class),
          row.get("watcher", UUID.class),
          row.get("watcher_name", String.class),
          row.get("watch_until", OffsetDateTime.class),
          Objects.requireNonNull(row.get("account", UUID.class)),
          text(row, "name"),
          text(row, "label"),
          text(row, "zone"),
          Objects.requireNonNull(row.get("roles", String[].class)),
          Boolean.TRUE.equals(row.get("lead", Boolean.class)),
          Boolean.TRUE.equals(row.get("worn", Boolean.class)),
          Boolean.TRUE.equals(row.get("outdated", Boolean.class)));
    }

    private static String text(Readable row, String column) {
      return Objects.requireNonNull(row.get(column, String.class));
    }
  }

  /** A hat that an account may wear. */
  record Hat(String realm, @Nullable UUID firm, @Nullable UUID staff, String label) {}

  @Override
  public Mono<SignedIn> bySession(String cookie) {
    return db.sql(
            """
            select null::text[] as scopes, c.*, (
              select count(*) > 0 and not array_agg(a.document || ' ' || a.version) @> :current
              from accepted_by(c.account) a) as outdated
            from session_caller(:hash) c
            """)
        .bind("hash", Secrets.hash(cookie))
        .bind("current", Agreements.CURRENT)
        .map(Row::of)
        .one()
        .delayUntil(row -> touch(row, cookie))
        .map(row -> signedIn(row, null));
  }

  /** Keeps when the session was last used, to the few minutes that matter to its holder. */
  private Mono<Void> touch(Row row, String cookie) {
    var seen = row.lastSeenAt();
    return seen != null && seen.toInstant().isAfter(clock.instant().minus(TOUCH))
        ? Mono.empty()
        : db.sql("update session set last_seen_at = now() where id_hash = :hash")
            .bind("hash", Secrets.hash(cookie))
            .then();
  }

  @Override
  public Mono<SignedIn> byToken(String token) {
    return db.sql(
            "select false as outdated, null::timestamptz as last_seen_at, null::timestamptz as"
                + " authenticated_at, null::uuid as watcher, null::text as watcher_name,"
                + " null::timestamptz as watch_until, c.* from token_caller(:hash) c")
        .bind("hash", Secrets.hash(token))
        .map(Row::of)
        .one()
        .filter(Row::worn)
        .map(row -> signedIn(row, scopes(row)));
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

  private static Set<String> scopes(Row row) {
    var scopes = row.scopes();
    return scopes == null ? Set.of() : Set.copyOf(Arrays.asList(scopes));
  }

  private static SignedIn signedIn(Row row, @Nullable Set<String> scopes) {
    var account = new AccountId(row.account());
    var caller = row.worn() ? caller(row, account) : new Caller.Visitor();
    var watch = watch(row);
    var proved = row.authenticatedAt();
    return new SignedIn(
        new Viewer(row.name(), hatWords(caller, row.label()), caller, ZoneId.of(row.zone()), watch),
        account,
        scopes,
        proved == null || watch != null ? null : proved.toInstant(),
        row.outdated() && watch == null);
  }

  private static @Nullable Watch watch(Row row) {
    var watcher = row.watcher();
    var name = row.watcherName();
    var until = row.watchUntil();
    return watcher == null || name == null || until == null
        ? null
        : new Watch(new AccountId(watcher), name, until.toInstant());
  }

  private static Caller caller(Row row, AccountId account) {
    var firm = row.firm();
    var staff = row.staff();
    if (row.realm().equals("firm") && firm != null) {
      return new Caller.FirmMember(new FirmId(firm), account, roles(FirmRole.class, row.roles()));
    }
    if (row.realm().equals("staff") && staff != null) {
      return new Caller.Professional(new StaffId(staff), account);
    }
    return switch (row.realm()) {
      case "sales" -> new Caller.SalesRep(account, row.lead());
      case "operations" -> new Caller.Operations(account, roles(OperationsRole.class, row.roles()));
      default -> new Caller.Visitor();
    };
  }

  private static String hatWords(Caller caller, String label) {
    return switch (caller) {
      case Caller.Visitor _ -> "";
      case Caller.FirmMember _ -> label;
      case Caller.Professional _ ->
          label.equals("case_manager") ? "Virtual case manager" : "Virtual paralegal";
      case Caller.SalesRep(_, var lead) -> lead ? "Sales lead" : "Sales";
      case Caller.Operations _ -> "Casewell operations";
    };
  }

  private static <E extends Enum<E>> Set<E> roles(Class<E> type, String[] names) {
    var roles = EnumSet.noneOf(type);
    for (var name : names) {
      roles.add(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
    }
    return roles;
  }
}
