package io.casewell.platform;

import java.util.UUID;

/** Names a law firm. */
public record FirmId(UUID value) {
  /** A new one, never used before. */
  public static FirmId next() {
    return new FirmId(Ids.next());
  }

  /** Reads the text form; refuses anything else as not found. */
  public static FirmId of(String text) {
    return new FirmId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
