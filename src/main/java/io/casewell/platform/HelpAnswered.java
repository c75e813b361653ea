package io.casewell.platform;

import java.util.UUID;

/** Operations answered somebody who asked for help. */
public record HelpAnswered(int v, UUID request, long version) implements Event {
  @Override
  public String aggregateKind() {
    return "support_request";
  }

  @Override
  public UUID aggregate() {
    return request;
  }
}
