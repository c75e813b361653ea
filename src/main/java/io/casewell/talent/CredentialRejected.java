package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * An administrator could not verify it; the reason stands with the credential.
 *
 * @param v the version of this shape
 */
public record CredentialRejected(int v, UUID credential, StaffId staff, String code, long version)
    implements CredentialEvent {}
