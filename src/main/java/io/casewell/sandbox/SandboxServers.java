package io.casewell.sandbox;

import io.casewell.platform.DatabaseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The servers of the sandbox, started ahead: PostgreSQL and an identity provider. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxServers {
  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(StartAhead.Servers servers) {
    return servers.database().join();
  }

  @Bean
  DatabaseSettings databaseSettings(EmbeddedDatabase database) {
    return database.settings();
  }

  @Bean(destroyMethod = "close")
  SandboxIdentity sandboxIdentity(StartAhead.Servers servers) {
    return servers.identity().join();
  }

  @Bean
  ReactiveClientRegistrationRepository registrations(SandboxIdentity identity) {
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId("sandbox")
            .clientName("Sandbox sign-in")
            .clientId("casewell")
            .clientSecret("sandbox")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope("openid", "profile", "email")
            .authorizationUri(identity.authorize())
            .tokenUri(identity.token())
            .jwkSetUri(identity.keys())
            .issuerUri(identity.issuer())
            .userNameAttributeName("sub")
            .build());
  }
}
