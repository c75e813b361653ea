package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A reviewer could not confirm the skill; the words stand with the sample.
 *
 * @param v the version of this shape
 */
public record SkillDeclined(int v, UUID sample, StaffId staff, String skill, long version)
    implements SkillEvent {}
