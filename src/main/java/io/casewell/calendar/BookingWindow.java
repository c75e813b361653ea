package io.casewell.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** How far ahead may be booked. */
public sealed interface BookingWindow {
  /** Days looked through for bookable ones. */
  int MOST_DAYS = 61;

  /** As far as there are hours. */
  record Unlimited() implements BookingWindow {}

  /** Today and this many days after it, by this zone's calendar; perhaps only Monday to Friday. */
  record Rolling(int days, boolean businessDays, ZoneId zone) implements BookingWindow {
    public Rolling {
      if (days < 0) {
        throw new IllegalArgumentException("a window of fewer than no days");
      }
    }
  }

  /** The first so many days on which there is a slot, today included. */
  record RollingBookable(int days, boolean businessDays, ZoneId zone) implements BookingWindow {
    public RollingBookable {
      if (days < 0) {
        throw new IllegalArgumentException("a window of fewer than no days");
      }
    }
  }

  /** From one day to another, both included. */
  record Range(LocalDate from, LocalDate to, ZoneId zone) implements BookingWindow {
    public Range {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a window that ends before it begins");
      }
    }
  }
}
