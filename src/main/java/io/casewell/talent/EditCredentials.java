package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds, changes and removes a professional's own certifications and tells matching. */
@Component
class EditCredentials {
  private final Credentials credentials;
  private final SubmitDocument submitDocument;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  EditCredentials(
      Credentials credentials,
      SubmitDocument submitDocument,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.credentials = credentials;
    this.submitDocument = submitDocument;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /**
   * Adds a claim, with its document when there is one; false when the same code and number is there
   * already.
   */
  Mono<Boolean> add(Caller.Professional me, HeldCredential held, Taken.@Nullable Kept document) {
    return credentials
        .add(me.staff(), held)
        .flatMap(added ->
            added
                ? done(me, "credential added", null, held)
                    .then(
                        document == null
                            ? Mono.empty()
                            : submitDocument.attach(me, held.id(), document))
                    .thenReturn(true)
                : Mono.just(false))
        .as(tx::transactional);
  }

  /** What came of a change. */
  enum Outcome {
    SAVED,
    /** Another of theirs has this code and number. */
    TAKEN,
    /** Changed by somebody else since the form was shown; nothing is written. */
    STALE
  }

  /**
   * Changes one. Whatever was verified was verified as it stood, so another content is a claim
   * again.
   *
   * @param seen the stamp the form was shown with
   */
  Mono<Outcome> change(Caller.Professional me, String seen, HeldCredential to) {
    return find(me.staff(), to.id())
        .flatMap(before -> {
          if (!before.stamp().equals(seen)) {
            return Mono.just(Outcome.STALE);
          }
          return same(before, to)
              ? Mono.just(Outcome.SAVED)
              : credentials
                  .change(me.staff(), to)
                  .then(done(me, "credential changed", before, to))
                  .thenReturn(Outcome.SAVED);
        })
        .as(tx::transactional)
        .onErrorResume(DataIntegrityViolationException.class, _ -> Mono.just(Outcome.TAKEN));
  }

  private static boolean same(HeldCredential before, HeldCredential to) {
    return new HeldCredential(
            to.id(), to.code(), to.number(), to.validFrom(), to.validUntil(), before.state())
        .equals(before);
  }

  /** Removes one. */
  Mono<Void> remove(Caller.Professional me, UUID id) {
    return find(me.staff(), id)
        .delayUntil(_ -> credentials.remove(me.staff(), id))
        .flatMap(before -> done(me, "credential removed", before, null))
        .as(tx::transactional);
  }

  private Mono<HeldCredential> find(StaffId staff, UUID id) {
    return credentials
        .locked(staff)
        .filter(held -> held.id().equals(id))
        .next()
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private Mono<Void> done(
      Caller.Professional me,
      String what,
      @Nullable HeldCredential before,
      @Nullable HeldCredential after) {
    var entry =
        new Audit.Entry(
            "staff", me.staff().value(), null, me.staff(), what, words(before), words(after));
    return audit.append(entry).then(Mono.defer(() -> renew(me)));
  }

  private Mono<Void> renew(Caller.Professional me) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(me.staff()));
  }

  private static @Nullable Map<String, ?> words(@Nullable HeldCredential held) {
    if (held == null) {
      return null;
    }
    var words = new LinkedHashMap<String, String>();
    words.put("code", held.code());
    words.put("number", held.number());
    words.put("validFrom", String.valueOf(held.validFrom()));
    words.put("validUntil", String.valueOf(held.validUntil()));
    words.put("state", held.state().code());
    return words;
  }
}
