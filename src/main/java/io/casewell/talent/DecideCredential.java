package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Outbox;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verifies or rejects a credential that waits, or leaves it to a second pair of eyes. */
@Component
public class DecideCredential {
  private final CredentialCases cases;
  private final DatabaseClient db;
  private final Outbox outbox;
  private final Audit audit;
  private final Catalogue catalogue;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  DecideCredential(
      CredentialCases cases,
      DatabaseClient db,
      Outbox outbox,
      Audit audit,
      Catalogue catalogue,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.cases = cases;
    this.db = db;
    this.outbox = outbox;
    this.audit = audit;
    this.catalogue = catalogue;
    this.facts = facts;
    this.tx = tx;
  }

  /** What came of it. */
  enum Outcome {
    DONE,
    /** It changed since the page was shown, e.g. by a better document; nothing is written. */
    STALE,
    /** It would be verified for ever, though its issuer lets it end; nothing is written. */
    ENDLESS
  }

  /**
   * Decides.
   *
   * @param seen the stamp the page was shown with
   */
  Mono<Outcome> decide(Caller.Operations me, UUID id, String seen, Decision decision) {
    return cases
        .locked(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(one -> mayDecide(me, one))
        .flatMap(one ->
            !one.stamp().equals(seen)
                ? Mono.just(Outcome.STALE)
                : endless(one, decision)
                    ? Mono.just(Outcome.ENDLESS)
                    : carryOut(me, one, decision).thenReturn(Outcome.DONE))
        .as(tx::transactional);
  }

  /** The same for whoever looks at it in this very moment. */
  public Mono<Void> decide(Caller.Operations me, UUID id, Decision decision) {
    return cases
        .locked(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(one -> mayDecide(me, one))
        .flatMap(one -> carryOut(me, one, decision))
        .as(tx::transactional);
  }

  private boolean endless(CredentialCase one, Decision decision) {
    return decision instanceof Decision.Verify(var until)
        && until == null
        && catalogue
            .credentials()
            .find(one.held().code())
            .map(Credential::renewalYears)
            .isPresent();
  }

  private Mono<Void> mayDecide(Caller.Operations me, CredentialCase one) {
    var state = one.held().state();
    if (state != CredentialState.IN_REVIEW) {
      return refused(
          "Nothing waits here any more: this credential is "
              + (state == CredentialState.CLAIMED ? "claimed" : state.code())
              + ".");
    }
    var second = one.secondLook();
    if (second != null && second.by().equals(me.account())) {
      return refused("You asked for the second look, so somebody else has to decide.");
    }
    return isTheirs(me, one)
        .flatMap(theirs ->
            theirs ? refused("Nobody decides about their own credential.") : Mono.empty());
  }

  private static Mono<Void> refused(String sentence) {
    return Mono.error(new Refusal.Conflict(sentence));
  }

  private Mono<Boolean> isTheirs(Caller.Operations me, CredentialCase one) {
    return db.sql("select count(*) = 1 from staff where id = :staff and account = :account")
        .bind("staff", one.staff().value())
        .bind("account", me.account().value())
        .mapValue(Boolean.class)
        .one();
  }

  private Mono<Void> carryOut(Caller.Operations me, CredentialCase one, Decision decision) {
    var id = one.held().id();
    var by = me.account().value();
    return switch (decision) {
      case Decision.Verify(var until) ->
          cases
              .verify(id, until, by)
              .flatMap(version ->
                  outbox.record(
                      new CredentialVerified(
                          1,
                          id,
                          one.staff(),
                          one.held().code(),
                          until == null ? "" : until.toString(),
                          version)))
              .then(trail(one, "verified", after(CredentialState.VERIFIED, "validUntil", until)))
              .then(Mono.defer(() -> renew(one)));
      case Decision.Reject(var reason) ->
          cases
              .reject(id, reason, by)
              .flatMap(version ->
                  outbox.record(
                      new CredentialRejected(1, id, one.staff(), one.held().code(), version)))
              .then(trail(one, "rejected", after(CredentialState.REJECTED, "reason", reason)));
      case Decision.SecondLook(var note) ->
          one.secondLook() != null
              ? refused("A second look was asked for already: decide, or leave it to others.")
              : cases
                  .secondLook(id, note, by)
                  .flatMap(version ->
                      outbox.record(
                          new CredentialDoubted(
                              1, id, one.staff(), one.held().code(), me.account(), version)))
                  .then(
                      trail(
                          one,
                          "second look asked for",
                          after(CredentialState.IN_REVIEW, "secondLook", note)));
    };
  }

  private static Map<String, ?> after(
      CredentialState state, String field, @org.jspecify.annotations.Nullable Object value) {
    var after = new LinkedHashMap<String, Object>();
    after.put("state", state.code());
    after.put(field, String.valueOf(value));
    return after;
  }

  private Mono<Void> trail(CredentialCase one, String what, Map<String, ?> after) {
    return audit.append(
        new Audit.Entry(
            "credential", one.held().id(), null, one.staff(), what, one.words(), after));
  }

  private Mono<Void> renew(CredentialCase one) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(one.staff()));
  }
}
