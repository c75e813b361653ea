package io.casewell.demos;

import java.time.Instant;
import java.util.UUID;

/**
 * The prospect did not come; the link in the mail leads to another time.
 *
 * @param v the version of this shape
 */
public record DemoNoShow(int v, UUID demo, long version, UUID lead, UUID rep, Instant start)
    implements DemoEvent {}
