package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The main job, end to end, as its people do it. */
class MainJourneyTest extends JourneyTest {
  private static final String POST =
      """
      We run a small injury practice. We need someone for legal research, drafting discovery
      responses and medical chronologies, about 20 hours a week. No court filing work. Experience
      with Clio is welcome.
      """;

  @Test
  void aVisitorTakesAdviceByHours() {
    var page = visitor();
    page.navigate("/");
    picture(page, "landing");
    page.navigate("/advisor");
    page.locator("input[name='hours.T01']").last().fill("14");
    page.locator("input[name='hours.T01']").last().blur();
    assertThat(page.locator("#answer-title"))
        .containsText(Pattern.compile("paralegal", Pattern.CASE_INSENSITIVE));
    page.locator("input[name='hours.T12']").last().fill("16");
    page.locator("input[name='hours.T12']").last().blur();
    assertThat(page.locator("#answer-title"))
        .containsText(Pattern.compile("both", Pattern.CASE_INSENSITIVE));
    assertThat(page.locator("#answer")).containsText("What would change it");
    picture(page, "advisor");
  }

  @Test
  void aVisitorTakesAdviceByPastedText() {
    var page = visitor();
    page.navigate("/advisor");
    page.locator("textarea[name=text]").fill(POST);
    assertThat(page.locator("#answer-title"))
        .containsText(Pattern.compile("paralegal", Pattern.CASE_INSENSITIVE));
    assertThat(page.locator("#answer mark").first()).isVisible();
    assertThat(page.locator("#answer s").first())
        .containsText(Pattern.compile("court filing|filing", Pattern.CASE_INSENSITIVE));
  }

  @Test
  void aFirmOwnerPostsANeedFromAdviceAndReadsWhoFitsAndWhatWouldBringInMore() {
    var page = as("firm-owner");
    page.navigate("/advisor");
    page.locator("textarea[name=text]").fill(POST);
    page.locator("input[name='hours.T01']").last().fill("20");
    page.locator("input[name='hours.T01']").last().blur();
    var post =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Post this as a need"));
    assertThat(post).isVisible();
    post.click();
    page.locator("input[name=title]").fill("Research and discovery, from the advisor");
    var next = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"));
    for (var step : java.util.List.of("Skills", "Hours", "Conditions", "Check and post")) {
      next.click();
      assertThat(page.locator(".cw-step-now")).containsText(step);
    }
    assertThat(page.locator(".cw-facts")).containsText("Monday to Friday");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post the need")).click();
    assertThat(page).hasURL(Pattern.compile(".*/needs/[0-9a-f-]{36}.*"));
    var first = page.locator(".cw-match").first();
    assertThat(first).containsText("Must-have skills");
    assertThat(first).containsText("Shared hours");
    assertThat(page.getByText("What would bring in more people").first()).isVisible();
    picture(page, "need");
  }

  @Test
  void aParalegalRaisesASkillAndMovesUp() {
    var firm = as("firm-owner");
    firm.navigate("/needs?q=growing+injury");
    firm.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Litigation paralegal for a growing injury docket"))
        .first()
        .click();
    var card = firm.locator(".cw-match", new Page.LocatorOptions().setHasText("Dana R."));
    assertThat(card).isVisible();
    int before = points(card);

    var paralegal = as("paralegal");
    paralegal.navigate("/profile");
    picture(paralegal, "profile");
    var skills = paralegal.locator("form#skills");
    var level = skills.locator("select[name=level-medical-chronology]");
    level.selectOption(level.inputValue().equals("5") ? "4" : "5");
    skills.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
    assertThat(paralegal.locator("select[name=level-medical-chronology]")).hasValue("5");

    // promised within two seconds of the edit
    long end = System.nanoTime() + 10_000_000_000L;
    int after = before;
    while (after <= before && System.nanoTime() < end) {
      firm.reload();
      assertThat(card).isVisible();
      after = points(card);
    }
    Assertions.assertThat(after).as("points after the skill was raised").isGreaterThan(before);
  }

  private static int points(Locator card) {
    return Integer.parseInt(
        card.locator(".cw-match-score strong").innerText().strip().replace(",", ""));
  }

  @Test
  void theRivalFindsNothingOfIt() {
    var firm = as("firm-owner");
    firm.navigate("/needs?q=growing+injury");
    firm.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Litigation paralegal for a growing injury docket"))
        .first()
        .click();
    var url = firm.url();
    var rival = as("rival-owner");
    Assertions.assertThat(rival.navigate(url).status()).isEqualTo(404);
    Assertions.assertThat(rival.navigate(url + "/matches").status()).isEqualTo(404);
    Assertions.assertThat(rival.navigate(url + "/near-misses").status()).isEqualTo(404);
    rival.navigate("/needs");
    assertThat(rival.locator("main")).not().containsText("growing injury docket");
  }
}
