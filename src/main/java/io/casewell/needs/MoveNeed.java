package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Moves a need along its life: opens, pauses or closes it, and tells of it. */
@Component
public class MoveNeed {
  private final Needs needs;
  private final Changes changes;
  private final Tenancy tx;
  private final Clock clock;

  MoveNeed(Needs needs, Changes changes, Tenancy tx, Clock clock) {
    this.needs = needs;
    this.changes = changes;
    this.tx = tx;
    this.clock = clock;
  }

  /** Opens a draft, or goes on after a pause. */
  public Mono<Need> open(NeedId id, Caller.FirmMember by) {
    return move(id, by, NeedState.OPEN, null);
  }

  /** Stops the search for a while. */
  Mono<Need> pause(NeedId id, Caller.FirmMember by) {
    return move(id, by, NeedState.PAUSED, null);
  }

  /** Ends the search for good; refuses a reason that is empty or longer than 500 characters. */
  Mono<Need> close(NeedId id, Caller.FirmMember by, String reason) {
    var problems = new Problems();
    if (reason.isBlank()) {
      problems.add("reason", "Say in a few words why you close it.");
    } else if (reason.length() > 500) {
      problems.add("reason", "Please keep the reason to at most 500 characters.");
    }
    return problems.none()
        ? move(id, by, NeedState.CLOSED, reason)
        : Mono.error(new Refusal.Invalid(problems));
  }

  private Mono<Need> move(
      NeedId id, Caller.FirmMember by, NeedState next, @Nullable String reason) {
    return needs
        .locked(id, by.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(before -> write(before, next, reason))
        .as(tx::transactional);
  }

  private Mono<Need> write(Need before, NeedState next, @Nullable String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var after = before.moved(next, reason, now);
    if (before.state() == NeedState.DRAFT && next == NeedState.OPEN) {
      refuseIfPast(after.terms().startDate());
    }
    return needs.update(after).then(changes.moved(before, after)).thenReturn(after);
  }

  private void refuseIfPast(LocalDate start) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (start.isBefore(today.minusDays(NeedInput.DAYS_BACK))) {
      var problems = new Problems();
      problems.add(
          "startDate", "Its first day has passed. Edit the draft and choose a new one first.");
      throw new Refusal.Invalid(problems);
    }
  }
}
