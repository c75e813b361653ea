package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * A prospect asked for a demo of a type that somebody confirms first.
 *
 * @param v the version of this shape
 */
public record DemoRequested(
    int v, UUID demo, long version, UUID lead, UUID rep, Instant start, Instant end)
    implements DemoEvent {}
