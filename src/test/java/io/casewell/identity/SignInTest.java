package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class SignInTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firm-owner",
        "hiring-manager",
        "supervising-attorney",
        "billing",
        "rival-owner",
        "sales-rep",
        "sales-lead",
        "admin",
        "finance"
      })
  void letsAPersonaInThroughTheCodeFlow(String persona) {
    var browser = Browserless.as(persona, port);
    assertThat(browser.get("/home").uri().getPath()).isEqualTo("/home");
  }

  @Test
  void leadsAVisitorToTheSignInAndBack() {
    var browser = new Browserless(port);
    assertThat(browser.get("/home").uri().toString()).endsWith("/sign-in?next=%2Fhome");
  }
}
