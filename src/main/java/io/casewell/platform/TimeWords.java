package io.casewell.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are said to a person: how long ago, and exactly, in the viewer's zone. */
public final class TimeWords {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a z", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private TimeWords() {}

  /** E.g. "Nov 24, 2026, 9:12 AM". */
  public static String moment(Instant at, ZoneId zone) {
    return at.atZone(zone).format(MOMENT);
  }

  /** E.g. "Nov 24, 2026, 9:12:05 AM EST". */
  public static String exactly(Instant at, ZoneId zone) {
    return at.atZone(zone).format(TO_THE_SECOND);
  }

  /** E.g. "Nov 24, 2026". */
  public static String day(Instant at, ZoneId zone) {
    return at.atZone(zone).format(DAY);
  }

  /** How long ago, in the one unit that matters. */
  public static String ago(Instant at, Instant now) {
    var past = Duration.between(at, now);
    return past.toMinutes() < 1 ? "just now" : span(past) + " ago";
  }

  /** How long from now, in the one unit that matters. */
  public static String ahead(Instant at, Instant now) {
    var rest = Duration.between(now, at);
    return rest.toMinutes() < 1 ? "now" : "in " + span(rest);
  }

  /** How long, in the one unit that matters, e.g. "3 hours". */
  public static String span(Duration time) {
    if (time.toMinutes() < 1) {
      return count(time.toSeconds(), "second", "seconds");
    }
    if (time.toHours() < 1) {
      return count(time.toMinutes(), "minute", "minutes");
    }
    if (time.toDays() < 1) {
      return count(time.toHours(), "hour", "hours");
    }
    return time.toDays() < 60
        ? count(time.toDays(), "day", "days")
        : count(time.toDays() / 30, "month", "months");
  }

  /** A number with its noun. */
  public static String count(long number, String one, String many) {
    return "%,d %s".formatted(number, number == 1 ? one : many);
  }
}
