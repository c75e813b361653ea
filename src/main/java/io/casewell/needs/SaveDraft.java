package io.casewell.needs;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Saves a draft as it is being typed, unless another page saved meanwhile. The trail says that it
 * was begun and removed, not each save: nothing but typing happens between the two.
 */
@Component
class SaveDraft {
  private final NeedDrafts drafts;
  private final Audit audit;
  private final Tenancy tx;
  private final Clock clock;

  SaveDraft(NeedDrafts drafts, Audit audit, Tenancy tx, Clock clock) {
    this.drafts = drafts;
    this.audit = audit;
    this.tx = tx;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {
    record Saved(NeedDraft draft) implements Outcome {}

    /** Another page saved first; this is how it stands now, and nothing was written. */
    record Stale(NeedDraft now) implements Outcome {}
  }

  /**
   * A save.
   *
   * @param seen the version the page was drawn with, 0 for a draft that was never saved
   * @param tab the page that sends it
   * @param overwrite whether it wins over what another page saved
   * @param step the page to go on with
   * @param fresh what a draft begins with
   * @param typed puts what was typed into the form
   */
  record Save(
      UUID id,
      long seen,
      String tab,
      boolean overwrite,
      Step step,
      NeedForm fresh,
      UnaryOperator<NeedForm> typed) {}

  Mono<Outcome> save(Save save, Caller.FirmMember by) {
    return drafts
        .locked(save.id(), by.firm())
        .flatMap(before -> again(save, before, by))
        .switchIfEmpty(Mono.defer(() -> first(save, by)))
        .as(tx::transactional);
  }

  private Mono<Outcome> again(Save save, NeedDraft before, Caller.FirmMember by) {
    if (!save.overwrite() && before.staleFor(save.seen(), save.tab())) {
      return Mono.just(new Outcome.Stale(before));
    }
    var after = draft(save, before.version() + 1, save.typed().apply(before.form()), by);
    return drafts.update(after, by.account()).thenReturn(new Outcome.Saved(after));
  }

  private Mono<Outcome> first(Save save, Caller.FirmMember by) {
    if (save.seen() != 0) {
      // posted or removed by a colleague meanwhile, or never theirs
      return Mono.error(Refusal.notFound());
    }
    var draft = draft(save, 1, save.typed().apply(save.fresh()), by);
    return drafts
        .add(draft, by.account())
        .filter(added -> added)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(audit.append(entry(draft, "draft begun")))
        .thenReturn(new Outcome.Saved(draft));
  }

  private NeedDraft draft(Save save, long version, NeedForm form, Caller.FirmMember by) {
    return new NeedDraft(
        save.id(), by.firm(), version, save.tab(), save.step(), form, "", clock.instant());
  }

  /** Removes the firm's draft. */
  Mono<Void> remove(UUID id, Caller.FirmMember by) {
    return drafts
        .locked(id, by.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(draft -> drafts.remove(id, by.firm()))
        .flatMap(draft -> audit.append(entry(draft, "draft removed")))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(NeedDraft draft, String what) {
    return new Audit.Entry(
        "need draft",
        draft.id(),
        draft.firm(),
        null,
        what,
        null,
        Map.of("title", draft.form().text("title")));
  }
}
