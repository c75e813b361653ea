package io.casewell.platform;

/** What a person may do in a law firm; one person may hold several. */
public enum FirmRole {
  /** Everything. */
  OWNER("Owner"),
  /** Needs, matches, interviews, offers. */
  HIRING_MANAGER("Hiring manager"),
  /** Approves time and answers for the work. */
  SUPERVISING_ATTORNEY("Supervising attorney"),
  /** Invoices and payment. */
  BILLING("Billing");

  private final String label;

  FirmRole(String label) {
    this.label = label;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }
}
