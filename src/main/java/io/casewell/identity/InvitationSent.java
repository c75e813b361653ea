package io.casewell.identity;

import java.util.UUID;

/**
 * Somebody shall get the link. What it takes to compute the link is here, the link is not.
 *
 * @param v the version of this shape
 * @param generation of the link
 * @param place the firm's name, or Casewell
 * @param roles in words
 */
public record InvitationSent(
    int v,
    UUID invitation,
    long version,
    int generation,
    String email,
    String inviter,
    String place,
    String roles)
    implements InvitationEvent {}
