package io.casewell.identity;

import io.casewell.platform.Event;
import io.casewell.platform.FirmId;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is of the firm from now on.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record MemberJoined(int v, FirmId firm, long version, UUID account, List<String> roles)
    implements Event {
  @Override
  public String aggregateKind() {
    return "firm";
  }

  @Override
  public UUID aggregate() {
    return firm.value();
  }
}
