package io.casewell.operations;

import io.casewell.platform.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the trail is wanted. What makes no sense reads as no wish: a page about to be read shall
 * not fail on a mistyped address.
 *
 * @param kind of the subject, or empty for all
 * @param subject its id or part of its name, or empty
 * @param person part of the name or e-mail of whoever did it, or their id, or empty
 * @param firm part of the name of the firm concerned, or empty
 * @param from the first day in the viewer's zone, or null
 * @param until the last day, or null
 * @param after where the page before ended, or null for the newest
 */
public record AuditQuery(
    String kind,
    String subject,
    String person,
    String firm,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable Place after) {
  private static final int WORDS_MAX = 100;

  /** A row's place in the order of time. */
  record Place(Instant at, String kind, UUID subject, long seq) {
    String text() {
      return "%d.%d~%s~%s~%d".formatted(at.getEpochSecond(), at.getNano(), kind, subject, seq);
    }

    static @Nullable Place of(String text) {
      var parts = text.split("~", -1);
      if (parts.length != 4
          || !parts[0].matches("\\d{1,11}\\.\\d{1,9}")
          || !parts[2].matches("[0-9a-f-]{36}")
          || !parts[3].matches("\\d{1,18}")) {
        return null;
      }
      var moment = parts[0].split("\\.", 2);
      try {
        return new Place(
            Instant.ofEpochSecond(Long.parseLong(moment[0]), Long.parseLong(moment[1])),
            cut(parts[1]),
            UUID.fromString(parts[2]),
            Long.parseLong(parts[3]));
      } catch (IllegalArgumentException | DateTimeException _) {
        return null;
      }
    }
  }

  static AuditQuery of(Form query) {
    return new AuditQuery(
        cut(query.text("kind")),
        cut(query.text("subject")),
        cut(query.text("person")),
        cut(query.text("firm")),
        day(query.text("from")),
        day(query.text("until")),
        Place.of(query.text("after")));
  }

  private static String cut(String text) {
    return text.length() > WORDS_MAX ? text.substring(0, WORDS_MAX) : text;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      return day.getYear() < 2000 || day.getYear() > 2999 ? null : day;
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** Whether anything is left out by it. */
  public boolean filters() {
    return !kind.isEmpty()
        || !subject.isEmpty()
        || !person.isEmpty()
        || !firm.isEmpty()
        || from != null
        || until != null;
  }

  /** The first day as the form holds it. */
  public String fromText() {
    return from == null ? "" : from.toString();
  }

  /** The last day as the form holds it. */
  public String untilText() {
    return until == null ? "" : until.toString();
  }

  @Nullable Instant begin(ZoneId zone) {
    return from == null ? null : from.atStartOfDay(zone).toInstant();
  }

  @Nullable Instant end(ZoneId zone) {
    return until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The address of the same wish, from this place on. */
  String at(String path, @Nullable Place place) {
    var wishes = new LinkedHashMap<String, String>();
    wishes.put("kind", kind);
    wishes.put("subject", subject);
    wishes.put("person", person);
    wishes.put("firm", firm);
    wishes.put("from", fromText());
    wishes.put("until", untilText());
    wishes.put("after", place == null ? "" : place.text());
    var query =
        wishes.entrySet().stream()
            .filter(wish -> !wish.getValue().isEmpty())
            .map(AuditQuery::pair)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String pair(Map.Entry<String, String> wish) {
    return wish.getKey() + "=" + URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8);
  }
}
