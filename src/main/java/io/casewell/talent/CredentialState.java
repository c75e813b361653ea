package io.casewell.talent;

/** How far a claimed certification has been checked. Matching counts verified ones only. */
public enum CredentialState {
  CLAIMED("claimed", "Claimed, not checked yet"),
  IN_REVIEW("in review", "Being checked"),
  VERIFIED("verified", "Verified"),
  REJECTED("rejected", "Could not be verified"),
  EXPIRED("expired", "Expired");

  private final String code;
  private final String label;

  CredentialState(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The word of the database. */
  public String code() {
    return code;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** The state of this word; refuses others. */
  public static CredentialState of(String code) {
    for (var state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no such state of a credential: " + code);
  }
}
