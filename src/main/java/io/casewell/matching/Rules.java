package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.catalogue.Role;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules with this installation's catalogue. */
@Configuration(proxyBeanMethods = false)
class Rules {
  @Bean
  Engine engine(Catalogue catalogue) {
    return new Engine(
        catalogue.credentials().all().stream()
            .collect(Collectors.toMap(Credential::code, Rules::role)));
  }

  private static String role(Credential credential) {
    return credential.roles().size() > 1
        ? "both"
        : credential.roles().stream().findFirst().map(Role::code).orElse("");
  }
}
