package io.casewell.talent;

import java.util.Optional;

/** Whether a staff member can be found. Only active people are matched. */
public enum StaffStatus {
  DRAFT("draft", "Not vetted yet"),
  ACTIVE("active", "Active"),
  PAUSED("paused", "Paused"),
  LEFT("left", "Left");

  private final String code;
  private final String label;

  StaffStatus(String code, String label) {
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

  /** The status of this code, if there is one. */
  public static Optional<StaffStatus> of(String code) {
    for (var status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
