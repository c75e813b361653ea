package io.casewell.platform;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What every answer tells the browser not to do, those included that nothing further in ever sees.
 * Nothing is kept unless it says itself for how long.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SafetyHeaders implements WebFilter {
  /** No third party, no inline script or style; the hash is that of the empty style element. */
  static final String POLICY =
      "default-src 'self'; script-src 'self'; img-src 'self' data:; "
          + "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
          + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /** Of a file somebody uploaded: it may do nothing, wherever it is opened. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String SANDBOXED = SafetyHeaders.class.getName() + ".sandboxed";

  /** Set on an exchange whose answer is shown in a frame of our own, with a policy of its own. */
  private static final String FRAMED = SafetyHeaders.class.getName() + ".framed";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");

  private static final Set<HttpStatus> KEPT = Set.of(HttpStatus.OK, HttpStatus.NOT_MODIFIED);

  private final boolean https;

  SafetyHeaders(@Value("${casewell.base-url}") String baseUrl) {
    this.https = baseUrl.startsWith("https://");
  }

  /**
   * Lets this answer, which somebody else wrote, stand in a frame on a page of ours: with this
   * policy instead, which must begin by forbidding everything and sandbox it.
   */
  public static void frame(ServerWebExchange exchange, String policy) {
    exchange.getAttributes().put(FRAMED, policy);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
    return chain.filter(exchange);
  }

  /** Says that this answer is a file of somebody's, which the browser must not run. */
  static void sandbox(ServerWebExchange exchange) {
    exchange.getAttributes().put(SANDBOXED, true);
  }

  private void write(ServerWebExchange exchange) {
    var response = exchange.getResponse();
    var headers = response.getHeaders();
    ALWAYS.forEach(headers::set);
    if (exchange.getAttribute(FRAMED) instanceof String policy) {
      headers.set("Content-Security-Policy", policy);
      headers.set("X-Frame-Options", "SAMEORIGIN");
    } else if (exchange.getAttribute(SANDBOXED) != null) {
      headers.set("Content-Security-Policy", NOTHING);
    }
    if (https) {
      // by the public address, not the request's: behind the proxy each request is plain http
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    var status = response.getStatusCode();
    boolean kept = status == null || KEPT.contains(HttpStatus.resolve(status.value()));
    if (!kept || !headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      headers.setCacheControl("no-store");
    }
  }
}
