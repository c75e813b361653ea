package io.casewell.operations;

import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What waits in the house, in words. */
public final class HouseLine {
  private HouseLine() {}

  /**
   * An event of the outbox.
   *
   * @param what its type as words, e.g. "Need posted"
   * @param state a word for where it is
   * @param waits what happens to it next, or what happened
   */
  public record Event(
      String id,
      String what,
      String of,
      String trail,
      String at,
      String state,
      String tone,
      String waits,
      @Nullable String error,
      boolean retry) {}

  /** A job of the scheduler. */
  public record Job(
      String name,
      String key,
      String next,
      String state,
      String tone,
      String success,
      String failure,
      @Nullable String error,
      boolean runnable) {}

  static Event of(HouseRows.EventRow row, ZoneId zone, Instant now) {
    var delivered = row.deliveredAt();
    boolean failed = row.error() != null;
    var state =
        delivered != null ? "Delivered" : failed ? "Failed" : row.held() ? "Held" : "Waiting";
    var waits =
        delivered != null
            ? TimeWords.moment(delivered, zone)
            : row.held()
                ? "After an earlier one of the same thing"
                : row.nextTryAt().isAfter(now)
                    ? "Next try " + TimeWords.ahead(row.nextTryAt(), now)
                    : "Next in turn";
    return new Event(
        row.id().toString(),
        words(row.type()),
        words(row.kind()) + ", change " + row.version(),
        "/operations/audit?subject=" + row.aggregate(),
        TimeWords.moment(row.at(), zone),
        state,
        delivered != null ? "good" : failed ? "bad" : "neutral",
        row.attempts() == 0
            ? waits
            : waits + ", tried " + TimeWords.count(row.attempts(), "time", "times"),
        row.error(),
        delivered == null);
  }

  static Job of(HouseRows.JobRow row, ZoneId zone, Instant now) {
    boolean failed = row.error() != null;
    return new Job(
        row.name(),
        row.key(),
        row.running()
            ? "Running"
            : TimeWords.ahead(row.next(), now) + ", " + TimeWords.moment(row.next(), zone),
        row.running() ? "Running" : failed ? "Failed" : "Waiting",
        row.running() ? "info" : failed ? "bad" : "good",
        row.lastSuccess() == null ? "Not yet" : TimeWords.ago(row.lastSuccess(), now),
        row.lastFailure() == null
            ? "Never"
            : TimeWords.ago(row.lastFailure(), now)
                + (row.failures() > 1 ? ", %d in a row".formatted(row.failures()) : ""),
        row.error(),
        !row.running());
  }

  /** {@code NeedPosted} and {@code need} → "Need posted" and "Need". */
  private static String words(String name) {
    var words = name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase();
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
