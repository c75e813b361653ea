package io.casewell.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a sign-in may lead back to: a path of our own and nothing that a browser reads otherwise.
 */
public final class SafePath {
  private SafePath() {}

  /** The path itself when it is plainly one of ours, else {@code /}. */
  public static String of(String next) {
    if (!next.startsWith("/") || next.startsWith("//") || next.length() > 2000) {
      return "/";
    }
    for (int i = 0; i < next.length(); i++) {
      char c = next.charAt(i);
      if (c <= ' ' || c == '\\' || c >= 127) {
        return "/";
      }
    }
    // an encoded slash or backslash at the front becomes one behind some proxies
    var lower = next.toLowerCase(Locale.ROOT);
    return lower.startsWith("/%2f")
            || lower.startsWith("/%5c")
            || lower.startsWith("/%09")
            || !isAddress(next)
        ? "/"
        : next;
  }

  /** Whether a redirect can carry it at all (RFC 3986). */
  private static boolean isAddress(String next) {
    try {
      return new URI(next).getRawAuthority() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
