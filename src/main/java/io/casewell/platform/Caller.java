package io.casewell.platform;

import java.util.Set;

/**
 * Who is asking, in which hat. A session or token acts for one firm or one profile, never both at
 * once. The database is told in each transaction and shows only what this caller may see.
 */
public sealed interface Caller {
  /** The word the row policies compare with {@code app.realm}; none equals the worker. */
  String realm();

  /** Somebody not signed in, or signed in without a hat yet. */
  record Visitor() implements Caller {
    @Override
    public String realm() {
      return "visitor";
    }
  }

  /** A person of a law firm, acting for it. */
  record FirmMember(FirmId firm, AccountId account, Set<FirmRole> roles) implements Caller {
    @Override
    public String realm() {
      return "firm";
    }

    /** Whether one of these roles is held; an owner holds every one. */
    public boolean mayAs(FirmRole... wanted) {
      if (roles.contains(FirmRole.OWNER)) {
        return true;
      }
      for (var role : wanted) {
        if (roles.contains(role)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A virtual paralegal or case manager, acting for the own profile. */
  record Professional(StaffId staff, AccountId account) implements Caller {
    @Override
    public String realm() {
      return "staff";
    }
  }

  /** One of the sales team; a lead sees every rep's work. */
  record SalesRep(AccountId account, boolean lead) implements Caller {
    @Override
    public String realm() {
      return "sales";
    }
  }

  /** One of the people who operate Casewell. */
  record Operations(AccountId account, Set<OperationsRole> roles) implements Caller {
    @Override
    public String realm() {
      return "operations";
    }
  }
}
