package io.casewell.identity;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An invitation that waits for its answer.
 *
 * @param roles in words
 */
public record OpenInvitation(
    String id, String kind, String email, String roles, OffsetDateTime sent, OffsetDateTime until) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

  static OpenInvitation of(Invitations.Row row) {
    return new OpenInvitation(
        row.id().toString(),
        row.kind(),
        row.email(),
        Invitation.rolesInWords(row.kind(), List.of(row.roles())),
        row.sentAt(),
        row.expiresAt());
  }

  /** The last day the link works, in this zone, or that it ended. */
  public String untilIn(ZoneId zone) {
    return (until.isBefore(OffsetDateTime.now(zone)) ? "Ended " : "Works until ")
        + until.atZoneSameInstant(zone).format(DAY);
  }
}
