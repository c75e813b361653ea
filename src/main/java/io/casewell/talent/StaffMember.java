package io.casewell.talent;

import io.casewell.platform.StaffId;

/**
 * A virtual paralegal or case manager.
 *
 * @param name in full; firms see {@link CardName} of it
 */
public record StaffMember(
    StaffId id, String name, String email, StaffStatus status, Profile profile) {

  /** With another profile. */
  StaffMember with(Profile other) {
    return new StaffMember(id, name, email, status, other);
  }
}
