package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * A demo does not take place.
 *
 * @param v the version of this shape
 * @param byProspect whether the prospect did it, by the link
 */
public record DemoCancelled(
    int v,
    UUID demo,
    long version,
    UUID lead,
    UUID rep,
    Instant start,
    Instant end,
    int sequence,
    boolean byProspect)
    implements DemoEvent {}
