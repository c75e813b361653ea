package io.casewell.demos;

import java.util.UUID;

/**
 * A proposal's link was opened for the first time.
 *
 * @param v the version of this shape
 */
public record ProposalViewed(int v, UUID proposal, long version, UUID lead)
    implements ProposalEvent {}
