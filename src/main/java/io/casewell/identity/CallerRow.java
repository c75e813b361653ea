package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import io.casewell.platform.Viewer;
import io.casewell.platform.Watch;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller as the database's functions tell it, and who that is to the application. Moments are
 * milliseconds since 1970.
 */
record CallerRow(
    @Nullable String @Nullable [] scopes,
    String realm,
    @Nullable UUID firm,
    @Nullable UUID staff,
    @Nullable Long lastSeenAt,
    @Nullable Long authenticatedAt,
    @Nullable UUID watcher,
    @Nullable String watcherName,
    @Nullable Long watchUntil,
    UUID account,
    String name,
    String label,
    String zone,
    String[] roles,
    boolean lead,
    boolean worn,
    boolean outdated) {

  /** By hand, since every request reads one: finding the properties takes as long as the query. */
  static CallerRow of(Readable row) {
    return new CallerRow(
        row.get("scopes", String[].class),
        text(row, "realm"),
        row.get("firm", UUID.class),
        row.get("staff", UUID.class),
        row.get("last_seen_at", Long.class),
        row.get("authenticated_at", Long.class),
        row.get("watcher", UUID.class),
        row.get("watcher_name", String.class),
        row.get("watch_until", Long.class),
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

  /** What a token is for. */
  Set<String> scopeSet() {
    return scopes == null ? Set.of() : Set.copyOf(Arrays.asList(scopes));
  }

  /**
   * Who this is to the application.
   *
   * @param its what a token is for, or null in a session
   */
  SignedIn signedIn(@Nullable Set<String> its) {
    var id = new AccountId(account);
    var caller = worn ? caller(id) : new Caller.Visitor();
    var watch = watch();
    var proved = authenticatedAt;
    return new SignedIn(
        new Viewer(name, hatWords(caller, label), caller, ZoneId.of(zone), watch),
        id,
        its,
        proved == null || watch != null ? null : Instant.ofEpochMilli(proved),
        // whoever comes in has no hat yet, and agrees on the way to one
        outdated && !(caller instanceof Caller.Visitor) && watch == null);
  }

  private @Nullable Watch watch() {
    return watcher == null || watcherName == null || watchUntil == null
        ? null
        : new Watch(new AccountId(watcher), watcherName, Instant.ofEpochMilli(watchUntil));
  }

  private Caller caller(AccountId id) {
    if (realm.equals("firm") && firm != null) {
      return new Caller.FirmMember(new FirmId(firm), id, roles(FirmRole.class, roles));
    }
    if (realm.equals("staff") && staff != null) {
      return new Caller.Professional(new StaffId(staff), id);
    }
    return switch (realm) {
      case "sales" -> new Caller.SalesRep(id, lead);
      case "operations" -> new Caller.Operations(id, roles(OperationsRole.class, roles));
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
