package io.casewell.demos;

import java.util.UUID;

/**
 * The prospect accepted: the need is open and the firm is a customer.
 *
 * @param v the version of this shape
 */
public record ProposalAccepted(int v, UUID proposal, long version, UUID lead, UUID firm, UUID need)
    implements ProposalEvent {}
