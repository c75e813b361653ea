package io.casewell.catalogue;

import java.util.Optional;

/** The two roles Casewell staffs. */
public enum Role {
  /** Researches, drafts, prepares trials. */
  PARALEGAL("paralegal", "Virtual paralegal"),
  /** Runs files, schedules, deadlines, clients and billing. */
  CASE_MANAGER("case_manager", "Virtual case manager");

  private final String code;
  private final String label;

  Role(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The word of the API and the database. */
  public String code() {
    return code;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** The role of this code, if there is one. */
  public static Optional<Role> of(String code) {
    for (var role : values()) {
      if (role.code.equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
