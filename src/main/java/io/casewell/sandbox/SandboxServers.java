package io.casewell.sandbox;

import io.casewell.platform.DatabaseSettings;
import io.casewell.platform.Migrated;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The servers of the sandbox: those started ahead, and a stand-in for a mail server. */
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

  @Bean
  Migrated migrated(StartAhead.Servers servers) {
    return servers.migrated().join();
  }

  @Bean(destroyMethod = "close")
  SandboxIdentity sandboxIdentity(StartAhead.Servers servers) {
    return servers.identity().join();
  }

  @Bean(destroyMethod = "close")
  StandInMailServer standInMailServer(@Value("${sandbox.mail-port:0}") int port, Clock clock) {
    return StandInMailServer.start(port, clock);
  }

  /** The way to the stand-in; it gives up soon, so that a bad mood shows within seconds. */
  @Bean
  JavaMailSender mailSender(StandInMailServer server) {
    var sender = new JavaMailSenderImpl();
    sender.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    sender.setPort(server.port());
    var properties = sender.getJavaMailProperties();
    properties.setProperty("mail.smtp.connectiontimeout", "2000");
    properties.setProperty("mail.smtp.timeout", "2000");
    properties.setProperty("mail.smtp.writetimeout", "2000");
    return sender;
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
