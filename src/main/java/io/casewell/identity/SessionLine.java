package io.casewell.identity;

import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A session as its holder sees it.
 *
 * @param device in words
 * @param hat in whose name it acts
 * @param seen when it was last used, in words
 * @param begun when it began
 * @param current whether it is the one that looks
 */
public record SessionLine(
    String id, String device, String hat, String seen, String begun, boolean current) {

  /** A row of {@link SessionList}. */
  record Row(
      UUID id,
      String realm,
      String label,
      String userAgent,
      Instant createdAt,
      Instant lastSeenAt,
      boolean current) {}

  static SessionLine of(Row row, ZoneId zone, Instant now) {
    return new SessionLine(
        row.id().toString(),
        Device.words(row.userAgent()),
        hat(row),
        row.current() ? "now" : TimeWords.ago(row.lastSeenAt(), now),
        TimeWords.moment(row.createdAt(), zone),
        row.current());
  }

  private static String hat(Row row) {
    return switch (row.realm()) {
      case "firm" -> row.label();
      case "staff" -> "Your profile";
      case "sales" -> "Casewell sales";
      case "operations" -> "Casewell operations";
      default -> "No hat yet";
    };
  }
}
