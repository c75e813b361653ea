package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets one of operations look at a person's pages as that person sees them: for a reason, for half
 * an hour at most, reading only. The person finds it on their account page and in their trail.
 */
@Component
class LookAt {
  /** How long a look lasts. */
  static final Duration LASTS = Duration.ofMinutes(30);

  private final DatabaseClient db;
  private final Audit audit;
  private final Tenancy tx;

  LookAt(DatabaseClient db, Audit audit, Tenancy tx) {
    this.db = db;
    this.audit = audit;
    this.tx = tx;
  }

  /** A hat of the person's that may be looked at. */
  record Hat(String realm, @Nullable UUID firm, @Nullable UUID staff, String label) {}

  /** The person's hats; nobody looks at the pages of operations. */
  Mono<List<Hat>> hats(AccountId account) {
    return db.sql("select realm, firm, staff, label from hats_of(:account)")
        .bind("account", account.value())
        .mapProperties(Hat.class)
        .all()
        .filter(hat -> !hat.realm().equals("operations"))
        .collectList();
  }

  /** Begins to look from the session of this cookie, in the person's hat of this place. */
  Mono<Void> begin(
      Caller.Operations by, AccountId account, int place, String reason, String cookie) {
    if (by.account().equals(account)) {
      return Mono.error(new Refusal.Conflict("These are your own pages. Switch your hat instead."));
    }
    var id = Ids.next();
    return enabled(account)
        .then(hats(account))
        .filter(hats -> place >= 0 && place < hats.size())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(hats -> hats.get(place))
        .delayUntil(hat -> insert(id, by, account, hat, reason))
        .delayUntil(_ -> wear(id, by, cookie))
        .flatMap(hat -> audit.append(entry(account, hat, reason)))
        .as(tx::transactional);
  }

  private Mono<Void> enabled(AccountId account) {
    return db.sql("select disabled_at is null from account where id = :account")
        .bind("account", account.value())
        .mapValue(Boolean.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .filter(enabled -> enabled)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict("A disabled account has no pages that one could look at.")))
        .then();
  }

  private Mono<Void> insert(
      UUID id, Caller.Operations by, AccountId account, Hat hat, String reason) {
    var firm = hat.firm();
    var staff = hat.staff();
    var insert =
        db.sql(
                """
                insert into support_view (id, operator, account, realm, firm, staff, reason, ends_at)
                values (:id, :operator, :account, :realm, :firm, :staff, :reason,
                  now() + :lasts::interval)
                """)
            .bind("id", id)
            .bind("operator", by.account().value())
            .bind("account", account.value())
            .bind("realm", hat.realm())
            .bind("reason", reason)
            .bind("lasts", LASTS.toSeconds() + " seconds");
    insert = firm == null ? insert.bindNull("firm", UUID.class) : insert.bind("firm", firm);
    insert = staff == null ? insert.bindNull("staff", UUID.class) : insert.bind("staff", staff);
    return insert.then();
  }

  private Mono<Void> wear(UUID view, Caller.Operations by, String cookie) {
    return db.sql("update session set view = :view where id_hash = :hash and account = :operator")
        .bind("view", view)
        .bind("hash", Secrets.hash(cookie))
        .bind("operator", by.account().value())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then();
  }

  private static Audit.Entry entry(AccountId account, Hat hat, String reason) {
    var firm = hat.firm();
    var staff = hat.staff();
    return new Audit.Entry(
        "account",
        account.value(),
        firm == null ? null : new FirmId(firm),
        staff == null ? null : new StaffId(staff),
        "looked at",
        null,
        Map.of("reason", reason, "hat", hat.realm(), "minutes", LASTS.toMinutes()));
  }

  /** Ends the look of this session; it acts as its own person again. */
  Mono<Void> end(String cookie) {
    // outside the reading-only transaction of the look: the function ends this session's own look
    return db.sql("select end_view(:hash)").bind("hash", Secrets.hash(cookie)).then();
  }
}
