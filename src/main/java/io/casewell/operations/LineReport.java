package io.casewell.operations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one line of an import.
 *
 * @param line its number, counted from 1
 * @param externalId whom it was about, or null when that could not be read
 * @param result {@code created}, {@code updated}, {@code unchanged} or {@code rejected}
 * @param problems why it was rejected
 */
public record LineReport(
    long line, @Nullable String externalId, Result result, List<Problem> problems)
    implements ImportReport {

  /** What can come of a line. */
  public enum Result {
    created("Created"),
    updated("Updated"),
    unchanged("Unchanged"),
    rejected("Rejected");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    /** The word a person reads. */
    public String label() {
      return label;
    }
  }

  /** What is wrong at a field; the empty field is the whole line. */
  public record Problem(String field, String message) {}

  static LineReport of(StaffLine line, Result result) {
    return new LineReport(line.number(), line.externalId(), result, List.of());
  }

  static LineReport rejected(StaffLine line, Map<String, String> problems) {
    return new LineReport(
        line.number(),
        line.externalId(),
        Result.rejected,
        problems.entrySet().stream().map(p -> new Problem(p.getKey(), p.getValue())).toList());
  }
}
