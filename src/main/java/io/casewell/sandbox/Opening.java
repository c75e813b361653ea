package io.casewell.sandbox;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the sandbox does before its first page: personas, then the sample marketplace. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class Opening {
  @Bean
  ApplicationRunner open(PersonaAccounts accounts) {
    return _ -> accounts.write().block();
  }
}
