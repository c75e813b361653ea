package io.casewell.sandbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.publisher.Mono;

/** What the sandbox does before it is ready: personas, then the sample marketplace. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class Opening {
  @Bean
  ApplicationRunner open(
      PersonaAccounts accounts,
      SampleMarketplace marketplace,
      SampleVetting vetting,
      SampleDemos demos,
      Preparation preparation,
      @Value("${sandbox.staff:240}") int staff) {
    return _ ->
        accounts
            .write()
            .then(marketplace.fill(staff))
            .then(vetting.fill())
            .then(demos.fill())
            .then(Mono.fromRunnable(() -> preparation.finished(staff)))
            .block();
  }
}
