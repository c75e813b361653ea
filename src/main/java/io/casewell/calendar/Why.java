package io.casewell.calendar;

import java.util.List;

/**
 * Why somebody is or is not free at a moment.
 *
 * @param reasons each a short sentence going on from the name, e.g. "is out of office"; empty when
 *     they are free
 */
public record Why(Person person, String name, List<Reason> reasons) {
  public Why {
    reasons = List.copyOf(reasons);
  }

  /** One reason. */
  public record Reason(Cause cause, String words) {}

  /** What keeps somebody from being booked. */
  public enum Cause {
    OUT_OF_OFFICE,
    DAY_OFF,
    HOLIDAY,
    OUTSIDE_HOURS,
    BUSY,
    BUFFER,
    NOTICE,
    WINDOW,
    LIMIT,
    DAY_CAP,
    OFF_GRID
  }

  /** Whether they can be booked. */
  public boolean free() {
    return reasons.isEmpty();
  }

  /** Everything in one sentence: "Ana has a demo from 14:00 to 14:30." */
  public String words() {
    return free()
        ? name + " is free."
        : name + " " + String.join(", and ", reasons.stream().map(Reason::words).toList()) + ".";
  }
}
