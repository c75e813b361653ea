package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * A reviewer confirmed the skill; the words stand with the sample.
 *
 * @param v the version of this shape
 * @param level up to which it is verified now
 */
public record SkillConfirmed(
    int v, UUID sample, StaffId staff, String skill, int level, long version)
    implements SkillEvent {}
