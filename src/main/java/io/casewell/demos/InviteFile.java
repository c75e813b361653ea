package io.casewell.demos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A demo as a file that any calendar reads (RFC 5545), under the same id as the invite by mail. */
final class InviteFile {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LINE = 73;

  private InviteFile() {}

  static String of(Demo demo, String type, String host, String link, Instant now) {
    var out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Casewell//Demos//EN");
    line(out, "METHOD:PUBLISH");
    line(out, "BEGIN:VEVENT");
    line(out, "UID:demo-" + demo.id() + "@" + host);
    line(out, "SEQUENCE:" + demo.sequence());
    line(out, "DTSTAMP:" + STAMP.format(now));
    line(out, "DTSTART:" + STAMP.format(demo.start()));
    line(out, "DTEND:" + STAMP.format(demo.end()));
    line(out, "SUMMARY:" + text("Casewell: " + type + " with " + demo.repName()));
    line(out, "LOCATION:" + text(demo.meetingLink()));
    line(out, "DESCRIPTION:" + text("Join: " + demo.meetingLink() + "\nMove or cancel: " + link));
    line(out, "STATUS:" + status(demo.state()));
    line(out, "END:VEVENT");
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private static String status(DemoState state) {
    return switch (state) {
      case PENDING -> "TENTATIVE";
      case CANCELLED, EXPIRED -> "CANCELLED";
      case CONFIRMED, HELD, NO_SHOW -> "CONFIRMED";
    };
  }

  private static String text(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** Folds a long line between characters, never within one. */
  private static void line(StringBuilder out, String content) {
    int bytes = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      var one = Character.toString(point);
      int more = one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > LINE) {
        out.append("\r\n ");
        bytes = 1;
      }
      out.append(one);
      bytes += more;
      i += Character.charCount(point);
    }
    out.append("\r\n");
  }
}
