package io.casewell.demos;

import io.casewell.platform.Event;
import java.util.UUID;

/** Something that happened to a proposal. Every version of one has exactly one. */
public sealed interface ProposalEvent extends Event
    permits ProposalSent, ProposalViewed, ProposalAccepted, ProposalDeclined, ProposalWithdrawn {
  /** The proposal. */
  UUID proposal();

  @Override
  default String aggregateKind() {
    return "proposal";
  }

  @Override
  default UUID aggregate() {
    return proposal();
  }
}
