package io.casewell.firms;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Outbox;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Owners change what people may do in their firm, and take people out; one owner always stays. */
@Component
class ChangePeople {
  private static final String OWNER = "owner";

  private final FirmPeople people;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  ChangePeople(FirmPeople people, Outbox outbox, Audit audit, Tenancy tx) {
    this.people = people;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  private record Standing(long version, List<String> roles) {}

  /** Gives somebody exactly these roles. */
  Mono<Void> changeRoles(Caller.FirmMember me, UUID account, List<String> roles) {
    return standing(me, account)
        .delayUntil(now -> roles.contains(OWNER) ? Mono.empty() : anotherOwner(me, account, now))
        .flatMap(now ->
            people
                .setRoles(me.firm(), account, roles)
                .then(outbox.record(new RolesChanged(1, me.firm(), now.version(), account, roles)))
                .then(note(me, account, "roles changed", now.roles(), roles)))
        .as(tx::transactional);
  }

  /** Takes somebody out of the firm; with the next request they are nobody in it. */
  Mono<Void> remove(Caller.FirmMember me, UUID account) {
    return standing(me, account)
        .delayUntil(now -> anotherOwner(me, account, now))
        .flatMap(now ->
            people
                .remove(me.firm(), account, me.account().value())
                .then(outbox.record(new MemberRemoved(1, me.firm(), now.version(), account)))
                .then(note(me, account, "person removed", now.roles(), null)))
        .as(tx::transactional);
  }

  /** Undoes a removal of a moment ago. */
  Mono<Void> undo(Caller.FirmMember me, UUID account) {
    return people
        .next(me.firm())
        .flatMap(version ->
            people
                .takeRemoved(me.firm(), account)
                .switchIfEmpty(
                    Mono.error(
                        new Refusal.Conflict(
                            "The ten seconds to undo this have passed. You can invite them"
                                + " again.")))
                .flatMap(roles ->
                    people
                        .add(me.firm(), account, List.of(roles))
                        .then(outbox.record(new MemberReturned(1, me.firm(), version, account)))
                        .then(note(me, account, "removal undone", null, List.of(roles)))))
        .as(tx::transactional);
  }

  private Mono<Standing> standing(Caller.FirmMember me, UUID account) {
    return people
        .next(me.firm())
        .flatMap(version ->
            people
                .roles(me.firm(), account)
                .map(roles -> new Standing(version, List.of(roles)))
                .switchIfEmpty(Mono.error(Refusal.notFound())));
  }

  private Mono<Void> anotherOwner(Caller.FirmMember me, UUID account, Standing now) {
    if (!now.roles().contains(OWNER)) {
      return Mono.empty();
    }
    return people
        .otherOwners(me.firm(), account)
        .flatMap(others ->
            others > 0
                ? Mono.<Void>empty()
                : Mono.error(
                    new Refusal.Conflict(
                        "This is the firm's only owner. Make somebody else an owner first.")));
  }

  private Mono<Void> note(
      Caller.FirmMember me,
      UUID account,
      String what,
      @Nullable List<String> before,
      @Nullable List<String> after) {
    return audit.append(
        new Audit.Entry(
            "firm",
            me.firm().value(),
            me.firm(),
            null,
            what,
            before == null ? null : Map.of("account", account.toString(), "roles", before),
            after == null ? null : Map.of("account", account.toString(), "roles", after)));
  }
}
