package io.casewell.talent;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Outbox;
import io.casewell.platform.ProfilePart;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A professional's way in: begins a profile, asks to be admitted once it says enough, and is
 * admitted by operations or told what is missing.
 */
@Component
public class ComeIn {
  private final Newcomers newcomers;
  private final StaffMembers members;
  private final Credentials credentials;
  private final List<ProfilePart> parts;
  private final ObjectProvider<RankedFacts> facts;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  ComeIn(
      Newcomers newcomers,
      StaffMembers members,
      Credentials credentials,
      List<ProfilePart> parts,
      ObjectProvider<RankedFacts> facts,
      Outbox outbox,
      Audit audit,
      Tenancy tx) {
    this.newcomers = newcomers;
    this.members = members;
    this.credentials = credentials;
    this.parts = parts;
    this.facts = facts;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /** Begins a draft; refuses a second profile of the same account. */
  Mono<StaffId> begin(AccountId account, StaffMember member) {
    return newcomers
        .email(account)
        .map(email ->
            new StaffMember(member.id(), member.name(), email, StaffStatus.DRAFT, member.profile()))
        .flatMap(draft ->
            newcomers
                .add(draft, account)
                .switchIfEmpty(
                    Mono.error(
                        new Refusal.Conflict(
                            "You have a profile already. Switch to it from the account menu.")))
                .delayUntil(_ -> members.change(draft))
                .delayUntil(staff -> outbox.record(new ProfileBegun(1, staff, 0)))
                .delayUntil(staff -> note(staff, "profile begun", null)))
        .as(tx::transactional)
        // nobody's profile yet: its first row is written in the name of the person it makes them
        .contextWrite(Tenancy.as(new Caller.Professional(member.id(), account)));
  }

  /** How far somebody has come. */
  public Mono<SetUp> setUp(StaffId staff) {
    return Mono.zip(
            strength(staff),
            newcomers.asked(staff),
            members.find(staff).map(member -> member.status() == StaffStatus.DRAFT))
        .map(all -> new SetUp(all.getT1(), all.getT2(), all.getT3()))
        .as(tx::transactional);
  }

  /** How strong the profile is. */
  Mono<Strength> strength(StaffId staff) {
    return Mono.zip(
            members.find(staff).switchIfEmpty(Mono.error(Refusal.notFound())),
            credentials.of(staff).collectList(),
            said(staff))
        .map(all -> Strength.of(all.getT1(), all.getT2(), all.getT3()));
  }

  private Mono<Set<String>> said(StaffId staff) {
    return Flux.fromIterable(parts)
        .filterWhen(part -> part.said(staff))
        .map(ProfilePart::word)
        .collect(Collectors.toSet());
  }

  /** Asks to be admitted; again changes nothing. Refuses while something needed is missing. */
  Mono<Void> submit(Caller.Professional me) {
    return draft(me.staff())
        .then(strength(me.staff()))
        .delayUntil(strength ->
            strength.stillNeeded().isEmpty()
                ? Mono.empty()
                : Mono.error(
                    new Refusal.Conflict(
                        "Before you can be admitted, this is needed: "
                            + String.join(", ", strength.stillNeeded())
                            + ".")))
        .then(newcomers.asked(me.staff()))
        .filter(asked -> !asked)
        .flatMap(_ -> newcomers.ask(me.staff(), true))
        .flatMap(version ->
            outbox
                .record(new ProfileSubmitted(1, me.staff(), version))
                .then(note(me.staff(), "asked to be admitted", null)))
        .as(tx::transactional);
  }

  /** Admits somebody: firms find them from now on. */
  Mono<Void> admit(StaffId staff) {
    return waiting(staff)
        .flatMap(member ->
            members
                .change(
                    new StaffMember(
                        staff, member.name(), member.email(), StaffStatus.ACTIVE, member.profile()))
                .then(newcomers.ask(staff, false))
                .flatMap(version ->
                    outbox.record(
                        new ProfileAdmitted(1, staff, version, member.name(), member.email())))
                .then(note(staff, "admitted", null))
                .then(Mono.defer(() -> renew(staff))))
        .as(tx::transactional);
  }

  /** Gives a profile back with what is missing. */
  Mono<Void> giveBack(StaffId staff, String reason) {
    return waiting(staff)
        .flatMap(member ->
            newcomers
                .ask(staff, false)
                .flatMap(version ->
                    outbox.record(
                        new ProfileReturned(
                            1, staff, version, member.name(), member.email(), reason)))
                .then(note(staff, "given back", Map.of("reason", reason))))
        .as(tx::transactional);
  }

  private Mono<StaffMember> draft(StaffId staff) {
    return members
        .locked(staff)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .filter(member -> member.status() == StaffStatus.DRAFT)
        .switchIfEmpty(Mono.error(new Refusal.Conflict("This profile has been admitted already.")));
  }

  private Mono<StaffMember> waiting(StaffId staff) {
    return draft(staff)
        .filterWhen(_ -> newcomers.asked(staff))
        .switchIfEmpty(
            Mono.error(new Refusal.Conflict("They do not ask to be admitted at the moment.")));
  }

  private Mono<Void> renew(StaffId staff) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(staff));
  }

  private Mono<Void> note(StaffId staff, String what, @Nullable Map<String, ?> after) {
    return audit.append(new Audit.Entry("staff", staff.value(), null, staff, what, null, after));
  }
}
