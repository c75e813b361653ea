package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SmokeJourneyTest extends JourneyTest {
  @Test
  void aPersonaGetsInByOneClick() {
    var page = visitor();
    page.navigate("/sandbox");
    picture(page, "sandbox");
    signIn(page, "firm-owner");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .isVisible();
    picture(page, "firm-home");
    page.navigate("/");
    picture(page, "landing");
  }
}
