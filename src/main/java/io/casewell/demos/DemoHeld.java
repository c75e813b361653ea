package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * The demo took place.
 *
 * @param v the version of this shape
 */
public record DemoHeld(int v, UUID demo, long version, UUID lead, UUID rep, Instant start)
    implements DemoEvent {}
