package io.casewell.platform;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies of Casewell. Over https each carries the {@code __Host-} prefix, which a browser only
 * takes with Secure, without Domain and for the whole site (RFC 6265bis); plain localhost cannot.
 */
@Component
public class Cookies {
  private final boolean secure;

  Cookies(@Value("${casewell.base-url}") String baseUrl) {
    this.secure = baseUrl.startsWith("https://");
  }

  /** The session's value, or empty. */
  public String session(ServerWebExchange exchange) {
    return read(exchange, "casewell");
  }

  /** Hands the browser a new session. */
  public void putSession(ServerWebExchange exchange, String value) {
    put(exchange, "casewell", value, Duration.ofDays(7));
  }

  /** Takes the session's cookie away. */
  public void dropSession(ServerWebExchange exchange) {
    put(exchange, "casewell", "", Duration.ZERO);
  }

  /** What tells this browser from another: its session, or the value a visitor's forms go by. */
  public String visitor(ServerWebExchange exchange) {
    var session = session(exchange);
    return session.isEmpty() ? read(exchange, CsrfTokens.VISITOR) : session;
  }

  /** What this browser asked and takes along to a booking, or empty. */
  public String carried(ServerWebExchange exchange) {
    return read(exchange, "casewell-carried");
  }

  /** Lets this browser take something along for a while; nothing, with an empty value. */
  public void carry(ServerWebExchange exchange, String value) {
    put(exchange, "casewell-carried", value, value.isEmpty() ? Duration.ZERO : Duration.ofHours(2));
  }

  String read(ServerWebExchange exchange, String name) {
    var cookie = exchange.getRequest().getCookies().getFirst(named(name));
    return cookie == null ? "" : cookie.getValue();
  }

  void put(ServerWebExchange exchange, String name, String value, Duration age) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(named(name), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build());
  }

  private String named(String name) {
    return secure ? "__Host-" + name : name;
  }
}
