package io.casewell.platform;

import java.time.Instant;

/**
 * One of operations looking at somebody's pages as that person sees them: reading only, without
 * documents and without the names of a matter's parties.
 *
 * @param operator who looks
 * @param operatorName what they are called
 * @param until when it ends by itself
 */
public record Watch(AccountId operator, String operatorName, Instant until) {
  /** What a method allows whoever looks over a person's shoulder. */
  public enum Rule {
    /** To read; what changes something is refused. */
    READS,
    /** Nothing. */
    NEVER,
    /** Everything: it is how the looking ends. */
    ALWAYS
  }
}
