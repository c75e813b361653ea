package io.casewell.calendar;

import java.time.LocalDate;
import java.util.List;

/** A date with hours of its own instead of the usual week's; none makes it a day off. */
public record DateOverride(LocalDate date, List<Span> windows) {
  public DateOverride {
    windows = List.copyOf(windows);
  }
}
