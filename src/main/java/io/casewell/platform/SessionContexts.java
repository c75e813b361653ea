package io.casewell.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Finds the caller behind each request in PostgreSQL: by bearer token under {@code /api}, by
 * session cookie elsewhere. The two never mix, so that no cookie can drive the API from another
 * site.
 */
@Component
class SessionContexts implements ServerSecurityContextRepository {
  /** As the dispatcher reads an address: {@code /api/v%31} leads to the API, too. */
  private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/v1/**");

  /** Set on the exchange of a sign-in: what came of it. */
  static final String OPENED = SessionContexts.class.getName() + ".opened";

  private final SignIns signIns;
  private final Cookies cookies;

  SessionContexts(SignIns signIns, Cookies cookies) {
    this.signIns = signIns;
    this.cookies = cookies;
  }

  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    if (context != null
        && context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof OidcUser user) {
      return signIns
          .open(identityOf(user), cookies.session(exchange), userAgent(exchange))
          .switchIfEmpty(Mono.error(new Refusal.NotAllowed("This account has been disabled.")))
          .doOnNext(opened -> {
            cookies.putSession(exchange, opened.cookie());
            exchange.getAttributes().put(OPENED, opened);
          })
          .then();
    }
    return Mono.empty();
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    // asked for by the access rules, the caller's argument and the page's frame: one look-up for
    // all
    return (isApi(exchange) ? byToken(exchange) : byCookie(exchange))
        .<SecurityContext>map(in -> new SecurityContextImpl(new Proven(in)))
        .cache();
  }

  static boolean isApi(ServerWebExchange exchange) {
    return API.matches(exchange.getRequest().getPath().pathWithinApplication());
  }

  private Mono<SignedIn> byCookie(ServerWebExchange exchange) {
    var cookie = cookies.session(exchange);
    return cookie.isEmpty() ? Mono.empty() : signIns.bySession(cookie);
  }

  private Mono<SignedIn> byToken(ServerWebExchange exchange) {
    var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith("Bearer ")
        ? signIns.byToken(header.substring("Bearer ".length()).strip())
        : Mono.empty();
  }

  private static SignIns.Identity identityOf(OidcUser user) {
    var name = user.getFullName();
    var email = user.getEmail();
    return new SignIns.Identity(
        String.valueOf(user.getIssuer()),
        String.valueOf(user.getSubject()),
        name == null ? "" : name,
        email == null ? "" : email,
        user.getAuthenticatedAt());
  }

  private static String userAgent(ServerWebExchange exchange) {
    var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300));
  }

  /** A caller that PostgreSQL vouches for. */
  private static final class Proven extends AbstractAuthenticationToken {
    private final transient SignedIn in;

    Proven(SignedIn in) {
      super(AuthorityUtils.NO_AUTHORITIES);
      this.in = in;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return in;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Authentication that && in.equals(that.getPrincipal());
    }

    @Override
    public int hashCode() {
      return in.hashCode();
    }
  }
}
