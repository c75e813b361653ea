package io.casewell.talent;

import io.casewell.platform.StoredFile;

/**
 * A sample of work as its reviewer sees it.
 *
 * @param level claimed, in words
 * @param claimed the same as a number
 * @param waits whether it waits for a review
 */
public record SampleCase(
    String id,
    String person,
    String skill,
    String level,
    int claimed,
    String about,
    StoredFile document,
    String state,
    String tone,
    boolean waits,
    String words,
    String since,
    String exactly) {}
