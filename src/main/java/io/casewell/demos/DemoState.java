package io.casewell.demos;

import io.casewell.platform.Refusal;
import java.util.Arrays;
import java.util.Set;

/** Where a demo stands. */
public enum DemoState {
  PENDING("pending", "Waits for confirmation", "warn"),
  CONFIRMED("confirmed", "Booked", "good"),
  HELD("held", "Held", "brand"),
  NO_SHOW("no-show", "Did not come", "warn"),
  CANCELLED("cancelled", "Cancelled", "neutral"),
  EXPIRED("expired", "Not confirmed in time", "neutral");

  private final String code;
  private final String label;
  private final String tone;

  DemoState(String code, String label, String tone) {
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

  /** Whether it takes somebody's time. */
  public boolean stands() {
    return this == PENDING || this == CONFIRMED;
  }

  static DemoState of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst().orElseThrow();
  }

  private Set<DemoState> next() {
    return switch (this) {
      case PENDING -> Set.of(CONFIRMED, CANCELLED, EXPIRED);
      case CONFIRMED -> Set.of(HELD, NO_SHOW, CANCELLED);
      case HELD, NO_SHOW, CANCELLED, EXPIRED -> Set.of();
    };
  }

  /** Refuses a move that is not drawn, in words. */
  void refuseUnlessMayBecome(DemoState to) {
    if (!next().contains(to)) {
      throw new Refusal.Conflict(sentence(to));
    }
  }

  private String sentence(DemoState to) {
    return switch (this) {
      case CANCELLED -> "This demo was cancelled. A new one can be booked at any time.";
      case HELD -> "This demo has taken place already.";
      case NO_SHOW -> "This demo is over. A new one can be booked at any time.";
      case EXPIRED -> "This request has ended. A new time can be chosen at any time.";
      case PENDING, CONFIRMED ->
          "This demo is “%s” and cannot become “%s”."
              .formatted(
                  label.toLowerCase(java.util.Locale.ROOT),
                  to.label.toLowerCase(java.util.Locale.ROOT));
    };
  }
}
