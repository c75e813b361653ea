package io.casewell.demos;

import java.util.UUID;

/**
 * The proposal was taken back.
 *
 * @param v the version of this shape
 */
public record ProposalWithdrawn(int v, UUID proposal, long version, UUID lead)
    implements ProposalEvent {}
