package io.casewell.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How a sign-in leaves for the identity provider, and what its ID token must say. */
@Configuration(proxyBeanMethods = false)
class OidcWiring {
  @Bean
  ServerOAuth2AuthorizationRequestResolver authorizationRequests(
      ReactiveClientRegistrationRepository registrations,
      @Value("${casewell.base-url}") String baseUrl) {
    return resolver(registrations, baseUrl);
  }

  static ServerOAuth2AuthorizationRequestResolver resolver(
      ReactiveClientRegistrationRepository registrations, String baseUrl) {
    var plain = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return new ServerOAuth2AuthorizationRequestResolver() {
      @Override
      public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return plain.resolve(exchange).map(request -> completed(request, exchange, baseUrl));
      }

      @Override
      public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String id) {
        return plain.resolve(exchange, id).map(request -> completed(request, exchange, baseUrl));
      }
    };
  }

  private static OAuth2AuthorizationRequest completed(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange, String baseUrl) {
    var completed = OAuth2AuthorizationRequest.from(request);
    if (baseUrl.startsWith("https://")) {
      // by the setting: the request's Host is whatever its sender likes. The sandbox has any port.
      var id = request.getAttribute(OAuth2ParameterNames.REGISTRATION_ID);
      completed.redirectUri(baseUrl.replaceAll("/+$", "") + "/login/oauth2/code/" + id);
    }
    var hint = exchange.getRequest().getQueryParams().getFirst("login_hint");
    if (hint != null && hint.length() <= 200) {
      // who is about to sign in (OpenID Connect Core 3.1.2.1)
      completed.additionalParameters(all -> all.put("login_hint", hint));
    }
    if (exchange.getRequest().getQueryParams().containsKey("again")) {
      // the person shall prove it now, and the token says when that was (Core 3.1.2.1)
      completed.additionalParameters(all -> {
        all.put("prompt", "login");
        all.put("max_age", "0");
      });
    }
    return completed.build();
  }

  @Bean
  ReactiveJwtDecoderFactory<ClientRegistration> idTokens() {
    var idTokens = new ReactiveOidcIdTokenDecoderFactory();
    idTokens.setJwtValidatorFactory(registration ->
        JwtValidators.createDefaultWithValidators(
            new OidcIdTokenValidator(registration), OidcWiring::namesSomebody));
    return idTokens;
  }

  /** A subject is 1 to 255 ASCII characters (OpenID Connect Core 2). */
  private static OAuth2TokenValidatorResult namesSomebody(Jwt token) {
    return isSubject(token.getSubject())
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_id_token", "The sub claim names nobody.", null));
  }

  private static boolean isSubject(@Nullable String subject) {
    return subject != null
        && !subject.isBlank()
        && subject.length() <= 255
        && subject.chars().allMatch(c -> c >= ' ' && c < 127);
  }
}
