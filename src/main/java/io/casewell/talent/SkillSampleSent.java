package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A sample of work was sent to have a skill confirmed.
 *
 * @param v the version of this shape
 */
public record SkillSampleSent(int v, UUID sample, StaffId staff, String skill, long version)
    implements SkillEvent {}
