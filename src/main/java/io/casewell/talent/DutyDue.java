package io.casewell.talent;

import io.casewell.platform.Event;
import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A duty that somebody declares of themselves is not complete and its period ends soon.
 *
 * @param v the version of this shape
 * @param code the catalogue's
 * @param until the period's last day
 * @param days the notice's step: 90, 30 or 7
 * @param version numbers the person's notices
 */
public record DutyDue(int v, StaffId staff, String code, String until, int days, long version)
    implements Event {
  @Override
  public String aggregateKind() {
    return "duty";
  }

  @Override
  public UUID aggregate() {
    return staff.value();
  }
}
