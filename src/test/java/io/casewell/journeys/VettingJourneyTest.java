package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.casewell.SampleFiles;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A paralegal proves a certification on the phone, an administrator checks it, and she rises. */
class VettingJourneyTest extends JourneyTest {
  private static final String NEED = "Litigation paralegal for a growing injury docket";

  @Test
  void aCheckedCertificationRaisesThePlaceOnANeed() {
    var firm = as("firm-owner");
    firm.navigate("/needs?q=growing+injury");
    firm.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NEED)).first().click();
    var card = firm.locator(".cw-match", new Page.LocatorOptions().setHasText("Dana R."));
    assertThat(card).isVisible();
    int before = points(card);

    var phone = window(390, 844, ColorScheme.LIGHT);
    Windows.signIn(phone, "paralegal");
    phone.navigate("/profile#credentials");
    var adding = phone.locator("form[action='/profile/credentials']");
    adding.getByLabel("Certification").selectOption("NFPA-RP");
    adding.getByLabel("Number").fill("RP-20931");
    adding
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("pace.jpg", "image/jpeg", SampleFiles.photograph(900, 600)));
    adding.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add it")).click();
    var mine = phone.locator(".cw-credential", new Page.LocatorOptions().setHasText("RP-20931"));
    assertThat(mine).containsText("In review");
    assertThat(mine).containsText("pace.jpg");

    var admin = as("admin");
    admin.navigate("/operations/vetting?q=dana%20reyes");
    picture(admin, "vetting");
    admin
        .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("RP-20931"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Dana Reyes"))
        .click();
    assertThat(admin.locator("img.cw-vetting-picture")).isVisible();
    Assertions.assertThat(
            admin.locator("img.cw-vetting-picture").evaluate("image => image.naturalWidth"))
        .as("drawn upright")
        .isEqualTo(600);
    admin.getByLabel("Verify").check();
    admin.getByLabel("Valid through").fill("2031-05-31");
    picture(admin, "vetting-case");
    admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide")).click();
    assertThat(admin.locator(".cw-toasts")).containsText("Verified");

    // the same address with a fragment would not be loaded anew
    phone.reload();
    assertThat(mine)
        .containsText(Pattern.compile("Verified.*valid through May 31, 2031", Pattern.DOTALL));

    // promised within two seconds of the decision
    long end = System.nanoTime() + 10_000_000_000L;
    int after = before;
    while (after <= before && System.nanoTime() < end) {
      firm.reload();
      assertThat(card).isVisible();
      after = points(card);
    }
    Assertions.assertThat(after).as("points after the decision").isGreaterThan(before);
  }

  private static int points(Locator card) {
    return Integer.parseInt(
        card.locator(".cw-match-score strong").innerText().strip().replace(",", ""));
  }
}
