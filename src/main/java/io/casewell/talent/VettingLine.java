package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A row of the vetting queue in words.
 *
 * @param document what proves it, e.g. "PDF", or a dash
 * @param when since when it waits or when it was decided, relative
 * @param exactly the same, by the viewer's clock
 * @param iso the same, for machines
 * @param decider who decided, or empty
 */
public record VettingLine(
    String id,
    String name,
    String credential,
    String number,
    String document,
    String when,
    String exactly,
    String iso,
    String decider) {

  static VettingLine of(VettingQueue.Row row, Catalogue catalogue, Instant now, ZoneId zone) {
    var by = row.decider();
    return new VettingLine(
        row.id().toString(),
        row.name(),
        catalogue.credentials().name(row.code()),
        row.number(),
        switch (row.type()) {
          case "application/pdf" -> "PDF";
          case "" -> "–";
          default -> "Picture";
        },
        Since.words(row.at(), now),
        Since.exactly(row.at(), zone),
        row.at().toString(),
        by == null ? "" : by);
  }
}
