package io.casewell.identity;

import java.util.UUID;

/**
 * Somebody used the link and is in.
 *
 * @param v the version of this shape
 * @param account who
 * @param name what they are called
 * @param email what they sign in as, or empty
 * @param invited the address the link was sent to
 * @param place the firm's name, or Casewell
 * @param kind into a firm, into sales or into operations
 */
public record InvitationAccepted(
    int v,
    UUID invitation,
    long version,
    UUID account,
    String name,
    String email,
    String invited,
    String place,
    String kind)
    implements InvitationEvent {}
