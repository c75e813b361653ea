package io.casewell.platform;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token each form posts: an HMAC of the session's cookie, or of a visitor's own random one. It
 * changes with every sign-in, and one session's token is worth nothing in another.
 */
@Component
class CsrfTokens implements ServerCsrfTokenRepository {
  static final String VISITOR = "casewell-visitor";

  private final Secrets secrets;
  private final Cookies cookies;

  CsrfTokens(Secrets secrets, Cookies cookies) {
    this.secrets = secrets;
    this.cookies = cookies;
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    // asked for before it is known whether one is there: only whoever subscribes gets a new cookie
    return Mono.fromSupplier(() -> {
      var value = Secrets.token();
      cookies.put(exchange, VISITOR, value, Duration.ofDays(1));
      return tokenFor(value);
    });
  }

  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    // nothing is kept: the token follows from the cookie
    return Mono.empty();
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    var session = cookies.session(exchange);
    var bound = session.isEmpty() ? cookies.read(exchange, VISITOR) : session;
    return bound.isEmpty() ? Mono.empty() : Mono.just(tokenFor(bound));
  }

  private CsrfToken tokenFor(String cookie) {
    var mac = Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.mac("csrf", cookie));
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", mac);
  }
}
