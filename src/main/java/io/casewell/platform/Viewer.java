package io.casewell.platform;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person a page is drawn for.
 *
 * @param name as the identity provider gave it
 * @param hat in whose name they act, e.g. "Alder &amp; Finch LLP" or "Virtual paralegal"
 * @param caller what the database is told
 * @param zone the zone their times are shown in
 * @param watch who of operations looks at their pages, or null when they do so themselves
 */
public record Viewer(String name, String hat, Caller caller, ZoneId zone, @Nullable Watch watch) {
  public Viewer(String name, String hat, Caller caller, ZoneId zone) {
    this(name, hat, caller, zone, null);
  }

  /** When the looking ends by itself, in the person's zone. */
  public String watchedUntil() {
    return watch == null ? "" : TimeWords.moment(watch.until(), zone);
  }
}
