package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A visitor takes advice, becomes a law firm with a published need and invites a colleague, who
 * follows the link in the mail; on a telephone's screen and by keyboard alone.
 */
class ComingInJourneyTest extends JourneyTest {
  private static final String NEED = "Research and discovery for Noor";
  private static final String POST =
      "We run a small injury practice and need someone for legal research, drafting discovery"
          + " responses and medical chronologies, about 20 hours a week. No court filing work.";

  @Test
  void aVisitorBecomesAFirmWithANeedAndAnInvitedColleague() {
    var name = "Brandt Injury Law " + UUID.randomUUID().toString().substring(24);
    var colleague = "sam" + UUID.randomUUID().toString().substring(24) + "@brandt.example";
    var phone = window(390, 844, ColorScheme.DARK);
    takeAdvice(phone);
    signInAsSomebodyNew(phone, "Noor Brandt");
    bringInTheFirm(phone, name);
    setItUp(phone);
    publishTheNeed(phone);
    invite(phone, colleague);

    var other = window(390, 844, ColorScheme.LIGHT);
    followTheMail(other, colleague, name);
    other.navigate("/needs");
    assertThat(other.locator("main")).containsText(NEED);
  }

  private static void takeAdvice(Page page) {
    page.navigate("/advisor");
    var keys = new Keyboard(page);
    keys.fill("textarea[name=text]", POST);
    keys.fill("input[type=number][name='hours.T01']", "20").press("Tab");
    var post = page.locator("a", new Page.LocatorOptions().setHasText("Post this as a need"));
    assertThat(post.first()).isVisible();
    keys.to("a[href^='/needs/new']").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
  }

  /** From the sign-in page, by the sandbox's way of being somebody nobody knows. */
  private static void signInAsSomebodyNew(Page page, String name) {
    var keys = new Keyboard(page);
    keys.to("main a[href^='/sandbox?next=']").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/sandbox\\?next=.*"));
    keys.fill("#newcomer", name).press("Enter");
  }

  private static void bringInTheFirm(Page page, String name) {
    assertThat(page).hasURL(Pattern.compile(".*/welcome\\?next=.*"));
    var keys = new Keyboard(page);
    keys.to("input[name=as]").press("Space");
    keys.to("#f-agree").press("Space");
    keys.to("main button[type=submit]").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/welcome/firm.*"));
    keys.fill("input[name=name]", name);
    keys.choose("select[name=jurisdiction]", "Calif");
    keys.choose("select[name=size]", "2 to");
    keys.to("#f-areas");
    page.keyboard().type("personal inj");
    assertThat(page.locator("#f-areas-options li").first()).isVisible();
    keys.press("Enter");
    assertThat(page.locator("input[name=areas]:checked")).hasCount(1);
    keys.to("main button[type=submit]").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/firm/attorneys"));
  }

  private static void setItUp(Page page) {
    var keys = new Keyboard(page);
    keys.fill("input[name=name]", "Noor Brandt");
    keys.choose("select[name=jurisdiction]", "Calif");
    keys.fill("input[name=barNumber]", "123456").press("Enter");
    assertThat(page.locator(".cw-rows")).containsText("bar number 123456");
    keys.to("a[href='/firm/parties']").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/firm/parties"));
    keys.fill("textarea[name=names]", "Acme Trucking, Inc.");
    keys.to("main button[type=submit]").press("Enter");
    assertThat(page.locator(".cw-rows")).containsText("Acme Trucking, Inc.");
    keys.to("a[href='/firm/billing-contact']").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/firm/billing-contact"));
    keys.fill("input[name=name]", "Accounts payable");
    keys.fill("input[name=email]", "pay@brandt.example").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/firm/setup"));
    assertThat(page.locator("main")).containsText("4 of 5 done");
    keys.to("main button[type=submit]").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/needs/.*"));
  }

  /** Whether the need is asked for on one page or in steps: on, until it can be posted. */
  private static void publishTheNeed(Page page) {
    var keys = new Keyboard(page);
    var post = "button[name=action][value=publish]";
    for (int step = 0; step < 8; step++) {
      if (page.locator("input[name=title]").count() > 0) {
        keys.fill("input[name=title]", NEED);
      }
      if (page.locator(post).count() > 0) {
        keys.to(post).press("Enter");
        break;
      }
      var on = "button[name=action][value=next]";
      keys.to(on);
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
    assertThat(page).hasURL(Pattern.compile(".*/needs/[0-9a-f-]{36}(#.*)?$"));
    assertThat(page.locator("main")).containsText(NEED);
  }

  private static void invite(Page page, String email) {
    page.navigate("/firm/people");
    var keys = new Keyboard(page);
    keys.fill("input[name=email]", email);
    keys.to("#f-roles input[value=hiring_manager]").press("Space");
    keys.to("main form[action='/firm/people'] button[type=submit]").press("Enter");
    assertThat(page.locator(".cw-rows").last()).containsText(email);
  }

  private static void followTheMail(Page page, String email, String firm) {
    var row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(email));
    page.navigate("/sandbox/mail");
    for (int i = 0; i < 40 && row.count() == 0; i++) {
      page.waitForTimeout(250);
      page.reload();
    }
    var mail = row.locator("a").getAttribute("href");
    var keys = new Keyboard(page);
    keys.to("a[href='" + mail + "']").press("Enter");
    assertThat(page.locator(".cw-letter a").first()).isVisible();
    keys.to(".cw-letter a").press("Enter");
    assertThat(page.locator("h1")).hasText("Join " + firm);
    keys.to("a[href^='/sign-in?next=/invitations/']").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
    signInAsSomebodyNew(page, "Sam Okoye");
    assertThat(page.locator("h1")).hasText("Join " + firm);
    keys.to("#f-agree").press("Space");
    keys.to("main form[action^='/invitations/'] button[type=submit]").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/home"));
    assertThat(page.locator("main")).containsText(firm);
  }
}
