package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A verified credential ends soon.
 *
 * @param v the version of this shape
 * @param validUntil its last day
 * @param days the notice's step: 90, 30 or 7
 */
public record CredentialExpiring(
    int v, UUID credential, StaffId staff, String code, String validUntil, int days, long version)
    implements CredentialEvent {}
