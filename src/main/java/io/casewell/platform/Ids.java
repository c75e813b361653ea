package io.casewell.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that new rows land side by side in an index. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new UUIDv7: 48 bits of Unix milliseconds, then 74 random bits. */
  public static UUID next() {
    return at(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
  }

  /** The UUIDv7 of these milliseconds and random bits; for samples that must come out the same. */
  public static UUID at(long millis, long randomA, long randomB) {
    long most = (millis << 16) | 0x7000L | (randomA & 0x0FFFL);
    long least = (randomB & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least);
  }

  /** Parses the usual 36 characters; anything else is a thing that does not exist. */
  public static UUID parse(String text) {
    if (text.length() != 36) {
      throw Refusal.notFound();
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Refusal.notFound();
    }
  }
}
