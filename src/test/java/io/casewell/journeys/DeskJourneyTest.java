package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The firm's desk, as a firm's people use it over a day on several devices. */
class DeskJourneyTest extends JourneyTest {

  @Test
  void aDraftTypedOnOneDeviceIsResumedOnAnotherAndPublishedAndThreeAreCompared() {
    var desk = as("firm-owner");
    desk.navigate("/needs/new");
    desk.locator("input[name=title]").pressSequentially("Typed at the desk");
    assertThat(desk.locator("#saved")).containsText("Saved at");
    assertThat(desk).hasURL(Pattern.compile(".*/needs/drafts/[0-9a-f-]{36}\\?step=1"));

    var phone = window(390, 844, ColorScheme.DARK);
    Windows.signIn(phone, "firm-owner");
    phone
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Finish Typed at the desk"))
        .first()
        .click();
    assertThat(phone.locator("input[name=title]")).hasValue("Typed at the desk");
    phone.locator("input[name=title]").fill("Finished on the phone");
    phone.locator("input[name=title]").blur();
    assertThat(phone.locator("#saved")).containsText("Saved at");

    // the desk's page is stale now: it is told, and what was typed there stays
    desk.locator("input[name=title]").pressSequentially(", again");
    assertThat(desk.locator("#saved")).containsText("saved somewhere else");
    assertThat(desk.locator("input[name=title]")).hasValue("Typed at the desk, again");

    next(phone, "Skills");
    phone.locator("#f-mustSkills").pressSequentially("legal research");
    phone.locator("#f-mustSkills-options li").first().click();
    next(phone, "Hours");
    next(phone, "Conditions");
    next(phone, "Check and post");
    phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post the need")).click();
    assertThat(phone).hasURL(Pattern.compile(".*/needs/[0-9a-f-]{36}"));
    assertThat(phone.locator("h1")).hasText("Finished on the phone");

    desk.navigate(phone.url());
    var picks = desk.locator(".cw-compare-pick input");
    for (int i = 0; i < 3; i++) {
      picks.nth(i).check();
    }
    desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare them")).click();
    assertThat(desk.locator(".cw-compare thead th")).hasCount(3);
    assertThat(desk.locator(".cw-compare")).containsText("Must-have skills");
    desk.locator(".cw-compare textarea").first().fill("Ask about Friday afternoons");
    desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep the note"))
        .first()
        .click();
    assertThat(desk.locator(".cw-note-text").first()).hasText("Ask about Friday afternoons");
  }

  private static void next(Page page, String step) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next")).click();
    assertThat(page.locator(".cw-step-now")).containsText(step);
  }

  @Test
  void theSearchIsDrivenByTheKeyboardAlone() {
    var page = as("firm-owner");
    page.keyboard().press("Control+k");
    assertThat(page.locator("dialog.cw-palette")).isVisible();
    page.keyboard().type("growing injury");
    assertThat(page.locator("dialog [data-hit][aria-current]")).containsText("injury docket");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("injury docket");
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).containsText("Search everything you may see");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void theDirectoryNarrowsAsFiltersAreTicked() {
    var page = visitor();
    page.navigate("/talent");
    page.locator("input[name=role][value=case_manager]").check();
    assertThat(page).hasURL(Pattern.compile(".*role=case_manager.*"));
    assertThat(page.locator(".cw-chosen")).containsText("Virtual case manager");
    assertThat(page.locator(".cw-person").first()).containsText("Virtual case manager");
  }
}
