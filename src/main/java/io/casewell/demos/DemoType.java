package io.casewell.demos;

import java.util.UUID;

/**
 * A kind of demo that a prospect may book.
 *
 * @param slug names it in addresses
 * @param about what happens in it, in a sentence or two
 * @param place where it stands among the others
 * @param open whether it may be booked
 * @param version raised with each change
 */
public record DemoType(
    UUID id,
    String slug,
    String name,
    String about,
    int place,
    boolean open,
    long version,
    DemoTerms terms) {
  /** How long it lasts, in words. */
  public String length() {
    return terms.minutes() + " minutes";
  }
}
