package io.casewell.talent;

import io.casewell.platform.StaffId;

/**
 * A professional came in by themselves.
 *
 * @param v the version of this shape
 * @param version the profile's
 */
public record ProfileBegun(int v, StaffId staff, long version) implements ProfileEvent {}
