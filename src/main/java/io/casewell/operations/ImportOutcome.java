package io.casewell.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import, as the page shows it.
 *
 * @param summary null when none ran
 * @param reports rejected lines first, then the others, each in order
 */
public record ImportOutcome(@Nullable ImportSummary summary, List<LineReport> reports) {
  static final ImportOutcome NONE = new ImportOutcome(null, List.of());

  static ImportOutcome of(List<ImportReport> all) {
    var lines =
        all.stream()
            .filter(LineReport.class::isInstance)
            .map(LineReport.class::cast)
            .sorted((one, other) ->
                Boolean.compare(
                    other.result() == LineReport.Result.rejected,
                    one.result() == LineReport.Result.rejected))
            .toList();
    return new ImportOutcome((ImportSummary) all.getLast(), lines);
  }
}
