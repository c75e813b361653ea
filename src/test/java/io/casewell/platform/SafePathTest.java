package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sign-in leads back to never leaves the house. */
class SafePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "home",
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\t//evil.example",
        "/\t/evil.example",
        "%09//evil.example",
        "/%09/evil.example",
        "javascript:alert(1)",
        "/%2F%2Fevil.example",
        "/%2f/evil.example",
        "/%5Cevil.example",
        "/ /evil.example",
        "/a\r\nSet-Cookie: x=y",
        "/needs?q=\"x\"",
        "/needs/<b>",
        "/needs/{id}",
        "/a|b",
        "/a^b",
        "/%zz",
        "/a%",
        "/caf\u00e9",
        "/\u2028"
      })
  void leadsHomeInsteadOf(String next) {
    assertThat(SafePath.of(next)).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home", "/needs/1?sort=title&page=2", "/needs/a%20b", "/advisor#result"})
  void keeps(String next) {
    assertThat(SafePath.of(next)).isEqualTo(next);
    assertThat(URI.create(next).getHost()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2001, 20_000})
  void leadsHomeInsteadOfAPathOfThatLength(int length) {
    assertThat(SafePath.of("/" + "a".repeat(length))).isEqualTo("/");
  }
}
