package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A document was uploaded: the credential waits to be checked.
 *
 * @param v the version of this shape
 */
public record CredentialSubmitted(int v, UUID credential, StaffId staff, String code, long version)
    implements CredentialEvent {}
