package io.casewell.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a calendar file as they stand there, and the regions its own zones name. Of an
 * event only what says when it is gets kept: nobody's titles, guests or attachments.
 */
record IcsParts(List<Raw> events, Map<String, String> zoneRegions) {
  static final int MOST_BYTES = 1_000_000;
  static final int MOST_EVENTS = 2_000;
  private static final int MOST_ZONE_PARTS = 2_000;
  private static final int MOST_DEPTH = 4;
  private static final int MOST_EXCEPTIONS = 1_000;

  private static final Set<String> KEPT =
      Set.of(
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "STATUS",
          "TRANSP",
          "SEQUENCE",
          "X-MICROSOFT-CDO-BUSYSTATUS");

  /** A property: its parameters, in capitals, and its value. */
  record Property(Map<String, String> parameters, String value) {
    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  /** An event's properties by name. */
  record Raw(Map<String, List<Property>> properties) {
    @Nullable Property first(String name) {
      var all = properties.get(name);
      return all == null ? null : all.getFirst();
    }

    String text(String name) {
      var first = first(name);
      return first == null ? "" : first.value().strip();
    }

    List<Property> all(String name) {
      return properties.getOrDefault(name, List.of());
    }
  }

  /** Takes a file apart. */
  static IcsParts of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IcsRefused("That calendar is larger than 1 MB.");
    }
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new Walk(text).walk();
  }

  private static final class Walk {
    private final String text;
    private int at;
    private final List<Raw> events = new ArrayList<>();
    private final Map<String, String> regions = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private Map<String, List<Property>> event = new HashMap<>();
    private int zoneParts;
    private int exceptions;
    private String zoneId = "";

    Walk(String text) {
      this.text = text;
    }

    IcsParts walk() {
      var line = line();
      if (line == null || !line.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
        throw new IcsRefused(
            "That is not a calendar. The address or file has to give iCalendar data (.ics), not"
                + " a page.");
      }
      open.add("VCALENDAR");
      boolean ended = false;
      for (line = line(); line != null; line = line()) {
        if (!line.isBlank()) {
          ended = open.isEmpty() ? begins(line) : read(line) && open.isEmpty();
        }
      }
      if (!open.isEmpty() || !ended) {
        throw new IcsRefused("That calendar breaks off in the middle.");
      }
      return new IcsParts(events, regions);
    }

    /** Another calendar after the end of one; anything else there is of no interest. */
    private boolean begins(String line) {
      if (line.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
        open.add("VCALENDAR");
        return false;
      }
      return true;
    }

    /** The next line, unfolded. */
    private @Nullable String line() {
      if (at >= text.length()) {
        return null;
      }
      int end = end(at);
      int next = after(end);
      if (next >= text.length() || !folds(next)) {
        var line = text.substring(at, end);
        at = next;
        return line;
      }
      var whole = new StringBuilder(text.substring(at, end));
      while (next < text.length() && folds(next)) {
        end = end(next);
        whole.append(text, next + 1, end);
        next = after(end);
      }
      at = next;
      return whole.toString();
    }

    private boolean folds(int position) {
      char c = text.charAt(position);
      return c == ' ' || c == '\t';
    }

    private int end(int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }

    private int after(int end) {
      boolean both =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      return end + (both ? 2 : 1);
    }

    /** Reads a line; whether it ended a part. */
    private boolean read(String line) {
      int colon = colon(line);
      if (colon < 0) {
        return false;
      }
      var head = line.substring(0, colon);
      var value = line.substring(colon + 1);
      int semicolon = head.indexOf(';');
      var name = (semicolon < 0 ? head : head.substring(0, semicolon)).toUpperCase(Locale.ROOT);
      switch (name) {
        case "BEGIN" -> begin(value.strip().toUpperCase(Locale.ROOT));
        case "END" -> {
          end(value.strip().toUpperCase(Locale.ROOT));
          return true;
        }
        default -> property(name, head, value);
      }
      return false;
    }

    /** The colon before the value: one in a quoted parameter is not it. */
    private static int colon(String line) {
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ':' && !quoted) {
          return i;
        }
      }
      return -1;
    }

    private void begin(String part) {
      if (open.size() >= MOST_DEPTH || (part.equals("VEVENT") && open.size() != 1)) {
        throw new IcsRefused("That calendar has events inside events, which no calendar writes.");
      }
      open.add(part);
      if (part.equals("VEVENT")) {
        event = new HashMap<>();
        exceptions = 0;
      } else if (open.size() > 1 && open.get(1).equals("VTIMEZONE")) {
        zoneId = open.size() == 2 ? "" : zoneId;
        if (++zoneParts > MOST_ZONE_PARTS) {
          throw new IcsRefused("That calendar brings more time zone rules than there are.");
        }
      }
    }

    private void end(String part) {
      if (open.isEmpty() || !open.getLast().equals(part)) {
        throw new IcsRefused("That calendar is not well formed: a part ends that did not begin.");
      }
      open.removeLast();
      if (part.equals("VEVENT")) {
        if (events.size() >= MOST_EVENTS) {
          throw new IcsRefused(
              "That calendar has more than 2,000 events. Share one with fewer past ones.");
        }
        events.add(new Raw(event));
      }
    }

    private void property(String name, String head, String value) {
      var part = open.getLast();
      if (part.equals("VEVENT") && KEPT.contains(name)) {
        if (name.equals("EXDATE") || name.equals("RDATE")) {
          exceptions += 1 + (int) value.chars().filter(c -> c == ',').count();
          if (exceptions > MOST_EXCEPTIONS) {
            throw new IcsRefused("An event there has more than a thousand exceptions.");
          }
        }
        event
            .computeIfAbsent(name, _ -> new ArrayList<>(1))
            .add(new Property(parameters(head), value));
      } else if (part.equals("VTIMEZONE")) {
        if (name.equals("TZID")) {
          zoneId = value.strip();
        } else if (name.equals("X-LIC-LOCATION")) {
          regions.put(zoneId, value.strip());
        }
      }
    }

    private static Map<String, String> parameters(String head) {
      if (head.indexOf(';') < 0) {
        return Map.of();
      }
      var all = new HashMap<String, String>();
      int from = head.indexOf(';') + 1;
      boolean quoted = false;
      for (int i = from; i <= head.length(); i++) {
        if (i < head.length() && head.charAt(i) == '"') {
          quoted = !quoted;
        }
        if (i == head.length() || (head.charAt(i) == ';' && !quoted)) {
          var one = head.substring(from, i);
          int equals = one.indexOf('=');
          if (equals > 0) {
            all.put(
                one.substring(0, equals).toUpperCase(Locale.ROOT),
                one.substring(equals + 1).replace("\"", "").strip());
          }
          from = i + 1;
        }
      }
      return all;
    }
  }
}
