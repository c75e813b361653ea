package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins a need's draft with what a firm told somebody else already, so that nobody asks twice. */
@Component
public class CarryOver {
  private final SaveDraft saveDraft;
  private final Catalogue catalogue;

  CarryOver(SaveDraft saveDraft, Catalogue catalogue) {
    this.saveDraft = saveDraft;
    this.catalogue = catalogue;
  }

  /** A draft with this title and these words; its wizard reads the words at its first step. */
  public Mono<UUID> begin(Caller.FirmMember by, String title, String text) {
    var id = Ids.next();
    return saveDraft
        .save(
            new SaveDraft.Save(
                id,
                0,
                "",
                false,
                Step.WORK,
                NeedForm.empty(catalogue),
                form -> form.put("title", title).put("text", text)),
            by)
        .thenReturn(id);
  }
}
