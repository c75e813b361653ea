package io.casewell.matching;

/**
 * What somebody of the firm wrote about a person for a need.
 *
 * @param who wrote it
 * @param when relative and exact, in the reader's zone
 * @param mine whether the reader wrote it and may remove it
 */
public record Note(String id, String who, String text, String when, String iso, boolean mine) {}
