package io.casewell.calendar;

import java.time.LocalDate;

/** Whole days without work, both included, by the person's own calendar. */
public record DaysOff(LocalDate from, LocalDate to) {
  public DaysOff {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("days off end before they begin");
    }
  }
}
