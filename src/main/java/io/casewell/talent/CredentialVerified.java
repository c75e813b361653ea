package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * An administrator has seen the document and believes it.
 *
 * @param v the version of this shape
 * @param validUntil its last day, or empty when it does not expire
 */
public record CredentialVerified(
    int v, UUID credential, StaffId staff, String code, String validUntil, long version)
    implements CredentialEvent {}
