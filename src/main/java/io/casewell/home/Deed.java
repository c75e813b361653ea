package io.casewell.home;

import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did, for a timeline.
 *
 * @param what they did, going on from the name
 * @param thing what it was done to, or null
 * @param href where that is, or null
 * @param when relative and exact, in the reader's zone
 * @param iso for machines
 */
public record Deed(
    String who,
    String what,
    @Nullable String thing,
    @Nullable String href,
    String when,
    String iso,
    String icon) {}
