package io.casewell.matching;

/**
 * The index as one reader sees it from first to last.
 *
 * @param blocks everybody; never changed once here
 * @param patterns the weekly hours they point to
 * @param people how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Snapshot(Block[] blocks, HoursTable.View patterns, int people) {}
