package io.casewell.demos;

/**
 * A proposal in its prospect's page.
 *
 * @param state in words
 * @param sent when and by whom
 * @param views how often it was opened, and when the last time
 * @param open whether it waits for an answer
 */
public record ProposalLine(
    String id, String state, String tone, String sent, String views, String note, boolean open) {}
