package io.casewell.calendar;

import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
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

  /** Whose time the caller keeps; others have none here. */
  static Person of(Caller caller) {
    return switch (caller) {
      case Caller.Professional(var staff, _) -> of(staff);
      case Caller.SalesRep(var account, _) -> of(account);
      case Caller.Visitor _, Caller.FirmMember _, Caller.Operations _ -> throw Refusal.notFound();
    };
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
