package io.casewell.notifications;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A mail as operations read it.
 *
 * @param what its kind in words
 * @param made when it came into being
 * @param state sent, waiting or failed, in words
 * @param tone the badge's colour
 * @param detail when it was sent or is tried next, and what went wrong
 * @param open whether it may be tried again
 */
public record MailLine(
    String id,
    String what,
    String recipient,
    String made,
    String state,
    String tone,
    String detail,
    boolean open) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

  static MailLine of(Mails.Row row, String what, ZoneId zone) {
    return new MailLine(
        row.id().toString(),
        what,
        row.recipient(),
        at(row.createdAt(), zone),
        switch (row.state()) {
          case "sent" -> "Sent";
          case "withheld" -> "Not sent";
          case "failed" -> "Failed";
          default -> row.tries() == 0 ? "Waiting" : "Trying again";
        },
        switch (row.state()) {
          case "sent" -> "good";
          case "failed" -> "bad";
          case "withheld" -> "neutral";
          default -> row.lastError() == null ? "neutral" : "warn";
        },
        detail(row, zone),
        row.state().equals("waiting") || row.state().equals("failed"));
  }

  private static String detail(Mails.Row row, ZoneId zone) {
    var sent = row.sentAt();
    var tries = row.tries() == 1 ? "1 try" : row.tries() + " tries";
    if (sent != null) {
      return at(sent, zone) + (row.tries() > 1 ? ", after " + tries : "");
    }
    var error = row.lastError() == null ? "" : row.lastError();
    return switch (row.state()) {
      case "withheld" -> "Its reader chose not to be told this by mail.";
      case "failed" -> "Given up after " + tries + ". " + error;
      default ->
          error.isEmpty() ? "" : tries + ", next " + at(row.nextTryAt(), zone) + ". " + error;
    };
  }

  private static String at(OffsetDateTime moment, ZoneId zone) {
    return moment.atZoneSameInstant(zone).format(MOMENT);
  }
}
