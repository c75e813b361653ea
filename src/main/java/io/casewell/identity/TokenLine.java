package io.casewell.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A token as the page lists it, in words and the viewer's zone.
 *
 * @param works whether it still does
 */
public record TokenLine(
    String id, String name, String may, String made, String until, boolean works) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  static TokenLine of(ApiTokens.Token token, Map<String, String> labels, ZoneId zone, Instant now) {
    var revoked = token.revokedAt();
    boolean works = revoked == null && token.expiresAt().toInstant().isAfter(now);
    var until = token.expiresAt().atZoneSameInstant(zone).format(DAY);
    return new TokenLine(
        token.id().toString(),
        token.name(),
        Arrays.stream(token.scopes())
            .map(scope -> labels.getOrDefault(scope, scope))
            .collect(Collectors.joining(", ")),
        token.createdAt().atZoneSameInstant(zone).format(DAY),
        revoked != null
            ? "Revoked " + revoked.atZoneSameInstant(zone).format(DAY)
            : works ? until : "Ended " + until,
        works);
  }
}
