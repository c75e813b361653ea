package io.casewell.demos;

import io.casewell.platform.AccountId;
import java.util.UUID;

/**
 * Somebody who gives demos of a type.
 *
 * @param name as prospects read it
 * @param fixed whether they sit in every demo of the type
 * @param weight their share against the others'
 * @param priority 3 is asked first, 1 last
 * @param dayCap the most demos a day
 * @param calibration counted as given already
 * @param active whether they may be booked now
 */
public record DemoHost(
    UUID type,
    UUID account,
    String name,
    boolean fixed,
    int weight,
    int priority,
    int dayCap,
    int calibration,
    boolean active) {
  /** Whose account it is. */
  public AccountId id() {
    return new AccountId(account);
  }
}
