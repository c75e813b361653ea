package io.casewell.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.casewell.CasewellTest;
import java.nio.file.Path;
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

  /** The same where the clock is another one. */
  final Page window(int width, int height, ColorScheme scheme, String zone) {
    return windows().sized(width, height, scheme, zone);
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

  /** A picture for the README, kept by the build. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            // hiding the caret would add a style that the policy refuses
            .setCaret(ScreenshotCaret.INITIAL)
            .setPath(Path.of("target", "pictures", name + ".png")));
  }
}
