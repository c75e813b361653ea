package io.casewell.talent;

import io.casewell.platform.StaffId;

/**
 * A professional is admitted: firms find them from now on.
 *
 * @param v the version of this shape
 * @param version the profile's
 */
public record ProfileAdmitted(int v, StaffId staff, long version, String name, String email)
    implements ProfileEvent {}
