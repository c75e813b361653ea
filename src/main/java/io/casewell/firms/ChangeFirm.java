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

/** Changes what a firm says of itself: its details, attorneys, names, billing contact. */
@Component
class ChangeFirm {
  private final Firms firms;
  private final FirmPeople people;
  private final Attorneys attorneys;
  private final FirmParties parties;
  private final BillingContacts billing;
  private final SetUp setUp;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  ChangeFirm(
      Firms firms,
      FirmPeople people,
      Attorneys attorneys,
      FirmParties parties,
      BillingContacts billing,
      SetUp setUp,
      Outbox outbox,
      Audit audit,
      Tenancy tx) {
    this.firms = firms;
    this.people = people;
    this.attorneys = attorneys;
    this.parties = parties;
    this.billing = billing;
    this.setUp = setUp;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  Mono<Void> details(Caller.FirmMember me, FirmDetails to) {
    return firms
        .find(me.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(FirmDetails::of)
        .filter(before -> !before.equals(to))
        .flatMap(before ->
            firms.change(me.firm(), to).then(note(me, "details changed", words(before), words(to))))
        .as(tx::transactional);
  }

  private static Map<String, Object> words(FirmDetails details) {
    return Map.of(
        "name", details.name(),
        "jurisdiction", details.jurisdiction(),
        "size", details.size(),
        "zone", details.zone(),
        "practiceAreas", details.practiceAreas());
  }

  /** Adds an attorney; false when the bar number is there already. */
  Mono<Boolean> addAttorney(Caller.FirmMember me, Attorney one) {
    return attorneys
        .add(me.firm(), one)
        .delayUntil(added ->
            added
                ? note(
                    me, "attorney added", null, Map.of("name", one.name(), "bar", one.barNumber()))
                : Mono.empty())
        .as(tx::transactional);
  }

  /** Takes one off the list and gives it, so that it can be put back. */
  Mono<Attorney> removeAttorney(Caller.FirmMember me, UUID id) {
    return attorneys
        .remove(me.firm(), id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(gone ->
            note(
                me, "attorney removed", Map.of("name", gone.name(), "bar", gone.barNumber()), null))
        .as(tx::transactional);
  }

  /**
   * Adds names; the trail keeps how many, not which.
   *
   * @return how many were not there before
   */
  Mono<Long> addParties(Caller.FirmMember me, List<PartyName> names) {
    return parties
        .add(me.firm(), names)
        .delayUntil(added ->
            added > 0
                ? note(me, "conflict names added", null, Map.of("names", added))
                : Mono.empty())
        .as(tx::transactional);
  }

  Mono<Void> removeParty(Caller.FirmMember me, PartyName one) {
    return parties
        .remove(me.firm(), one)
        .filter(removed -> removed)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ -> note(me, "conflict name removed", Map.of("names", 1), null))
        .as(tx::transactional);
  }

  Mono<Void> billingContact(Caller.FirmMember me, BillingContact to) {
    return billing
        .of(me.firm())
        .defaultIfEmpty(BillingContact.NONE)
        .filter(before -> !before.equals(to))
        .flatMap(before ->
            billing
                .put(me.firm(), to)
                .then(note(me, "billing contact changed", words(before), words(to))))
        .as(tx::transactional);
  }

  private static @Nullable Map<String, Object> words(BillingContact contact) {
    return contact.equals(BillingContact.NONE)
        ? null
        : Map.of(
            "name", contact.name(),
            "email", contact.email(),
            "phone", contact.phone(),
            "address", contact.address());
  }

  /** Ends the set-up. */
  Mono<Void> finish(Caller.FirmMember me) {
    return setUp
        .finish(me.firm())
        .then(note(me, "set-up finished", null, null))
        .as(tx::transactional);
  }

  private Mono<Void> note(
      Caller.FirmMember me,
      String what,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return people
        .next(me.firm())
        .flatMap(version -> outbox.record(new FirmChanged(1, me.firm(), version, what)))
        .then(
            audit.append(
                new Audit.Entry("firm", me.firm().value(), me.firm(), null, what, before, after)));
  }
}
