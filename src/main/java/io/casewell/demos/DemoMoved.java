package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * A demo takes place at another time, perhaps with somebody else.
 *
 * @param v the version of this shape
 * @param repBefore whose appointment it was; the same when only the time changed
 * @param sequence of the invite, raised with each move
 */
public record DemoMoved(
    int v,
    UUID demo,
    long version,
    UUID lead,
    UUID rep,
    UUID repBefore,
    Instant start,
    Instant end,
    Instant startBefore,
    int sequence)
    implements DemoEvent {}
