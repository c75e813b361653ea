package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** How a page of the walk is opened. */
final class Visit {
  private Visit() {}

  /**
   * Opens a page of the walk and waits until its parts are there. Answers what is wrong with it as
   * a page.
   */
  static List<String> open(Page page, Walk.Stop stop) {
    var answer = page.navigate(stop.address());
    assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).hasCount(0);
    stop.steps().forEach(step -> take(page, step));
    boolean asExpected = answer.status() < 400 != stop.refused();
    boolean whole = page.locator("main h1").count() == 1;
    return asExpected && whole
        ? List.of()
        : List.of(
            "%s: answered %s%s"
                .formatted(
                    stop.name(), answer.status(), whole ? "" : ", no page with a main heading"));
  }

  /** A step of the walk; what they are stands in pages.txt. */
  private static void take(Page page, String step) {
    if (step.startsWith("press ")) {
      page.evaluate("document.documentElement.setAttribute('data-before', '')");
      page.evaluate("for (const form of document.forms) form.noValidate = true");
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(step.substring(6)).setExact(true))
          .first()
          .click();
      assertThat(page.locator("html[data-before]")).hasCount(0);
      // the new page has begun; its heading may still be on the way
      page.waitForLoadState();
    } else if (step.startsWith("type ") && step.contains(" in ")) {
      int in = step.lastIndexOf(" in ");
      page.locator("[name='" + step.substring(in + 4) + "']").last().fill(step.substring(5, in));
    } else if (step.startsWith("see ")) {
      assertThat(page.getByText(step.substring(4)).first()).isVisible();
    } else {
      throw new IllegalArgumentException("pages.txt: no such step: " + step);
    }
  }

  /** Waits until a change of size or theme is painted. */
  static void settle(Page page) {
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " done())))");
  }
}
