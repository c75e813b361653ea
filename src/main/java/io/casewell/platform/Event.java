package io.casewell.platform;

import java.util.UUID;

/** Something that happened to an aggregate, told to whoever reacts after the transaction. */
public interface Event {
  /** What the aggregate is, e.g. {@code need}. */
  String aggregateKind();

  /** Its id. */
  UUID aggregate();

  /** The aggregate's own gapless version at which it happened. */
  long version();
}
