package io.casewell.platform;

/** What a person who operates Casewell may do. */
public enum OperationsRole {
  /** Vetting, catalogue, people, imports, health. */
  ADMIN("Administrator"),
  /** Rate card, invoices, payouts, refunds. */
  FINANCE("Finance");

  private final String label;

  OperationsRole(String label) {
    this.label = label;
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }
}
