package io.casewell.talent;

/** How far a claimed certification has been checked. Matching counts verified ones only. */
public enum CredentialState {
  CLAIMED("claimed", "Claimed, not checked yet"),
  IN_REVIEW("in review", "In review"),
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

  /** Whether this move is drawn: claimed, in review, then verified or rejected; later expired. */
  public boolean mayBecome(CredentialState next) {
    return switch (this) {
      case CLAIMED -> next == IN_REVIEW;
      case IN_REVIEW -> next == VERIFIED || next == REJECTED;
      case VERIFIED -> next == EXPIRED;
      case REJECTED, EXPIRED -> next == IN_REVIEW;
    };
  }

  /** The colour of its badge. */
  String tone() {
    return switch (this) {
      case VERIFIED -> "good";
      case CLAIMED -> "neutral";
      case IN_REVIEW -> "info";
      case REJECTED, EXPIRED -> "bad";
    };
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
