package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * What was asked for was not confirmed in time.
 *
 * @param v the version of this shape
 */
public record DemoExpired(int v, UUID demo, long version, UUID lead, UUID rep, Instant start)
    implements DemoEvent {}
