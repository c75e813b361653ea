package io.casewell.calendar;

import io.casewell.platform.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something became of an appointment. Written by the database's functions, one for each version.
 *
 * @param v the version of this shape
 * @param what reserved, moved, reassigned, confirmed, cancelled, expired, done or no-show
 * @param person whose time it is
 * @param personBefore whose it was before, where that changed, or null
 * @param sequence of the invite
 */
public record AppointmentChanged(
    int v,
    UUID appointment,
    long version,
    String what,
    String kind,
    String status,
    UUID person,
    @Nullable UUID personBefore,
    @Nullable UUID subject,
    Instant start,
    Instant end,
    int sequence)
    implements Event {
  @Override
  public String aggregateKind() {
    return "appointment";
  }

  @Override
  public UUID aggregate() {
    return appointment;
  }
}
