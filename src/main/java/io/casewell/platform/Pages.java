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
  private static final String UNDO = "casewell-undo";

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
    cookies.put(exchange, TOAST, encoded(toast), Duration.ofMinutes(1));
    return Rendering.redirectTo(path).build();
  }

  /** The same, and offers to take it back. */
  public Rendering redirect(ServerWebExchange exchange, String path, String toast, Undo undo) {
    cookies.put(exchange, UNDO, encoded(undo.text()), Duration.ofMinutes(1));
    return redirect(exchange, path, toast);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Page page(ServerWebExchange exchange, @Nullable Viewer viewer, String csrf) {
    return new Page(
        exchange.getRequest().getPath().value(),
        viewer,
        csrf,
        carried(exchange, TOAST),
        undo(exchange),
        sandbox,
        assets);
  }

  private @Nullable Undo undo(ServerWebExchange exchange) {
    var text = carried(exchange, UNDO);
    return text == null ? null : Undo.of(text);
  }

  private @Nullable String carried(ServerWebExchange exchange, String cookie) {
    var encoded = cookies.read(exchange, cookie);
    if (encoded.isEmpty()) {
      return null;
    }
    cookies.put(exchange, cookie, "", Duration.ZERO);
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
