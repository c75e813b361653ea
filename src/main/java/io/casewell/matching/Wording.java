package io.casewell.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Wording {
  private static final List<String> LEVELS =
      List.of("basic", "working", "solid", "advanced", "expert");

  private Wording() {}

  /** The word of a level from 1 to 5. */
  static String level(int level) {
    return LEVELS.get(level - 1);
  }

  /** E.g. "1 person", "4 people". */
  static String people(int count) {
    return count(count, "person", "people");
  }

  /** E.g. "8,712". */
  static String points(int points) {
    return String.format(Locale.ROOT, "%,d", points);
  }

  static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** E.g. "20 h", "7 h 30 min", "45 min". */
  static String duration(int minutes) {
    int hours = minutes / 60;
    int rest = minutes % 60;
    if (rest == 0) {
      return hours + " h";
    }
    return hours == 0 ? rest + " min" : hours + " h " + rest + " min";
  }

  /** E.g. "$45", "$45.50". */
  static String dollars(int cents) {
    return cents % 100 == 0
        ? "$" + cents / 100
        : "$" + BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** A time of day, e.g. "9 am", "1:15 pm", "midnight". */
  static String clock(int minute) {
    if (minute % 1440 == 0) {
      return "midnight";
    }
    int hour = minute / 60 % 12;
    int rest = minute % 60;
    var digits = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + rest;
    return (hour == 0 ? 12 : hour) + digits + (minute < 720 ? " am" : " pm");
  }

  /** How long ago, in the one unit that matters. */
  static String ago(Instant at, Instant now) {
    var past = Duration.between(at, now);
    if (past.toMinutes() < 1) {
      return "just now";
    }
    if (past.toHours() < 1) {
      return count((int) past.toMinutes(), "minute", "minutes") + " ago";
    }
    return past.toDays() < 1
        ? count((int) past.toHours(), "hour", "hours") + " ago"
        : count((int) past.toDays(), "day", "days") + " ago";
  }

  /** E.g. "A", "A and B", "A, B and C". */
  static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
