package io.casewell.needs;

import io.casewell.platform.Refusal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a need stands in its life: draft, open ⇄ paused, filled, closed. */
public enum NeedState {
  DRAFT("Draft"),
  OPEN("Open"),
  PAUSED("Paused"),
  FILLED("Filled"),
  CLOSED("Closed");

  private final String label;

  NeedState(String label) {
    this.label = label;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** The word of the API and the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this code, if there is one. */
  public static Optional<NeedState> of(String code) {
    for (var state : values()) {
      if (state.code().equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Whether its terms may still be changed. */
  public boolean changeable() {
    return this == DRAFT || this == OPEN || this == PAUSED;
  }

  /** Whether this move is drawn in the life of a need. */
  public boolean mayBecome(NeedState next) {
    return next().contains(next);
  }

  private Set<NeedState> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(OPEN, CLOSED);
      case OPEN -> EnumSet.of(PAUSED, FILLED, CLOSED);
      case PAUSED -> EnumSet.of(OPEN, FILLED, CLOSED);
      case FILLED -> EnumSet.of(OPEN);
      case CLOSED -> EnumSet.noneOf(NeedState.class);
    };
  }

  /** Refuses a move that is not drawn, in words. */
  void refuseUnlessMayBecome(NeedState next) {
    if (!mayBecome(next)) {
      throw new Refusal.Conflict(sentence(next));
    }
  }

  /** Refuses an edit of what can no longer change, in words. */
  void refuseUnlessChangeable() {
    if (!changeable()) {
      throw new Refusal.Conflict(
          "This need is %s, so its terms stay as they are. Copy it to start a new one from it."
              .formatted(code()));
    }
  }

  private String sentence(NeedState next) {
    if (this == next) {
      return "This need is already %s.".formatted(code());
    }
    if (this == CLOSED) {
      return "This need is closed and stays closed. Copy it to start a new one from it.";
    }
    return switch (next) {
      case PAUSED -> "Only an open need can be paused; this one is %s.".formatted(code());
      case OPEN -> "A need that is %s cannot be opened.".formatted(code());
      case FILLED -> "Only an open need can be filled; this one is %s.".formatted(code());
      case CLOSED -> "A filled need cannot be closed; its work is under way.";
      case DRAFT -> "A need that was posted cannot become a draft again. Copy it instead.";
    };
  }
}
