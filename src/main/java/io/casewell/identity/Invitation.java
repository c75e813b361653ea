package io.casewell.identity;

import io.casewell.platform.FirmRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An invitation as whoever holds its link reads it.
 *
 * @param kind into a firm, into sales or into operations
 * @param place the firm's name, or Casewell
 * @param state sent, accepted, revoked or expired
 */
public record Invitation(
    UUID id,
    String kind,
    @org.jspecify.annotations.Nullable UUID firm,
    String place,
    String email,
    String[] roles,
    String inviter,
    String state) {

  /** The roles in words, e.g. "owner and billing". */
  public String rolesInWords() {
    return rolesInWords(kind, List.of(roles));
  }

  static String rolesInWords(String kind, List<String> roles) {
    return switch (kind) {
      case "sales" -> roles.contains("lead") ? "sales lead" : "sales rep";
      case "operations" ->
          and(roles.stream().map(r -> r.equals("admin") ? "administrator" : r).toList());
      default -> and(firmRoles(roles));
    };
  }

  private static List<String> firmRoles(List<String> roles) {
    return Arrays.stream(FirmRole.values())
        .filter(role -> roles.contains(role.name().toLowerCase(Locale.ROOT)))
        .map(role -> role.label().toLowerCase(Locale.US))
        .toList();
  }

  private static String and(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
            + " and "
            + words.getLast();
  }
}
