package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * A demo is booked, or what was asked for is confirmed.
 *
 * @param v the version of this shape
 * @param sequence of the invite, raised with each move
 */
public record DemoBooked(
    int v, UUID demo, long version, UUID lead, UUID rep, Instant start, Instant end, int sequence)
    implements DemoEvent {}
