package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.casewell.CasewellTest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every journey in a browser needs: a browser, personas, and an eye on the console. */
@CasewellTest
abstract class JourneyTest {
  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort int port;

  private @Nullable Windows windows;

  @BeforeAll
  static void open() {
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void shut() {
    browser.close();
    playwright.close();
  }

  @AfterEach
  void nothingWasRefusedByThePolicy() {
    if (windows != null) {
      org.assertj.core.api.Assertions.assertThat(windows.closed())
          .as("what the browser's console complained of")
          .isEmpty();
    }
  }

  /** A window of this size and theme; nobody is signed in. */
  final Page window(int width, int height, ColorScheme scheme) {
    return windows().sized(width, height, scheme);
  }

  final Page visitor() {
    return window(1440, 900, ColorScheme.LIGHT);
  }

  /** A window of this persona's, signed in through the real code flow by one click. */
  final Page as(String persona) {
    var page = visitor();
    Windows.signIn(page, persona);
    return page;
  }

  /** The one window of this persona, signed in when first asked for; anon is nobody. */
  final Page windowOf(String persona) {
    return windows().of(persona);
  }

  private Windows windows() {
    if (windows == null) {
      windows = new Windows(browser, port);
    }
    return windows;
  }

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

  /** A picture for the README, kept by the build. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            // hiding the caret would add a style that the policy refuses
            .setCaret(ScreenshotCaret.INITIAL)
            .setPath(Path.of("target", "pictures", name + ".png")));
  }
}
