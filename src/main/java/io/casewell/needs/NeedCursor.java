package io.casewell.needs;

import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in the list of needs: after the one saved at this moment under this id. Its text is
 * opaque to programs; one made up leads to a place in the same firm's list and nowhere else.
 */
record NeedCursor(Instant at, UUID id) {
  private static final int BYTES = 8 + 16;
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  static NeedCursor after(Need need) {
    return new NeedCursor(need.createdAt(), need.id().value());
  }

  /** Reads the text of {@link #text}; refuses any other at {@code cursor}. */
  static NeedCursor of(String text) {
    try {
      // stricter than the decoder: one place has one text
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.capacity() == BYTES && text.length() == 32) {
        var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (!at.isBefore(FIRST) && at.isBefore(LAST)) {
          return new NeedCursor(at, new UUID(bytes.getLong(), bytes.getLong()));
        }
      }
    } catch (IllegalArgumentException | ArithmeticException _) {
      // refused below
    }
    var problems = new Problems();
    problems.add("cursor", "This cursor is not one of ours. Take the one of the last answer.");
    throw new Refusal.Invalid(problems);
  }

  String text() {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
