package io.casewell.talent;

/**
 * A shelf of the vetting queue.
 *
 * @param count how many wait there, or empty
 */
public record VettingTab(String label, String count, String href, boolean current) {}
