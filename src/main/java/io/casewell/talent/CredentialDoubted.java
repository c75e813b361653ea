package io.casewell.talent;

import io.casewell.platform.AccountId;
import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * An administrator asked somebody else to look too; the doubt stands with the credential and is not
 * its holder's to read.
 *
 * @param v the version of this shape
 * @param by who asked
 */
public record CredentialDoubted(
    int v, UUID credential, StaffId staff, String code, AccountId by, long version)
    implements CredentialEvent {}
