package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What a browser is told to do with a cookie. */
class CookiesTest {
  private final MockServerWebExchange exchange =
      MockServerWebExchange.from(MockServerHttpRequest.get("/"));

  @Test
  void tiesTheSessionToTheHostOverHttps() {
    new Cookies("https://casewell.example").putSession(exchange, "value");
    var cookie = set("__Host-casewell");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void doesNotReadAPlainCookieOverHttps() {
    var tricked =
        MockServerWebExchange.from(
            MockServerHttpRequest.get("/")
                .cookie(new org.springframework.http.HttpCookie("casewell", "set by a neighbour")));
    assertThat(new Cookies("https://casewell.example").session(tricked)).isEmpty();
  }

  @Test
  void cannotAskForHttpsOnPlainLocalhost() {
    new Cookies("http://localhost:8080").putSession(exchange, "value");
    var cookie = set("casewell");
    assertThat(cookie.isSecure()).isFalse();
    assertThat(cookie.isHttpOnly()).isTrue();
  }

  private ResponseCookie set(String name) {
    return Objects.requireNonNull(exchange.getResponse().getCookies().getFirst(name));
  }
}
