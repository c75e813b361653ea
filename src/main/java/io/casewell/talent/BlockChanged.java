package io.casewell.talent;

import io.casewell.platform.Event;
import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A staff member and a firm were parted or brought together again, by either side.
 *
 * @param v the version of this shape
 * @param change its own id: each change is a thing by itself
 */
public record BlockChanged(int v, UUID change, StaffId staff) implements Event {
  @Override
  public String aggregateKind() {
    return "block";
  }

  @Override
  public UUID aggregate() {
    return change;
  }

  @Override
  public long version() {
    return 1;
  }
}
