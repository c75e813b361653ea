package io.casewell.platform;

import java.text.Normalizer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where security meets identity: who stands behind a cookie or token, and sessions opened, ended.
 */
public interface SignIns {
  /** Who holds this session; empty when it ended, expired, or its account is disabled. */
  Mono<SignedIn> bySession(String cookie);

  /** Who holds this API token; empty when revoked, expired, or its account is disabled. */
  Mono<SignedIn> byToken(String token);

  /**
   * Opens a session for the identity (issuer and subject, never e-mail) and ends the one before.
   *
   * @return the new session; empty when the account is disabled
   */
  Mono<Opened> open(Identity identity, String previousCookie, String userAgent);

  /** Ends the session. */
  Mono<Void> end(String cookie);

  /**
   * A session that has begun.
   *
   * @param cookie its value
   * @param hatted whether it acts in a hat already
   * @param agreed whether the account agreed to the terms and the privacy notice as they stand
   */
  record Opened(String cookie, boolean hatted, boolean agreed) {}

  /**
   * What an identity provider proved.
   *
   * @param provedAt when, or null where the provider does not say
   */
  record Identity(
      String issuer, String subject, String name, String email, @Nullable Instant provedAt) {
    private static final int LONGEST = 200;

    /** Takes out what cannot be kept or shown: a provider may call a person anything. */
    public Identity {
      name = kept(name);
      name = name.isEmpty() ? "Unnamed" : name;
      email = kept(email);
    }

    private static String kept(String text) {
      var plain =
          text.codePoints()
              .filter(c -> !Character.isISOControl(c))
              .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
              .limit(LONGEST)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
      return Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
    }
  }
}
