package io.casewell.talent;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Somebody blocked, as the side that did it lists them.
 *
 * @param id of the other side
 * @param since when, in words
 */
public record BlockedLine(String id, String name, String since) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  static BlockedLine of(Blocks.Row row, ZoneId zone) {
    var name = row.name();
    return new BlockedLine(
        row.other().toString(),
        name == null ? "Somebody who left" : name,
        row.at().atZoneSameInstant(zone).format(DAY));
  }
}
