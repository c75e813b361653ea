package io.casewell.demos;

import io.casewell.platform.Event;
import java.util.UUID;

/**
 * A prospect's personal data is gone; who keeps something of it elsewhere lets it go, too.
 *
 * @param v the version of this shape
 */
public record LeadErased(int v, UUID lead, long version) implements Event {
  @Override
  public String aggregateKind() {
    return "lead";
  }

  @Override
  public UUID aggregate() {
    return lead;
  }
}
