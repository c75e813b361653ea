package io.casewell.platform;

import java.util.UUID;

/** Names a person who signs in (issuer and subject). */
public record AccountId(UUID value) {
  /** A new one, never used before. */
  public static AccountId next() {
    return new AccountId(Ids.next());
  }

  /** Reads the text form; refuses anything else as not found. */
  public static AccountId of(String text) {
    return new AccountId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
