package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Leaving;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a person go: the profile is out of sight at once, the rest follows after fourteen days,
 * until which it can be undone.
 */
@Component
class LeaveAccount {
  /** How long it can be undone. */
  static final Duration GRACE = Duration.ofDays(14);

  private final Leavings leavings;
  private final List<Leaving> rooms;
  private final Audit audit;
  private final Tenancy tx;
  private final Clock clock;

  LeaveAccount(Leavings leavings, List<Leaving> rooms, Audit audit, Tenancy tx, Clock clock) {
    this.leavings = leavings;
    this.rooms = rooms;
    this.audit = audit;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * What stands against it, and when it is due once asked for.
   *
   * @param hindrances what must be done first, a sentence for each
   * @param due when it will be carried out; empty when nobody asked
   */
  record Outlook(List<String> hindrances, Optional<Instant> due) {}

  /** How things stand for this person. */
  Mono<Outlook> outlook(AccountId account) {
    return hindrances(account)
        .zipWith(
            leavings
                .find(account)
                .map(row -> Optional.of(row.dueAt()))
                .defaultIfEmpty(Optional.empty()),
            Outlook::new)
        .as(tx::transactional);
  }

  private Mono<List<String>> hindrances(AccountId account) {
    var held =
        leavings
            .held(account)
            .filter(yes -> yes)
            .map(_ ->
                "The law asks us to keep what we hold of you for now, so it cannot be deleted."
                    + " Write to us by Help, and we say what we may.");
    return Flux.concat(held, Flux.fromIterable(rooms).concatMap(room -> room.hindrances(account)))
        .collectList();
  }

  /** Asks for it. Refuses while something must be done first. */
  Mono<Instant> ask(AccountId account) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var due = now.plus(GRACE);
    var work =
        hindrances(account)
            .flatMap(LeaveAccount::refuseIfAny)
            .then(hide(account))
            .flatMap(was -> leavings.begin(account, now, due, was.orElse(null)))
            .filter(begun -> begun)
            .switchIfEmpty(
                Mono.error(new Refusal.Conflict("Your account is being deleted already.")))
            .then(
                Mono.defer(() ->
                    audit.append(
                        entry(account, "deletion asked for", Map.of("due", due.toString())))))
            .thenReturn(due);
    return inOwnName(account, work);
  }

  private static Mono<Void> refuseIfAny(List<String> hindrances) {
    return hindrances.isEmpty()
        ? Mono.empty()
        : Mono.error(new Refusal.Conflict(String.join(" ", hindrances)));
  }

  private Mono<Optional<String>> hide(AccountId account) {
    return me(account)
        .flatMapMany(me -> Flux.fromIterable(rooms).concatMap(room -> room.hide(me)))
        .next()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  /** Takes it back: everything is as it was. */
  Mono<Void> undo(AccountId account) {
    var work =
        leavings
            .find(account)
            .switchIfEmpty(Mono.error(new Refusal.Conflict("Your account is not being deleted.")))
            .delayUntil(_ -> leavings.undo(account))
            .delayUntil(row -> show(account, row.staffStatus()))
            .then(Mono.defer(() -> audit.append(entry(account, "deletion taken back", Map.of()))));
    return inOwnName(account, work);
  }

  private Mono<Void> show(AccountId account, @org.jspecify.annotations.Nullable String was) {
    return was == null
        ? Mono.empty()
        : me(account)
            .flatMapMany(me -> Flux.fromIterable(rooms).concatMap(room -> room.show(me, was)))
            .then();
  }

  private Mono<Caller.Professional> me(AccountId account) {
    return leavings
        .profile(account)
        .map(staff -> new Caller.Professional(new StaffId(staff), account));
  }

  /**
   * In the hat of the person's own profile where there is one: it is hidden along with the rest.
   */
  private <T> Mono<T> inOwnName(AccountId account, Mono<T> work) {
    return tx.transactional(me(account))
        .map(me -> tx.transactional(work).contextWrite(Tenancy.as(me)))
        .defaultIfEmpty(tx.transactional(work))
        .flatMap(run -> run);
  }

  private static Audit.Entry entry(AccountId account, String what, Map<String, ?> after) {
    return new Audit.Entry("account", account.value(), null, null, what, null, after);
  }
}
