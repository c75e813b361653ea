package io.casewell.platform;

import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The tokens of links sent by mail: HMAC-SHA-256 under the link key of purpose, row and generation.
 * Whoever sends the mail computes the token at that moment; the row keeps only its SHA-256, and
 * nothing else ever holds it. Raising the generation ends every link sent before.
 */
@Component
public class LinkTokens {
  private final Secrets secrets;

  LinkTokens(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The token of this row's link for this purpose: 43 characters that may stand in an address. */
  public String token(String purpose, UUID row, int generation) {
    var mac = secrets.mac("link", purpose + "\0" + row + "\0" + generation);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** What the row keeps of it. */
  public byte[] hash(String purpose, UUID row, int generation) {
    return Secrets.hash(token(purpose, row, generation));
  }
}
