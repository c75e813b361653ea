package io.casewell.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request's proven caller.
 *
 * @param viewer the person and the hat worn
 * @param account who it is, hat or none
 * @param scopes what the token may do, or null for a session, which may do all of the hat's
 * @param provedAt when the person last proved to the identity provider that it is they, or null
 *     where that is not known
 * @param outdated whether they have yet to agree to the terms as they stand
 */
public record SignedIn(
    Viewer viewer,
    AccountId account,
    @Nullable Set<String> scopes,
    @Nullable Instant provedAt,
    boolean outdated) {
  public SignedIn(Viewer viewer, AccountId account, @Nullable Set<String> scopes) {
    this(viewer, account, scopes, null, false);
  }

  /** For how long a proof counts as fresh. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /** Whether the proof is fresh enough for what is sensitive. */
  boolean fresh(Instant now) {
    return provedAt != null && now.isBefore(provedAt.plus(FRESH));
  }

  /** Whether this may be done: by a session always, by a token with the scope. */
  public boolean covers(String scope) {
    return scopes == null || (!scope.isEmpty() && scopes.contains(scope));
  }
}
