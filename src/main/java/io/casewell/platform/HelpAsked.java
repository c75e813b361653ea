package io.casewell.platform;

import java.util.UUID;

/** Somebody asked for help, or said more. */
public record HelpAsked(int v, UUID request, long version) implements Event {
  @Override
  public String aggregateKind() {
    return "support_request";
  }

  @Override
  public UUID aggregate() {
    return request;
  }
}
