package io.casewell.firms;

import io.casewell.platform.FirmRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person of the firm, with the roles held in it. */
public record Colleague(UUID account, String name, String email, String[] roles) {
  /** The roles in words, e.g. "Owner, Billing". */
  public String rolesInWords() {
    return Arrays.stream(roles)
        .map(role -> FirmRole.valueOf(role.toUpperCase(Locale.ROOT)).label())
        .collect(Collectors.joining(", "));
  }

  /** The roles' words in forms. */
  public List<String> roleWords() {
    return List.of(roles);
  }
}
