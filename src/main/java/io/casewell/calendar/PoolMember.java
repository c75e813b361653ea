package io.casewell.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of those among whom something is given out.
 *
 * @param name for the reasons, e.g. "Ana is out of office"
 * @param fixed whether they sit in every one; of the others one is chosen
 * @param weight their share beside the others', 100 usually
 * @param priority higher is asked first, or null for the usual 2
 * @param dayCap the most a day of this kind, or 0
 * @param calibration counted as given already
 * @param joined since when they are of the pool, or null for always
 */
public record PoolMember(
    Person person,
    String name,
    boolean fixed,
    int weight,
    @Nullable Integer priority,
    int dayCap,
    int calibration,
    @Nullable Instant joined) {
  /** Somebody alone. */
  public static PoolMember alone(Person person, String name) {
    return new PoolMember(person, name, true, 100, null, 0, 0, null);
  }
}
