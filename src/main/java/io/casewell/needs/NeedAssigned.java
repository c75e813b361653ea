package io.casewell.needs;

import io.casewell.platform.AccountId;
import io.casewell.platform.Event;
import io.casewell.platform.FirmId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the firm was asked to look after a need, or nobody is any more.
 *
 * @param v the version of this shape
 * @param to who, or null for nobody
 * @param by who asked
 * @param version of the assignment, not of the need
 */
public record NeedAssigned(
    int v, NeedId need, FirmId firm, @Nullable AccountId to, AccountId by, long version)
    implements Event {
  @Override
  public String aggregateKind() {
    return "need_assignment";
  }

  @Override
  public UUID aggregate() {
    return need.value();
  }
}
