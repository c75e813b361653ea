package io.casewell.advisor;

import io.casewell.catalogue.Role;

/** What the role advisor may answer. */
public enum Verdict {
  PARALEGAL("paralegal", "A virtual paralegal"),
  CASE_MANAGER("case_manager", "A virtual case manager"),
  BOTH("both", "Both: a paralegal and a case manager"),
  NOT_ENOUGH_INFORMATION("not_enough_information", "Not enough to go on yet");

  private final String code;
  private final String label;

  Verdict(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The word of the API. */
  public String code() {
    return code;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** Whether it asks for somebody in this role. */
  public boolean wants(Role role) {
    return this == BOTH || this == (role == Role.PARALEGAL ? PARALEGAL : CASE_MANAGER);
  }

  /** Inside a sentence: "the answer would be …". */
  String inSentence() {
    return switch (this) {
      case PARALEGAL -> "a paralegal";
      case CASE_MANAGER -> "a case manager";
      case BOTH -> "both roles";
      case NOT_ENOUGH_INFORMATION -> "not enough to go on";
    };
  }
}
