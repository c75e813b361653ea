package io.casewell.talent;

import io.casewell.platform.StaffId;

/**
 * A professional asks to be admitted.
 *
 * @param v the version of this shape
 * @param version the profile's
 */
public record ProfileSubmitted(int v, StaffId staff, long version) implements ProfileEvent {}
