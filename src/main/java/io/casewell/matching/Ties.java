package io.casewell.matching;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Decides between equal scores: by a hash of need and staff, so that nobody is always first. The
 * key belongs to the rules version.
 */
final class Ties {
  private static final long[] KEY = key("casewell-tie-v01".getBytes(StandardCharsets.US_ASCII));

  private Ties() {}

  /** The place among equals, compared unsigned, ascending. */
  static long order(UUID need, UUID staff) {
    return order(need, staff.getMostSignificantBits(), staff.getLeastSignificantBits());
  }

  /** As {@link #order(UUID, UUID)}, with the staff id as two longs. */
  static long order(UUID need, long staffHigh, long staffLow) {
    var hash = new SipHash(KEY[0], KEY[1]);
    // ids go in as big-endian bytes, the hash reads little-endian words
    hash.word(Long.reverseBytes(need.getMostSignificantBits()));
    hash.word(Long.reverseBytes(need.getLeastSignificantBits()));
    hash.word(Long.reverseBytes(staffHigh));
    hash.word(Long.reverseBytes(staffLow));
    return hash.end(32L << 56);
  }

  /** SipHash-2-4 (Aumasson and Bernstein, 2012) of these bytes under a key of 16 bytes. */
  static long sipHash(byte[] key, byte[] data) {
    var words = key(key);
    var hash = new SipHash(words[0], words[1]);
    var in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= 8) {
      hash.word(in.getLong());
    }
    long last = (long) data.length << 56;
    for (int shift = 0; in.hasRemaining(); shift += 8) {
      last |= (in.get() & 0xFFL) << shift;
    }
    return hash.end(last);
  }

  private static long[] key(byte[] key) {
    var in = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
    return new long[] {in.getLong(), in.getLong()};
  }

  /** The four words of SipHash's state. */
  private static final class SipHash {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    SipHash(long k0, long k1) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void word(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
    }

    long end(long last) {
      word(last);
      v2 ^= 0xff;
      for (int i = 0; i < 4; i++) {
        round();
      }
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
