package io.casewell.talent;

import io.casewell.platform.Event;
import io.casewell.platform.StaffId;
import java.util.UUID;

/** A step in the life of a sample of work. */
public sealed interface SkillEvent extends Event
    permits SkillSampleSent, SkillConfirmed, SkillDeclined {
  /** The sample. */
  UUID sample();

  /** Whose it is. */
  StaffId staff();

  /** The catalogue's slug. */
  String skill();

  @Override
  default String aggregateKind() {
    return "skill sample";
  }

  @Override
  default UUID aggregate() {
    return sample();
  }
}
