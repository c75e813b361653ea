package io.casewell.demos;

import io.casewell.platform.Refusal;
import java.util.Optional;
import java.util.Set;

/** Where a prospect stands in the pipeline. */
public enum LeadState {
  NEW("new", "New", "neutral"),
  BOOKED("booked", "Demo booked", "info"),
  HELD("held", "Demo held", "brand"),
  /** Did not come, or the demo fell away: a new time is needed. */
  NO_SHOW("no-show", "Needs a new time", "warn"),
  PROPOSAL("proposal", "Proposal out", "brand"),
  WON("won", "Won", "good"),
  LOST("lost", "Lost", "bad");

  private final String code;
  private final String label;
  private final String tone;

  LeadState(String code, String label, String tone) {
    this.code = code;
    this.label = label;
    this.tone = tone;
  }

  /** As it is kept. */
  public String code() {
    return code;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** The badge's colour. */
  public String tone() {
    return tone;
  }

  /** The state of this code. */
  public static Optional<LeadState> of(String code) {
    for (var state : values()) {
      if (state.code.equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Where a prospect may go from here. */
  public Set<LeadState> next() {
    return switch (this) {
      case NEW -> Set.of(BOOKED);
      case BOOKED -> Set.of(HELD, NO_SHOW);
      case NO_SHOW -> Set.of(BOOKED);
      case HELD -> Set.of(PROPOSAL, WON, LOST);
      case PROPOSAL -> Set.of(WON, LOST);
      case WON, LOST -> Set.of();
    };
  }

  /** Whether that move is drawn. */
  public boolean mayBecome(LeadState to) {
    return next().contains(to);
  }

  /** Refuses a move that is not drawn, in words. */
  void refuseUnlessMayBecome(LeadState to) {
    if (!mayBecome(to)) {
      throw new Refusal.Conflict(
          "This prospect stands at “%s” and cannot go to “%s” from there."
              .formatted(
                  label.toLowerCase(java.util.Locale.ROOT),
                  to.label.toLowerCase(java.util.Locale.ROOT)));
    }
  }
}
