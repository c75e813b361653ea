package io.casewell.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins under way: state, nonce and PKCE verifier wait in PostgreSQL, sealed, for ten minutes,
 * bound to the browser by a cookie. Taking one out deletes it, so a state works once, on any node.
 */
@Component
class Attempts implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  /** Where the sign-in leads back to, once it succeeded. */
  static final String NEXT = Attempts.class.getName() + ".next";

  private static final String COOKIE = "casewell-signing-in";

  private final DatabaseClient db;
  private final Secrets secrets;
  private final Cookies cookies;
  private final JsonMapper json;
  private final ReactiveClientRegistrationRepository registrations;

  Attempts(
      DatabaseClient db,
      Secrets secrets,
      Cookies cookies,
      JsonMapper json,
      ReactiveClientRegistrationRepository registrations) {
    this.db = db;
    this.secrets = secrets;
    this.cookies = cookies;
    this.json = json;
    this.registrations = registrations;
  }

  /** An authorization request as it is kept. */
  record Kept(
      String uri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, Object> parameters,
      Map<String, Object> attributes,
      String requestUri,
      String next) {}

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    var next = exchange.getRequest().getQueryParams().getFirst("next");
    var browser = Secrets.token();
    cookies.put(exchange, COOKIE, browser, Duration.ofMinutes(10));
    var state = String.valueOf(request.getState());
    var kept =
        new Kept(
            request.getAuthorizationUri(),
            request.getClientId(),
            String.valueOf(request.getRedirectUri()),
            request.getScopes(),
            state,
            new HashMap<>(request.getAdditionalParameters()),
            new HashMap<>(request.getAttributes()),
            request.getAuthorizationRequestUri(),
            SafePath.of(next == null ? "/" : next));
    return db.sql(
            """
            insert into sign_in_attempt (state_hash, browser_hash, request, expires_at)
            values (:state, :browser, :request, now() + interval '10 minutes')
            """)
        .bind("state", Secrets.hash(state))
        .bind("browser", Secrets.hash(browser))
        .bind("request", secrets.seal(json.writeValueAsBytes(kept), state))
        .then();
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return find(exchange, "select request from sign_in_attempt where");
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return find(exchange, "delete from sign_in_attempt where");
  }

  private Mono<OAuth2AuthorizationRequest> find(ServerWebExchange exchange, String start) {
    var state = exchange.getRequest().getQueryParams().getFirst("state");
    var browser = cookies.read(exchange, COOKIE);
    if (state == null || browser.isEmpty()) {
      return Mono.empty();
    }
    var returning = start.startsWith("delete") ? " returning request" : "";
    return db.sql(
            start
                + " state_hash = :state and browser_hash = :browser and expires_at > now()"
                + returning)
        .bind("state", Secrets.hash(state))
        .bind("browser", Secrets.hash(browser))
        .map(row -> opened(row.get("request", byte[].class), state))
        .one()
        .filterWhen(kept -> cameBackFromItsIssuer(kept, exchange))
        .doOnNext(kept -> exchange.getAttributes().put(NEXT, kept.next()))
        .map(Attempts::request);
  }

  /**
   * Each issuer answers at an address of its own and, if it names itself, by its own name; else one
   * issuer could have another's code sent to itself (mix-up: RFC 9700, 4.4; RFC 9207).
   */
  private Mono<Boolean> cameBackFromItsIssuer(Kept kept, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var id = String.valueOf(kept.attributes().get(OAuth2ParameterNames.REGISTRATION_ID));
    if (!request.getPath().pathWithinApplication().value().equals("/login/oauth2/code/" + id)) {
      return Mono.just(false);
    }
    var named = request.getQueryParams().getFirst("iss");
    return registrations
        .findByRegistrationId(id)
        .mapNotNull(known -> known.getProviderDetails().getIssuerUri())
        .map(issuer -> named == null || named.equals(issuer))
        .defaultIfEmpty(named == null);
  }

  private Kept opened(byte @Nullable [] sealed, String state) {
    return json.readValue(secrets.open(sealed == null ? new byte[0] : sealed, state), Kept.class);
  }

  private static OAuth2AuthorizationRequest request(Kept kept) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(kept.uri())
        .clientId(kept.clientId())
        .redirectUri(kept.redirectUri())
        .scopes(kept.scopes())
        .state(kept.state())
        .additionalParameters(kept.parameters())
        .attributes(all -> all.putAll(kept.attributes()))
        .authorizationRequestUri(kept.requestUri())
        .build();
  }
}
