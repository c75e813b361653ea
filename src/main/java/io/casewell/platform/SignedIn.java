package io.casewell.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request's proven caller.
 *
 * @param viewer the person and the hat worn
 * @param account who it is, hat or none
 * @param scopes what the token may do, or null for a session, which may do all of the hat's
 */
public record SignedIn(Viewer viewer, AccountId account, @Nullable Set<String> scopes) {

  /** Whether this may be done: by a session always, by a token with the scope. */
  public boolean covers(String scope) {
    return scopes == null || (!scope.isEmpty() && scopes.contains(scope));
  }
}
