package io.casewell.identity;

import java.util.UUID;

/**
 * The link no longer works.
 *
 * @param v the version of this shape
 */
public record InvitationRevoked(int v, UUID invitation, long version) implements InvitationEvent {}
