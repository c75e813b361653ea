package io.casewell.talent;

import io.casewell.platform.StaffId;

/**
 * A profile needs more before its owner is admitted.
 *
 * @param v the version of this shape
 * @param version the profile's
 */
public record ProfileReturned(
    int v, StaffId staff, long version, String name, String email, String reason)
    implements ProfileEvent {}
