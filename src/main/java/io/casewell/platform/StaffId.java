package io.casewell.platform;

import java.util.UUID;

/** Names a virtual paralegal or case manager. */
public record StaffId(UUID value) {
  /** A new one, never used before. */
  public static StaffId next() {
    return new StaffId(Ids.next());
  }

  /** Reads the text form; refuses anything else as not found. */
  public static StaffId of(String text) {
    return new StaffId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
