package io.casewell.needs;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.HoursText;
import io.casewell.platform.TimeWords;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a need's numbers, days and hours are said to a person. */
final class NeedWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  private NeedWords() {}

  static String count(long number, String one, String many) {
    return TimeWords.count(number, one, many);
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  /** E.g. "Mon, Jan 3". */
  static String weekday(LocalDate day) {
    return day.format(WEEKDAY);
  }

  /** The time of day, e.g. "at 10:42 AM". */
  static String clock(Instant at, ZoneId zone) {
    return "at " + at.atZone(zone).format(TIME);
  }

  static String moment(Instant at, ZoneId zone) {
    return TimeWords.moment(at, zone);
  }

  /** How long ago, in the one unit that matters. */
  static String ago(Instant at, Instant now) {
    return TimeWords.ago(at, now);
  }

  /** E.g. "Monday to Friday, 9:00 AM to 5:00 PM". */
  static String window(HoursRow window) {
    int end = window.endMinute();
    var next = end <= window.startMinute() ? " the next day" : "";
    return "%s, %s to %s"
        .formatted(
            days(window.days().stream().sorted().toList()),
            time(window.startMinute()),
            end % 1440 == 0 ? "midnight" : time(end) + next);
  }

  private static String time(int minute) {
    return java.time.LocalTime.parse(HoursText.clock(minute)).format(TIME);
  }

  private static String days(List<DayOfWeek> days) {
    boolean run =
        days.size() > 2
            && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
    return run
        ? name(days.getFirst()) + " to " + name(days.getLast())
        : days.stream().map(NeedWords::name).collect(Collectors.joining(", "));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.US);
  }

  /** E.g. "10 hours" or "7 hours 30 minutes". */
  static String duration(int minutes) {
    var hours = minutes / 60 == 0 ? "" : count(minutes / 60, "hour", "hours");
    var rest = minutes % 60 == 0 ? "" : count(minutes % 60, "minute", "minutes");
    var both = (hours + " " + rest).strip();
    return both.isEmpty() ? "none" : both;
  }

  static String level(int level) {
    return switch (level) {
      case 1 -> "beginner";
      case 2 -> "basic";
      case 3 -> "solid";
      case 4 -> "advanced";
      default -> "expert";
    };
  }

  static String spoken(int level) {
    return switch (level) {
      case 1 -> "a few words";
      case 2 -> "basic";
      case 3 -> "conversational";
      case 4 -> "professional";
      default -> "native or fluent";
    };
  }

  static String weight(int weight) {
    return switch (weight) {
      case 1 -> "helps a little";
      case 2 -> "helps";
      default -> "helps a lot";
    };
  }
}
