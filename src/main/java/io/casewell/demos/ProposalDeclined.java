package io.casewell.demos;

import java.util.UUID;

/**
 * The prospect said no.
 *
 * @param v the version of this shape
 */
public record ProposalDeclined(int v, UUID proposal, long version, UUID lead)
    implements ProposalEvent {}
