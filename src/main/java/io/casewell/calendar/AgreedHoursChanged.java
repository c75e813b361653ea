package io.casewell.calendar;

import io.casewell.platform.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hours of every week were promised, or are no longer. Written by the database's functions.
 *
 * @param v the version of this shape
 * @param what agreed, ended or taken back
 */
public record AgreedHoursChanged(
    int v,
    UUID commitment,
    long version,
    String what,
    UUID staff,
    @Nullable UUID firm,
    String kind,
    UUID source)
    implements Event {
  @Override
  public String aggregateKind() {
    return "commitment";
  }

  @Override
  public UUID aggregate() {
    return commitment;
  }
}
