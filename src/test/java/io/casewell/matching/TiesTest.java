package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TiesTest {
  /** The reference implementation's vectors: of input 00 01 … (n−1) under the key 00 … 0f. */
  private static final String[] VECTORS = {
    "310e0edd47db6f72", "fd67dc93c539f874", "5a4fa9d909806c0d", "2d7efbd796666785",
    "b7877127e09427cf", "8da699cd64557618", "cee3fe586e46c9cb", "37d1018bf50002ab",
    "6224939a79f5f593", "b0e4a90bdf82009e", "f3b9dd94c5bb5d7a", "a7ad6b22462fb3f4",
    "fbe50e86bc8f1e75", "903d84c02756ea14", "eef27a8e90ca23f7", "e545be4961ca29a1",
    "db9bc2577fcc2a3f", "9447be2cf5e99a69", "9cd38d96f0b3c14b", "bd6179a71dc96dbb",
    "98eea21af25cd6be", "c7673b2eb0cbf2d0", "883ea3e395675393", "c8ce5ccd8c030ca8",
    "94af49f6c650adb8", "eab8858ade92e1bc", "f315bb5bb835d817", "adcf6b0763612e2f",
    "a5c91da7acaa4dde", "716595876650a2a6", "28ef495c53a387ad", "42c341d8fa92d832",
    "ce7cf2722f512771"
  };

  @Test
  void hashesAsTheReferenceVectorsSay() {
    var bytes = new byte[64];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    var key = Arrays.copyOf(bytes, 16);
    for (int length = 0; length < VECTORS.length; length++) {
      long hash = Ties.sipHash(key, Arrays.copyOf(bytes, length));
      // the vectors are printed as little-endian bytes
      var printed = HexFormat.of().toHexDigits(Long.reverseBytes(hash));
      assertThat(printed).as("length " + length).isEqualTo(VECTORS[length]);
    }
  }

  @Test
  void hashesTheNeedThenTheStaffAsBigEndianBytes() {
    var need = UUID.fromString("0198a000-0000-7000-8000-00000000abcd");
    var staff = UUID.fromString("0198a001-1111-7222-b333-44445555ffff");
    var data =
        ByteBuffer.allocate(32)
            .putLong(need.getMostSignificantBits())
            .putLong(need.getLeastSignificantBits())
            .putLong(staff.getMostSignificantBits())
            .putLong(staff.getLeastSignificantBits())
            .array();
    var key = "casewell-tie-v01".getBytes(StandardCharsets.US_ASCII);
    assertThat(Ties.order(need, staff)).isEqualTo(Ties.sipHash(key, data));
  }
}
