package io.casewell.talent;

import io.casewell.platform.Secrets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certification somebody says they hold.
 *
 * @param code the catalogue's
 * @param number as the issuer gave it, may be empty
 * @param validFrom first day, or null when not known
 * @param validUntil last day, or null when it does not expire
 */
public record HeldCredential(
    UUID id,
    String code,
    String number,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    CredentialState state) {
  /** The longest number kept. */
  public static final int NUMBER_MAX = 100;

  public HeldCredential {
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("a credential that ends before it begins");
    }
  }

  /** A short text that differs when the content does; a form carries it to notice a stale edit. */
  String stamp() {
    return HexFormat.of().formatHex(Secrets.hash(toString()), 0, 12);
  }
}
