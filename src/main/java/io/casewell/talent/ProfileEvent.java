package io.casewell.talent;

import io.casewell.platform.Event;
import io.casewell.platform.StaffId;
import java.util.UUID;

/** Something that happened to somebody's profile as a whole. */
public sealed interface ProfileEvent extends Event
    permits ProfileBegun, ProfileSubmitted, ProfileAdmitted, ProfileReturned {
  /** Whose it is. */
  StaffId staff();

  @Override
  default String aggregateKind() {
    return "profile";
  }

  @Override
  default UUID aggregate() {
    return staff().value();
  }
}
