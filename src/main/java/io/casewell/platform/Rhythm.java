package io.casewell.platform;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a recurring job runs. */
public sealed interface Rhythm {
  /** So long after it last ended, and at once when it never ran. */
  record Every(Duration pause) implements Rhythm {}

  /** Each day at this time by this zone's clock. */
  record Daily(LocalTime at, ZoneId zone) implements Rhythm {}
}
