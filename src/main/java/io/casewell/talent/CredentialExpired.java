package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * The last day of a verified credential has passed.
 *
 * @param v the version of this shape
 * @param validUntil its last day
 */
public record CredentialExpired(
    int v, UUID credential, StaffId staff, String code, String validUntil, long version)
    implements CredentialEvent {}
