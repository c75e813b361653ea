package io.casewell.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sign-in by OpenID Connect, sessions, CSRF, headers, and who may call what. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityWiring {
  /** Nobody watches each filter by itself, and watching them is a tenth of a page's work. */
  @Bean
  SecurityObservationSettings unwatched() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http,
      SessionContexts contexts,
      Attempts attempts,
      CsrfTokens csrfTokens,
      AccessRules rules,
      RefusalPages pages,
      ServerOAuth2AuthorizationRequestResolver requests) {
    return http.securityContextRepository(contexts)
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .csrf(csrf ->
            csrf.csrfTokenRepository(csrfTokens)
                .csrfTokenRequestHandler(tokens())
                .requireCsrfProtectionMatcher(posted())
                .accessDeniedHandler((exchange, _) ->
                    pages.show(
                        exchange,
                        new Refusal.NotAllowed(
                            "This page was open for too long or came from elsewhere."
                                + " Please go back, reload it and try again."))))
        // SafetyHeaders writes them, also on what the firewall refuses before this chain
        .headers(ServerHttpSecurity.HeaderSpec::disable)
        .oauth2Login(login ->
            login
                .authorizationRequestRepository(attempts)
                .authorizationRequestResolver(requests)
                .authenticationSuccessHandler(SecurityWiring::welcome)
                .authenticationFailureHandler((at, _) -> failed(at)))
        .authorizeExchange(all -> all.anyExchange().access(rules))
        .exceptionHandling(trouble ->
            trouble
                .authenticationEntryPoint((exchange, _) -> pages.askToSignIn(exchange))
                .accessDeniedHandler((exchange, _) -> pages.deny(exchange)))
        .addFilterAfter(
            (exchange, chain) ->
                CallerResolver.signedIn()
                    .map(Tenancy::of)
                    .defaultIfEmpty(Tenancy.as(new Caller.Visitor()))
                    .flatMap(who ->
                        chain.filter(exchange).contextWrite(Origin.of(exchange).beside(who))),
            SecurityWebFiltersOrder.AUTHORIZATION)
        .build();
  }

  /** Tokens of the identity provider serve for nothing after the sign-in, so none is kept. */
  @Bean
  ServerOAuth2AuthorizedClientRepository noClients() {
    return new ServerOAuth2AuthorizedClientRepository() {
      @Override
      public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
          String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> saveAuthorizedClient(
          OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> removeAuthorizedClient(
          String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
      }
    };
  }

  /** A form with a file carries the token as a part; {@link UploadLimit} bounds what is read. */
  private static XorServerCsrfTokenRequestAttributeHandler tokens() {
    var tokens = new XorServerCsrfTokenRequestAttributeHandler();
    tokens.setTokenFromMultipartDataEnabled(true);
    return tokens;
  }

  private static ServerWebExchangeMatcher posted() {
    ServerWebExchangeMatcher changing =
        exchange -> {
          var method = exchange.getRequest().getMethod();
          boolean reads =
              method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
          return reads
              ? ServerWebExchangeMatcher.MatchResult.notMatch()
              : ServerWebExchangeMatcher.MatchResult.match();
        };
    // neither reads a cookie: the API takes bearer tokens only, the sandbox's token is for anybody
    var cookieless =
        new OrServerWebExchangeMatcher(
            exchange ->
                SessionContexts.isApi(exchange)
                    ? ServerWebExchangeMatcher.MatchResult.match()
                    : ServerWebExchangeMatcher.MatchResult.notMatch(),
            new PathPatternParserServerWebExchangeMatcher("/sandbox/personas/{name}/token"));
    return new AndServerWebExchangeMatcher(
        changing, new NegatedServerWebExchangeMatcher(cookieless));
  }

  private static Mono<Void> welcome(WebFilterExchange at, Authentication authentication) {
    String asked = at.getExchange().getAttributeOrDefault(Attempts.NEXT, "/");
    var next = asked.equals("/") ? "/home" : asked;
    return RefusalPages.redirect(at.getExchange(), URI.create(before(next, at.getExchange())));
  }

  /** Where to go first: who wears no hat chooses one, who has not agreed yet is asked. */
  private static String before(String next, ServerWebExchange exchange) {
    // an invitation brings the hat and asks for the agreement itself
    if (next.startsWith("/invitations/")
        || !(exchange.getAttribute(SessionContexts.OPENED) instanceof SignIns.Opened opened)) {
      return next;
    }
    var query = "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    return !opened.hatted() ? "/hats" + query : !opened.agreed() ? "/agreement" + query : next;
  }

  private static Mono<Void> failed(WebFilterExchange at) {
    return RefusalPages.redirect(at.getExchange(), URI.create("/sign-in?failed"));
  }
}
