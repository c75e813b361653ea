package io.casewell.demos;

import io.casewell.platform.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect stands elsewhere in the pipeline, or has only begun to.
 *
 * @param v the version of this shape
 * @param from where it stood, or null when it is new
 * @param to where it stands
 */
public record LeadMoved(int v, UUID lead, long version, @Nullable String from, String to)
    implements Event {
  @Override
  public String aggregateKind() {
    return "lead";
  }

  @Override
  public UUID aggregate() {
    return lead;
  }
}
