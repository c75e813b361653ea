package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves a sign-in that was lost or changed: its person signs in the new way once, which makes an
 * empty account; one of operations proposes to join the two, another confirms. The old sign-in then
 * leads nowhere, and every session of it ends.
 */
@Component
class Relinks {
  private final DatabaseClient db;
  private final People people;
  private final Audit audit;
  private final Tenancy tx;

  Relinks(DatabaseClient db, People people, Audit audit, Tenancy tx) {
    this.db = db;
    this.people = people;
    this.audit = audit;
    this.tx = tx;
  }

  private record Sign(UUID id, String issuer, String subject) {}

  /**
   * Proposes it.
   *
   * @param with e-mail or number of the empty account that the new sign-in made
   */
  Mono<Void> propose(Caller.Operations by, AccountId account, String with, String reason) {
    if (by.account().equals(account)) {
      return Mono.error(new Refusal.Conflict("You cannot move your own sign-in."));
    }
    return people
        .known(account)
        .filter(known -> known)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(empty(account, with))
        .flatMap(sign -> insert(by, account, sign, reason))
        .then(
            Mono.defer(() ->
                audit.append(entry(account, "sign-in move proposed", Map.of("reason", reason)))))
        .as(tx::transactional);
  }

  /** The one enabled account without any hat that answers to this. */
  private Mono<Sign> empty(AccountId account, String with) {
    return db.sql(
            """
            select a.id, a.issuer, a.subject from account a
            where (lower(a.email) = lower(:with) or a.id::text = lower(:with)) and :with <> ''
              and a.id <> :account and a.disabled_at is null
              and not exists (select from hats_of(a.id))
            limit 2
            """)
        .bind("with", with)
        .bind("account", account.value())
        .mapProperties(Sign.class)
        .all()
        .collectList()
        .flatMap(found ->
            found.size() == 1
                ? Mono.just(found.getFirst())
                : Mono.error(
                    wrong(
                        found.isEmpty()
                            ? "No empty account answers to that. Ask the person to sign in the new"
                                + " way once, and take the e-mail or number it then has in People."
                            : "Several empty accounts answer to that. Take the account's"
                                + " number.")));
  }

  private static Refusal wrong(String sentence) {
    var problems = new Problems();
    problems.add("with", sentence);
    return new Refusal.Invalid(problems);
  }

  private Mono<Void> insert(Caller.Operations by, AccountId account, Sign sign, String reason) {
    return db.sql(
            """
            insert into relink (id, account, with_account, issuer, subject, reason, proposed_by)
            values (:id, :account, :with, :issuer, :subject, :reason, :by)
            on conflict (account) where outcome is null do nothing
            """)
        .bind("id", Ids.next())
        .bind("account", account.value())
        .bind("with", sign.id())
        .bind("issuer", sign.issuer())
        .bind("subject", sign.subject())
        .bind("reason", reason)
        .bind("by", by.account().value())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    "A move of this sign-in is proposed already. Decide on that one first.")))
        .then();
  }

  private record Proposed(
      UUID id, UUID withAccount, String issuer, String subject, UUID proposedBy) {}

  private Mono<Proposed> open(AccountId account, UUID id) {
    return db.sql(
            """
            select id, with_account, issuer, subject, proposed_by from relink
            where id = :id and account = :account and outcome is null for update
            """)
        .bind("id", id)
        .bind("account", account.value())
        .mapProperties(Proposed.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  /** Confirms it: somebody else than who proposed. */
  Mono<Void> confirm(Caller.Operations by, AccountId account, UUID id) {
    return open(account, id)
        .filter(proposed -> !proposed.proposedBy().equals(by.account().value()))
        .switchIfEmpty(
            Mono.error(new Refusal.Conflict("Somebody else than who proposed it must confirm it.")))
        .filter(_ -> !by.account().equals(account))
        .switchIfEmpty(Mono.error(new Refusal.Conflict("You cannot move your own sign-in.")))
        .delayUntil(this::free)
        .delayUntil(proposed -> join(account, proposed))
        .delayUntil(_ -> people.signOutEverywhere(account))
        .delayUntil(proposed -> decide(proposed.id(), by, "confirmed"))
        .then(Mono.defer(() -> audit.append(entry(account, "sign-in moved", Map.of()))))
        .as(tx::transactional);
  }

  /** The empty account gives its sign-in away, unless it has got a hat meanwhile. */
  private Mono<Void> free(Proposed proposed) {
    return db.sql(
            """
            update account a set issuer = 'moved', subject = a.id::text,
              disabled_at = coalesce(disabled_at, now())
            where a.id = :id and a.issuer = :issuer and a.subject = :subject
              and not exists (select from hats_of(a.id))
            """)
        .bind("id", proposed.withAccount())
        .bind("issuer", proposed.issuer())
        .bind("subject", proposed.subject())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    "The account of the new sign-in has got a role meanwhile, so it cannot be"
                        + " joined. Refuse this move and look at both accounts.")))
        .then();
  }

  private Mono<Void> join(AccountId account, Proposed proposed) {
    return db.sql("update account set issuer = :issuer, subject = :subject where id = :id")
        .bind("issuer", proposed.issuer())
        .bind("subject", proposed.subject())
        .bind("id", account.value())
        .then();
  }

  /** Refuses it; whoever proposed may take it back that way, too. */
  Mono<Void> refuse(Caller.Operations by, AccountId account, UUID id) {
    return open(account, id)
        .delayUntil(proposed -> decide(proposed.id(), by, "refused"))
        .then(Mono.defer(() -> audit.append(entry(account, "sign-in move refused", Map.of()))))
        .as(tx::transactional);
  }

  private Mono<Void> decide(UUID id, Caller.Operations by, String outcome) {
    return db.sql(
            """
            update relink set decided_by = :by, decided_at = now(), outcome = :outcome
            where id = :id
            """)
        .bind("by", by.account().value())
        .bind("outcome", outcome)
        .bind("id", id)
        .then();
  }

  private static Audit.Entry entry(AccountId account, String what, Map<String, ?> after) {
    return new Audit.Entry(
        "account", account.value(), null, null, what, null, after.isEmpty() ? null : after);
  }
}
