package io.casewell.sandbox;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** People nobody has seen before: each has a subject of their own at the identity provider. */
final class Newcomers {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "new-";
  private static final int LONGEST = 80;
  private static final List<String> FIRST =
      List.of(
          "Robin", "Noor", "Casey", "Imani", "Mateo", "Lucia", "Owen", "Hana", "Theo", "Priscilla");
  private static final List<String> LAST =
      List.of("Vale", "Okoye", "Lindgren", "Moreau", "Castillo", "Brandt", "Whitaker", "Sato");

  private Newcomers() {}

  /** A name to begin with. */
  static String someName() {
    return FIRST.get(RANDOM.nextInt(FIRST.size())) + " " + LAST.get(RANDOM.nextInt(LAST.size()));
  }

  /** What the identity provider is told: a fresh subject and what the person is called. */
  static String hint(String typed) {
    var name = typed.replaceAll("[\\p{Cntrl}~]+", " ").strip();
    var shown = name.isEmpty() ? someName() : name;
    return MARK
        + Long.toUnsignedString(RANDOM.nextLong(), 36)
        + "~"
        + shown.substring(0, Math.min(shown.length(), LONGEST));
  }

  static boolean isHint(String hint) {
    return hint.startsWith(MARK) && hint.indexOf('~') > 0;
  }

  /** What the identity provider says of them. */
  static String claims(String hint) {
    var name = hint.substring(hint.indexOf('~') + 1);
    return JSON.writeValueAsString(
        Map.of(
            "name", name,
            "email", email(name),
            "auth_time", Instant.now().getEpochSecond()));
  }

  /** An address that no mail reaches (RFC 2606). */
  static String email(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", ".")
            .replaceAll("^\\.|\\.$", "");
    return (plain.isEmpty() ? "somebody" : plain) + "@newcomer.example";
  }
}
