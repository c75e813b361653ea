package io.casewell.operations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param id the import, as its history names it
 * @param dryRun whether nothing was to be written
 * @param lines how many lines were read; the four that follow sum to it
 * @param stopped why the rest was not read, or null when all was
 */
public record ImportSummary(
    UUID id,
    boolean dryRun,
    long lines,
    long created,
    long updated,
    long unchanged,
    long rejected,
    @Nullable String stopped)
    implements ImportReport {

  static ImportSummary begun(UUID id, boolean dryRun) {
    return new ImportSummary(id, dryRun, 0, 0, 0, 0, 0, null);
  }

  ImportSummary plus(Iterable<LineReport> reports) {
    long[] count = new long[LineReport.Result.values().length];
    long all = 0;
    for (var report : reports) {
      count[report.result().ordinal()]++;
      all++;
    }
    return new ImportSummary(
        id,
        dryRun,
        lines + all,
        created + count[0],
        updated + count[1],
        unchanged + count[2],
        rejected + count[3],
        stopped);
  }

  ImportSummary stoppedBy(String reason) {
    return new ImportSummary(id, dryRun, lines, created, updated, unchanged, rejected, reason);
  }
}
