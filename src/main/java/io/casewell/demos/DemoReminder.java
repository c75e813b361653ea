package io.casewell.demos;

import io.casewell.platform.JobType;
import java.time.Instant;
import java.util.UUID;

/**
 * One reminder, ordered with the booking: that this demo begins then, so many minutes ahead of it.
 * Whoever reminds reads the booking again, since it may have moved.
 */
public record DemoReminder(UUID demo, Instant start, int minutes) {
  /** The job that does it. */
  public static final JobType<DemoReminder> TYPE =
      new JobType<>("remind of a demo", DemoReminder.class);
}
