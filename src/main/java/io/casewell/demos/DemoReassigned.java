package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else of the team gives the demo.
 *
 * @param v the version of this shape
 * @param repBefore who no longer does
 */
public record DemoReassigned(
    int v,
    UUID demo,
    long version,
    UUID lead,
    UUID rep,
    UUID repBefore,
    Instant start,
    Instant end,
    int sequence)
    implements DemoEvent {}
