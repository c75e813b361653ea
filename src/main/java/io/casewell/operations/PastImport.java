package io.casewell.operations;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An import as the history lists it, in words and the viewer's zone. */
public record PastImport(
    String id,
    String when,
    String by,
    boolean dryRun,
    boolean finished,
    int lines,
    int created,
    int updated,
    int unchanged,
    int rejected) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);

  static PastImport of(StaffImports.Past past, ZoneId zone) {
    return new PastImport(
        past.id().toString(),
        past.startedAt().atZoneSameInstant(zone).format(WHEN),
        past.by(),
        past.dryRun(),
        past.finishedAt() != null,
        past.lines(),
        past.created(),
        past.updated(),
        past.unchanged(),
        past.rejected());
  }
}
