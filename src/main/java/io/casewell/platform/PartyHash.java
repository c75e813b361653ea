package io.casewell.platform;

import java.nio.ByteBuffer;

/**
 * The keyed hash of a party's name (HMAC-SHA-256, 32 bytes): what conflict checks compare, so that
 * no name has to be kept. Ordered as its bytes are, unsigned.
 */
public record PartyHash(long first, long second, long third, long fourth)
    implements Comparable<PartyHash> {
  /** How many bytes one takes. */
  public static final int BYTES = 32;

  /** Reads the 32 bytes; refuses any other length. */
  public static PartyHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a party hash has 32 bytes, not " + bytes.length);
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new PartyHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth)
        .array();
  }

  @Override
  public int compareTo(PartyHash other) {
    int order = Long.compareUnsigned(first, other.first);
    order = order != 0 ? order : Long.compareUnsigned(second, other.second);
    order = order != 0 ? order : Long.compareUnsigned(third, other.third);
    return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
  }

  /** Says nothing of the name, not even its hash: this may end up in a log. */
  @Override
  public String toString() {
    return "PartyHash";
  }
}
