package io.casewell.needs;

/**
 * One thing that happened, for the timeline.
 *
 * @param who did it
 * @param what they did, going on from the name
 * @param when relative and exact, in the viewer's zone
 * @param iso for machines
 * @param icon drawn beside it
 */
public record Happened(String who, String what, String when, String iso, String icon) {}
