package io.casewell.platform;

/**
 * One thing that happened, for a timeline.
 *
 * @param who did it
 * @param what they did, going on from the name
 * @param when relative and exact, in the viewer's zone
 * @param iso for machines
 * @param icon drawn beside it
 */
public record Moment(String who, String what, String when, String iso, String icon) {}
