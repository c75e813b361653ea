package io.casewell.calendar;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a calendar may be fetched from: those of the open internet, nobody's inside. Of
 * IPv4 everything but what the IANA registry of special purposes lists; of IPv6 only what is given
 * out for global use, without those that lead back to an IPv4 address.
 */
final class OpenAddresses {
  /** First octets of a block and how many bits of them count. */
  private record Block(int bits, int... octets) {
    boolean holds(byte[] address) {
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        int octet = i / 8 < octets.length ? octets[i / 8] : 0;
        if (((address[i / 8] ^ octet) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Block[] CLOSED_4 = {
    new Block(8, 0),
    new Block(8, 10),
    new Block(10, 100, 64),
    new Block(8, 127),
    new Block(16, 169, 254),
    new Block(12, 172, 16),
    new Block(24, 192, 0, 0),
    new Block(24, 192, 0, 2),
    new Block(24, 192, 88, 99),
    new Block(16, 192, 168),
    new Block(15, 198, 18),
    new Block(24, 198, 51, 100),
    new Block(24, 203, 0, 113),
    new Block(3, 224)
  };

  private static final Block GLOBAL_6 = new Block(3, 0x20);

  private static final Block[] CLOSED_6 = {
    // protocol assignments, Teredo among them
    new Block(23, 0x20, 0x01),
    new Block(32, 0x20, 0x01, 0x0d, 0xb8),
    // 6to4
    new Block(16, 0x20, 0x02),
    new Block(20, 0x3f, 0xff)
  };

  private OpenAddresses() {}

  /** Whether this is one; a mapped IPv4 address is judged as that. */
  static boolean open(InetAddress address) {
    var bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return none(CLOSED_4, bytes);
    }
    return GLOBAL_6.holds(bytes) && none(CLOSED_6, bytes);
  }

  private static boolean none(Block[] blocks, byte[] address) {
    for (var block : blocks) {
      if (block.holds(address)) {
        return false;
      }
    }
    return true;
  }
}
