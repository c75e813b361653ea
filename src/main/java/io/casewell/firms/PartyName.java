package io.casewell.firms;

/**
 * A name the firm keeps for conflict checks.
 *
 * @param side client or adverse
 */
public record PartyName(String side, String name) {
  /** The side in words. */
  public String sideInWords() {
    return side.equals("client") ? "Own client" : "Adverse party";
  }
}
