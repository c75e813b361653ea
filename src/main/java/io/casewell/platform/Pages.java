package io.casewell.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Makes the {@link Page} of a request, and carries one sentence over a redirect. */
@Component
public class Pages {
  private static final String TOAST = "casewell-toast";

  private final Assets assets;
  private final Cookies cookies;
  private final boolean sandbox;

  Pages(Assets assets, Cookies cookies, Environment environment) {
    this.assets = assets;
    this.cookies = cookies;
    this.sandbox = Arrays.asList(environment.getActiveProfiles()).contains("sandbox");
  }

  /** The page's frame for whoever asks. */
  public Mono<Page> of(ServerWebExchange exchange) {
    return CallerResolver.signedIn()
        .map(in -> new Seen(in.viewer()))
        .defaultIfEmpty(Seen.NOBODY)
        .zipWith(csrf(exchange))
        .map(both -> page(exchange, both.getT1().viewer(), both.getT2()));
  }

  /** Who is signed in, hat or none; empty for a visitor. */
  public Mono<SignedIn> signedIn() {
    return CallerResolver.signedIn();
  }

  /** Leads on to another page, which says what just happened. */
  public Rendering redirect(ServerWebExchange exchange, String path, String toast) {
    var encoded = URLEncoder.encode(toast, StandardCharsets.UTF_8);
    cookies.put(exchange, TOAST, encoded, Duration.ofMinutes(1));
    return Rendering.redirectTo(path).build();
  }

  private Page page(ServerWebExchange exchange, @Nullable Viewer viewer, String csrf) {
    return new Page(
        exchange.getRequest().getPath().value(), viewer, csrf, toast(exchange), sandbox, assets);
  }

  private @Nullable String toast(ServerWebExchange exchange) {
    var encoded = cookies.read(exchange, TOAST);
    if (encoded.isEmpty()) {
      return null;
    }
    cookies.put(exchange, TOAST, "", Duration.ZERO);
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Mono<String> csrf(ServerWebExchange exchange) {
    Mono<CsrfToken> token =
        exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
    return token.map(CsrfToken::getToken).defaultIfEmpty("");
  }

  private record Seen(@Nullable Viewer viewer) {
    static final Seen NOBODY = new Seen(null);
  }
}
