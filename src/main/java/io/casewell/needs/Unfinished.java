package io.casewell.needs;

import java.time.Instant;

/**
 * A need that somebody of the firm has begun to write.
 *
 * @param step how far it came, in words
 * @param when who saved it last, and how long ago
 */
public record Unfinished(String id, String title, String step, String when) {

  static Unfinished of(NeedDrafts.Line line, Instant now) {
    var who = line.changedBy().isEmpty() ? "" : line.changedBy() + ", ";
    return new Unfinished(
        line.id().toString(),
        line.title().isBlank() ? "Untitled need" : line.title(),
        "Step " + line.step() + " of " + Step.values().length,
        who + NeedWords.ago(line.updatedAt(), now));
  }
}
