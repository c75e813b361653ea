package io.casewell.calendar;

import io.casewell.platform.TimeWords;
import java.time.ZoneId;
import java.util.List;

/** A booking that a change of hours would leave outside them, in words. */
public record CarriedBooking(String when, String title) {
  static List<CarriedBooking> all(List<Appointment> bookings, ZoneId zone) {
    return bookings.stream()
        .map(
            one -> new CarriedBooking(TimeWords.moment(one.start(), zone), CalendarView.title(one)))
        .toList();
  }
}
