package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weekly hours as text: the words of the API and the JSON kept in {@code working_hours.rows}. */
public final class HoursText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, DayOfWeek> DAYS =
      Stream.of(DayOfWeek.values()).collect(Collectors.toUnmodifiableMap(HoursText::day, d -> d));

  private HoursText() {}

  /** The day's word, {@code MON} to {@code SUN}. */
  public static String day(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  /** The day of this word, if it is one of the seven. */
  public static Optional<DayOfWeek> day(String word) {
    return Optional.ofNullable(DAYS.get(word));
  }

  /** The minute of the day as {@code HH:MM}; 1440 is {@code 24:00}. */
  public static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  /** The minute of the day as a person reads it: "9 am", "5:15 pm", "noon", "midnight". */
  public static String words(int minute) {
    int hour = minute / 60 % 24;
    int rest = minute % 60;
    if (rest == 0 && hour % 12 == 0) {
      return hour == 0 ? "midnight" : "noon";
    }
    var clock = hour % 12 == 0 ? "12" : String.valueOf(hour % 12);
    var minutes = rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest);
    return clock + minutes + (hour < 12 ? " am" : " pm");
  }

  /** The day's name, e.g. "Monday". */
  public static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.US);
  }

  /**
   * The minute of the day of {@code HH:MM}, {@code 00:00} to {@code 24:00}; nothing for anything
   * else, seconds and single digits included.
   */
  public static OptionalInt minute(String clock) {
    if (clock.length() != 5 || clock.charAt(2) != ':') {
      return OptionalInt.empty();
    }
    int minute = 60 * two(clock, 0) + two(clock, 3);
    boolean real = two(clock, 0) >= 0 && two(clock, 3) >= 0 && two(clock, 3) < 60;
    return real && minute <= 24 * 60 ? OptionalInt.of(minute) : OptionalInt.empty();
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits ? 10 * tens + ones : -1000;
  }

  /** Rows as JSON: {@code [{"days":["MON"],"start":"09:00","end":"17:00"}]}. */
  public static String json(Collection<HoursRow> rows) {
    return JSON.writeValueAsString(rows.stream().map(HoursText::object).toList());
  }

  private static Map<String, Object> object(HoursRow row) {
    return Map.of(
        "days", row.days().stream().sorted().map(HoursText::day).toList(),
        "start", clock(row.startMinute()),
        "end", clock(row.endMinute()));
  }

  /** Rows out of their JSON; refuses what {@link #json} would not write. */
  public static List<HoursRow> rows(String json) {
    var rows = new ArrayList<HoursRow>();
    for (var node : JSON.readTree(json)) {
      rows.add(row(node));
    }
    return List.copyOf(rows);
  }

  private static HoursRow row(JsonNode node) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var word : node.path("days")) {
      days.add(day(word.asString()).orElseThrow(() -> unreadable(node)));
    }
    return new HoursRow(
        days,
        minute(node.path("start").asString("")).orElseThrow(() -> unreadable(node)),
        minute(node.path("end").asString("")).orElseThrow(() -> unreadable(node)));
  }

  private static IllegalArgumentException unreadable(JsonNode node) {
    return new IllegalArgumentException("not a row of hours: " + node);
  }
}
