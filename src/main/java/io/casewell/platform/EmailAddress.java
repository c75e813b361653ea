package io.casewell.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an e-mail address that we may write to: one plain address, nothing that a mail's header
 * could read otherwise (no line break, comma, bracket or quote).
 */
public final class EmailAddress {
  /** The longest there is (RFC 5321, 4.5.3.1.3). */
  public static final int LONGEST = 254;

  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
              + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9-]{1,63})+");

  private EmailAddress() {}

  /** The address as typed, without the blanks around it; empty when it is not one. */
  public static Optional<String> read(String typed) {
    var plain = typed.strip();
    return plain.length() <= LONGEST && PLAIN.matcher(plain).matches()
        ? Optional.of(plain)
        : Optional.empty();
  }
}
