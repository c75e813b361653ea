package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Outbox;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.StoredFiles;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Tenancy;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts a document to a professional's own claim, which then waits to be checked. */
@Component
public class SubmitDocument {
  private final CredentialCases cases;
  private final StoredFiles files;
  private final Outbox outbox;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  SubmitDocument(
      CredentialCases cases,
      StoredFiles files,
      Outbox outbox,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.cases = cases;
    this.files = files;
    this.outbox = outbox;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /** Checks and keeps the file, then submits; the answer says whether the file was taken. */
  Mono<Taken> submit(Caller.Professional me, UUID credential, FilePart file) {
    return open(me, credential)
        .as(tx::transactional)
        .then(Mono.defer(() -> files.take(file)))
        .delayUntil(taken ->
            taken instanceof Taken.Kept kept
                ? attach(me, credential, kept).as(tx::transactional)
                : Mono.empty());
  }

  /** The same for a file that is kept already, in the running transaction. */
  public Mono<Void> attach(Caller.Professional me, UUID credential, Taken.Kept kept) {
    return open(me, credential)
        .delayUntil(_ -> files.add(kept, me.staff(), me.account()))
        .flatMap(before ->
            cases
                .submit(credential, kept.file())
                .flatMap(version ->
                    outbox.record(
                        new CredentialSubmitted(
                            1, credential, me.staff(), before.held().code(), version)))
                .then(Mono.defer(() -> trail(me, before, kept)))
                .then(Mono.defer(() -> renew(me, before))));
  }

  private Mono<CredentialCase> open(Caller.Professional me, UUID credential) {
    return cases
        .locked(credential)
        .filter(one -> one.staff().equals(me.staff()))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(SubmitDocument::ifOpen);
  }

  private static Mono<CredentialCase> ifOpen(CredentialCase one) {
    var state = one.held().state();
    // one that waits may be given a better document while nobody has decided
    return state == CredentialState.IN_REVIEW || state.mayBecome(CredentialState.IN_REVIEW)
        ? Mono.just(one)
        : Mono.error(
            new Refusal.Conflict(
                "This certification is verified already, so it needs no document. Change its dates"
                    + " first if it was renewed."));
  }

  private Mono<Void> trail(Caller.Professional me, CredentialCase before, Taken.Kept kept) {
    var after = new HashMap<String, Object>();
    after.put("state", CredentialState.IN_REVIEW.code());
    after.put("document", kept.file().id().toString());
    after.put("sha256", kept.hash());
    return audit.append(
        new Audit.Entry(
            "credential",
            before.held().id(),
            null,
            me.staff(),
            "document submitted",
            before.words(),
            after));
  }

  /** Only an expired one that is in review again changes what matching reads. */
  private Mono<Void> renew(Caller.Professional me, CredentialCase before) {
    var ranked = facts.getIfAvailable();
    return ranked == null || before.held().state() != CredentialState.EXPIRED
        ? Mono.empty()
        : ranked.renew(List.of(me.staff()));
  }
}
