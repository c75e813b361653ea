package io.casewell.needs;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A need as the list shows it, in words and the viewer's zone.
 *
 * @param tone the badge's colour
 * @param when how long ago it was posted, or that it is a draft
 * @param exactly the moment of that
 * @param seeking whether it makes sense to count who fits
 */
public record NeedLine(
    String id,
    String title,
    String role,
    String state,
    String tone,
    String seats,
    String hours,
    String starts,
    String when,
    String exactly,
    boolean seeking) {

  static NeedLine of(NeedLines.Row row, ZoneId zone, Instant now) {
    var posted = row.postedAt();
    var at = posted == null ? row.createdAt() : posted;
    return new NeedLine(
        row.id().toString(),
        row.title(),
        row.asRole().label(),
        row.asState().label(),
        tone(row.asState()),
        Integer.toString(row.seats()),
        Integer.toString(row.hoursPerWeek()),
        NeedWords.day(row.startDate()),
        (posted == null ? "Saved " : "Posted ") + NeedWords.ago(at, now),
        NeedWords.moment(at, zone),
        row.asState().changeable());
  }

  static String tone(NeedState state) {
    return switch (state) {
      case DRAFT -> "neutral";
      case OPEN -> "good";
      case PAUSED -> "warn";
      case FILLED -> "brand";
      case CLOSED -> "neutral";
    };
  }
}
