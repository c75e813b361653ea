package io.casewell.needs;

import io.casewell.platform.Ids;
import java.util.UUID;

/** Names a need. */
public record NeedId(UUID value) {
  /** A new one, never used before. */
  public static NeedId next() {
    return new NeedId(Ids.next());
  }

  /** Reads the text form; refuses anything else as not found. */
  public static NeedId of(String text) {
    return new NeedId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
