package io.casewell.identity;

import java.time.Instant;

/**
 * What an identity provider said of a person.
 *
 * @param issuer which provider vouches for them
 */
public record Account(String name, String email, String issuer, Instant createdAt) {
  /** The provider by its host, e.g. "login.example.com". */
  public String provider() {
    return issuer.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
  }
}
