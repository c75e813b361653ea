package io.casewell.matching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Packed bytes being read; refuses to read past their end. */
final class PackedInput {
  private final ByteBuffer in;

  PackedInput(byte[] packed) {
    in = ByteBuffer.wrap(packed);
  }

  int read() {
    need(1);
    return in.get() & 0xFF;
  }

  int number() {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = read();
      number |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new IllegalArgumentException("packed facts hold a number that does not end");
  }

  String text() {
    int length = number();
    need(length);
    var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  @Nullable LocalDate date() {
    int packed = number();
    if (packed == 0) {
      return null;
    }
    int zigzag = packed - 1;
    return LocalDate.ofEpochDay(zigzag >>> 1 ^ -(zigzag & 1));
  }

  UUID uuid() {
    need(16);
    return new UUID(in.getLong(), in.getLong());
  }

  byte[] bytes(int length) {
    need(length);
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  void end() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("packed facts go on after their end");
    }
  }

  private void need(int bytes) {
    if (bytes < 0 || in.remaining() < bytes) {
      throw new IllegalArgumentException("packed facts end too early");
    }
  }
}
