package io.casewell.needs;

import io.casewell.platform.FirmId;
import java.time.Instant;
import java.util.UUID;

/**
 * A need as it is being written, with whatever was typed so far.
 *
 * @param version raised by one with each save; 0 while it was never saved
 * @param tab the page that saved last
 * @param changedBy the name of who saved last
 */
record NeedDraft(
    UUID id,
    FirmId firm,
    long version,
    String tab,
    Step step,
    NeedForm form,
    String changedBy,
    Instant updatedAt) {

  /** Whether somebody else saved since the page that sends this was drawn. */
  boolean staleFor(long seen, String fromTab) {
    return version != seen && (fromTab.isEmpty() || !tab.equals(fromTab));
  }
}
