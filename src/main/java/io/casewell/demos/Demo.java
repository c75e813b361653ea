package io.casewell.demos;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A sales appointment with a prospect.
 *
 * @param version raised with each event
 * @param repName who gives it, as prospects read it
 * @param zone the prospect's
 * @param answers by the question's code
 * @param sequence of the invite, raised with each move
 * @param generation of the link
 * @param appointments in the calendar, of whoever is fixed and of the rep, the rep's last
 * @param reason why it was moved, handed over or cancelled the last time, or empty
 */
public record Demo(
    UUID id,
    long version,
    UUID type,
    UUID lead,
    UUID rep,
    String repName,
    DemoState state,
    Instant start,
    Instant end,
    ZoneId zone,
    List<String> guests,
    Map<String, String> answers,
    String meetingLink,
    int sequence,
    int generation,
    String reason,
    List<UUID> appointments) {
  public Demo {
    guests = List.copyOf(guests);
    appointments = List.copyOf(appointments);
  }
}
