package io.casewell.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** Elsewhere from one day to another, both included: the hours are by the wall clock there. */
public record Travel(LocalDate from, LocalDate to, ZoneId zone) {
  public Travel {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("travel ends before it begins");
    }
  }
}
