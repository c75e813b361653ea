package io.casewell.calendar;

import io.casewell.platform.AccountId;
import io.casewell.platform.StaffId;
import java.util.UUID;

/**
 * Somebody whose time is kept: a professional, by the profile's id, or one of the sales team, by
 * the account's.
 */
public record Person(UUID id) {
  /** A professional. */
  public static Person of(StaffId staff) {
    return new Person(staff.value());
  }

  /** One of the sales team. */
  public static Person of(AccountId rep) {
    return new Person(rep.value());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
