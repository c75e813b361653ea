package io.casewell.identity;

import io.casewell.platform.Event;
import java.util.UUID;

/** Something that happened to an invitation. Every version of one has exactly one. */
public sealed interface InvitationEvent extends Event
    permits InvitationSent, InvitationRevoked, InvitationAccepted {
  /** The invitation. */
  UUID invitation();

  @Override
  default String aggregateKind() {
    return "invitation";
  }

  @Override
  default UUID aggregate() {
    return invitation();
  }
}
