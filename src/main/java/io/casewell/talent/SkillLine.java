package io.casewell.talent;

import io.casewell.platform.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * A skill on the page where its holder has it confirmed.
 *
 * @param state of its newest sample in words, or empty
 * @param words the reviewer's, or empty
 * @param document the newest sample, or null
 * @param takesSample whether one may be sent now
 */
public record SkillLine(
    String skill,
    String name,
    String level,
    boolean verified,
    String state,
    String tone,
    String words,
    String when,
    @Nullable StoredFile document,
    boolean takesSample) {}
