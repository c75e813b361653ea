package io.casewell.firms;

import io.casewell.platform.Event;
import io.casewell.platform.FirmId;
import java.util.UUID;

/** Something that happened to a firm. */
public sealed interface FirmEvent extends Event
    permits FirmFounded, FirmChanged, RolesChanged, MemberRemoved, MemberReturned {
  /** The firm. */
  FirmId firm();

  @Override
  default String aggregateKind() {
    return "firm";
  }

  @Override
  default UUID aggregate() {
    return firm().value();
  }
}
