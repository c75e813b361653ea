package io.casewell.talent;

import io.casewell.platform.Event;
import io.casewell.platform.StaffId;
import java.util.UUID;

/** A step in the life of a credential. It names no number and no document: whoever may, asks. */
public sealed interface CredentialEvent extends Event
    permits CredentialSubmitted,
        CredentialVerified,
        CredentialRejected,
        CredentialDoubted,
        CredentialExpiring,
        CredentialExpired {
  /** The credential. */
  UUID credential();

  /** Whose it is. */
  StaffId staff();

  /** What it is, by the catalogue. */
  String code();

  @Override
  default String aggregateKind() {
    return "credential";
  }

  @Override
  default UUID aggregate() {
    return credential();
  }
}
