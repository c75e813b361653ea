package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * A proposal went out; whoever gets the mail opens it by the link.
 *
 * @param v the version of this shape
 * @param generation of the link
 */
public record ProposalSent(
    int v, UUID proposal, long version, int generation, UUID lead, Instant expiresAt)
    implements ProposalEvent {}
