package io.casewell.needs;

import io.casewell.platform.Event;
import io.casewell.platform.FirmId;
import java.util.UUID;

/** Something that happened to a need. Every version of a need has exactly one. */
public sealed interface NeedEvent extends Event
    permits NeedDrafted, NeedPosted, NeedChanged, NeedPaused, NeedOpened, NeedClosed {
  /** The need. */
  NeedId need();

  /** Whose it is. */
  FirmId firm();

  @Override
  default String aggregateKind() {
    return "need";
  }

  @Override
  default UUID aggregate() {
    return need().value();
  }
}
