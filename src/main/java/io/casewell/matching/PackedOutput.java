package io.casewell.matching;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bytes being packed: numbers in as few bytes as they need. */
final class PackedOutput extends ByteArrayOutputStream {
  /** The order of ids by their bytes; {@link UUID#compareTo} compares signed. */
  static final Comparator<UUID> UNSIGNED =
      Comparator.<UUID>comparingLong(id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
          .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

  PackedOutput() {
    super(512);
  }

  /** A number of 0 or more: seven bits a byte, the lowest first. */
  void number(int number) {
    int rest = number;
    while (rest > 0x7F) {
      write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    write(rest);
  }

  void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    writeBytes(bytes);
  }

  /** A date, or none: days since 1970 as a zigzag number above 0. */
  void date(@Nullable LocalDate date) {
    if (date == null) {
      number(0);
      return;
    }
    int day = Math.toIntExact(date.toEpochDay());
    number((day << 1 ^ day >> 31) + 1);
  }

  void uuid(UUID id) {
    writeBytes(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }
}
