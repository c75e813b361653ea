package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * The rep comes some minutes late.
 *
 * @param v the version of this shape
 */
public record DemoRunningLate(
    int v, UUID demo, long version, UUID lead, UUID rep, Instant start, int minutes)
    implements DemoEvent {}
