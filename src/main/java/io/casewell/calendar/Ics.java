package io.casewell.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes calendar files (RFC 5545, and RFC 5546 for invites): moments in UTC, lines folded by
 * octets, texts escaped so that none can begin a line of its own.
 */
public final class Ics {
  /** The type a file is served and mailed as. */
  public static final String TYPE = "text/calendar; charset=utf-8";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_OCTETS = 75;

  private final StringBuilder out = new StringBuilder();

  private Ics() {}

  /** What a file is for. */
  public enum Method {
    /** To be read. */
    PUBLISH,
    /** An invite, or a new version of one. */
    REQUEST,
    /** An invite taken back. */
    CANCEL
  }

  /** A file with one event, for a mail. */
  public static String of(Method method, IcsEvent event) {
    return of(method, "", List.of(event));
  }

  /** A file with these events, named where a name is given. */
  public static String of(Method method, String name, List<IcsEvent> events) {
    var ics = new Ics();
    ics.line("BEGIN", "VCALENDAR");
    ics.line("VERSION", "2.0");
    ics.line("PRODID", "-//Casewell//Calendar 1//EN");
    ics.line("CALSCALE", "GREGORIAN");
    ics.line("METHOD", method.name());
    if (!name.isBlank()) {
      ics.line("NAME", text(name));
      ics.line("X-WR-CALNAME", text(name));
      ics.line("REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
      ics.line("X-PUBLISHED-TTL", "PT15M");
    }
    for (var event : events) {
      ics.event(method, event);
    }
    ics.line("END", "VCALENDAR");
    return ics.out.toString();
  }

  private void event(Method method, IcsEvent event) {
    line("BEGIN", "VEVENT");
    line("UID", text(event.uid()));
    line("DTSTAMP", moment(event.stamp()));
    line("SEQUENCE", String.valueOf(event.sequence()));
    switch (event.when()) {
      case IcsEvent.Moments(var start, var end) -> {
        line("DTSTART", moment(start));
        line("DTEND", moment(end));
      }
      case IcsEvent.Days(var from, var to) -> {
        line("DTSTART;VALUE=DATE", date(from));
        // the day after the last one
        line("DTEND;VALUE=DATE", date(to.plusDays(1)));
      }
    }
    line("SUMMARY", text(event.title()));
    textLine("DESCRIPTION", event.description());
    textLine("LOCATION", event.place());
    if (event.url().startsWith("https://") || event.url().startsWith("http://")) {
      line("URL", plain(event.url()));
    }
    line("STATUS", (method == Method.CANCEL ? IcsEvent.Status.CANCELLED : event.status()).name());
    line("TRANSP", event.busy() ? "OPAQUE" : "TRANSPARENT");
    var organizer = event.organizer();
    if (organizer != null) {
      line("ORGANIZER" + name(organizer), "mailto:" + address(organizer));
    }
    for (var attendee : event.attendees()) {
      line(
          "ATTENDEE"
              + name(attendee)
              + ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE",
          "mailto:" + address(attendee));
    }
    line("END", "VEVENT");
  }

  private void textLine(String name, String value) {
    if (!value.isBlank()) {
      line(name, text(value));
    }
  }

  /** One content line: no line is longer than 75 octets, and no character is cut in two. */
  private void line(String name, String value) {
    var whole = name + ":" + value;
    int octets = 0;
    for (int i = 0; i < whole.length(); ) {
      int c = whole.codePointAt(i);
      int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > MOST_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += width;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private static String date(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  /** Escaped: RFC 5545, 3.3.11. */
  private static String text(String value) {
    var escaped = new StringBuilder(value.length() + 16);
    var lines = value.replace("\r\n", "\n").replace('\r', '\n');
    lines
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> escaped.append("\\\\");
            case ';' -> escaped.append("\\;");
            case ',' -> escaped.append("\\,");
            case '\n', 0x2028, 0x2029 -> escaped.append("\\n");
            default -> {
              if (!Character.isISOControl(c)) {
                escaped.appendCodePoint(c);
              }
            }
          }
        });
    return escaped.toString();
  }

  private static String name(IcsEvent.Attendee person) {
    // a quoted parameter knows no escape: RFC 5545, 3.2
    var clean = plain(person.name()).replace('"', '\'').strip();
    return clean.isEmpty() ? "" : ";CN=\"" + clean + "\"";
  }

  private static String address(IcsEvent.Attendee person) {
    return plain(person.email()).replaceAll("[\\s,;:\"<>]", "");
  }

  private static String plain(String value) {
    return value
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
