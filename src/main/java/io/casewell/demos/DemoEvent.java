package io.casewell.demos;

import io.casewell.platform.Event;
import java.util.UUID;

/**
 * Something that happened to a demo. Every version of a demo has exactly one. Names and addresses
 * are read when they are needed ({@link DemoFacts}); here stand ids and moments only.
 */
public sealed interface DemoEvent extends Event
    permits DemoRequested,
        DemoBooked,
        DemoMoved,
        DemoCancelled,
        DemoReassigned,
        DemoHeld,
        DemoNoShow,
        DemoExpired,
        DemoRunningLate {
  /** The demo. */
  UUID demo();

  @Override
  default String aggregateKind() {
    return "demo";
  }

  @Override
  default UUID aggregate() {
    return demo();
  }
}
