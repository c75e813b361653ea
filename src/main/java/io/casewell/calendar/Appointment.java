package io.casewell.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reserved time of a person; two of one person's that block never overlap.
 *
 * @param kind demo, interview, shift or hold
 * @param status hold, pending, confirmed, done, no-show, cancelled or expired
 * @param subject what it is for, or null
 * @param zone by whose wall clock it was agreed
 * @param sequence of the invite, raised with each move
 * @param updatedAt when it last changed
 */
public record Appointment(
    UUID id,
    long version,
    Person person,
    String kind,
    String status,
    Instant start,
    Instant end,
    String subjectKind,
    @Nullable UUID subject,
    @Nullable UUID topic,
    ZoneId zone,
    String title,
    int sequence,
    String meetingLink,
    String reason,
    Instant updatedAt) {
  /** Whether it keeps others away. */
  public boolean blocks() {
    return status.equals("hold") || status.equals("pending") || status.equals("confirmed");
  }
}
