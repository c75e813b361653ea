package io.casewell.talent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and days in words. */
final class Since {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private Since() {}

  /** How long ago, e.g. "3 days ago". */
  static String words(Instant then, Instant now) {
    return Duration.between(then, now).toMinutes() < 1 ? "just now" : passed(then, now) + " ago";
  }

  /** How long, e.g. "3 days". */
  static String passed(Instant then, Instant now) {
    var passed = Duration.between(then, now);
    if (passed.toHours() < 1) {
      return count(Math.max(0, passed.toMinutes()), "minute");
    }
    return passed.toDays() < 1 ? count(passed.toHours(), "hour") : count(passed.toDays(), "day");
  }

  /** By this zone's clock. */
  static String exactly(Instant then, ZoneId zone) {
    return MOMENT.format(then.atZone(zone));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String count(long number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
