package io.casewell.needs;

import io.casewell.platform.FirmId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a firm asks for, with where it stands. The parties' names are read apart from it.
 *
 * @param id its name
 * @param firm whose it is
 * @param version raised by one with each change
 * @param state where it stands
 * @param closedReason why it was closed, or null while it is not
 * @param terms what is asked for
 * @param team shared by the needs that shall be filled together, or null
 * @param createdAt when it was first saved
 * @param postedAt when it was first opened, or null while it never was
 * @param updatedAt when it last changed
 */
public record Need(
    NeedId id,
    FirmId firm,
    long version,
    NeedState state,
    @Nullable String closedReason,
    NeedTerms terms,
    @Nullable UUID team,
    Instant createdAt,
    @Nullable Instant postedAt,
    Instant updatedAt) {

  /** The same need one version on, in this state. */
  Need moved(NeedState next, @Nullable String reason, Instant now) {
    state.refuseUnlessMayBecome(next);
    var firstOpened = postedAt == null && next == NeedState.OPEN ? now : postedAt;
    return new Need(id, firm, version + 1, next, reason, terms, team, createdAt, firstOpened, now);
  }

  /** The same need one version on, with these terms. */
  Need changed(NeedTerms now, Instant at) {
    state.refuseUnlessChangeable();
    return new Need(id, firm, version + 1, state, closedReason, now, team, createdAt, postedAt, at);
  }
}
