package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces a need's terms and parties, unless somebody else did so meanwhile. */
@Component
public class ChangeNeed {
  private final Needs needs;
  private final Changes changes;
  private final Tenancy tx;
  private final Clock clock;

  ChangeNeed(Needs needs, Changes changes, Tenancy tx, Clock clock) {
    this.needs = needs;
    this.changes = changes;
    this.tx = tx;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(Need need) implements Outcome {}

    /** Somebody else changed it first; this is how it stands now. */
    record Stale(Need need) implements Outcome {}
  }

  /**
   * Changes the need.
   *
   * @param seen the version the input was made from
   */
  public Mono<Outcome> change(NeedId id, long seen, NeedInput input, Caller.FirmMember by) {
    return needs
        .locked(id, by.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(before -> write(before, seen, input))
        .as(tx::transactional);
  }

  private Mono<Outcome> write(Need before, long seen, NeedInput input) {
    before.state().refuseUnlessChangeable();
    if (before.version() != seen) {
      return Mono.just(new Outcome.Stale(before));
    }
    var after = before.changed(input.terms(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    return needs
        .update(after)
        .then(needs.putParties(after, input.parties()))
        .then(changes.changed(before, after))
        .thenReturn(new Outcome.Changed(after));
  }
}
