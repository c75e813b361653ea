package io.casewell.demos;

import io.casewell.calendar.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a demo's time is said to a person. */
final class DemoWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

  private DemoWords() {}

  /** E.g. "Tuesday, December 1, 2026". */
  static String day(Instant at, ZoneId zone) {
    return at.atZone(zone).format(DAY);
  }

  /** E.g. "2:30 PM to 3:00 PM, New York (America) time". */
  static String time(Instant start, Instant end, ZoneId zone) {
    return clock(start, zone)
        + " to "
        + clock(end, zone)
        + ", "
        + Zones.words(zone.getId())
        + " time";
  }

  static String clock(Instant at, ZoneId zone) {
    return at.atZone(zone).format(CLOCK);
  }

  /** E.g. "Tue, Dec 1, 2:30 PM". */
  static String brief(Instant at, ZoneId zone) {
    return at.atZone(zone).format(SHORT);
  }
}
