package io.casewell.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.casewell.BesideTest;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Opens every page of the matrix: axe finds nothing in either theme, and nothing sticks out at 320
 * px, not even with the letters as far apart as WCAG 1.4.12 lets a reader set them. By far the
 * longest test there is.
 */
@BesideTest
class AccessibilityTest {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String FINDINGS =
      """
      async tags => {
        const only = { runOnly: tags, resultTypes: ["violations"] };
        // to name every element it looks at takes axe a third of its time: only where it found one
        const quick = await axe.run(document, { ...only, selectors: false });
        if (quick.violations.length === 0) return [];
        const { violations } = await axe.run(document, only);
        return violations.map(rule => rule.id + " at "
            + rule.nodes.slice(0, 3).map(node => node.target.join(" ")).join(", ") + ": " + rule.help);
      }
      """;

  /** A sheet made by script is not held to the policy, unlike a style element. */
  private static final String APART =
      """
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important }");
        document.adoptedStyleSheets = [sheet];
      }
      """;

  /** Colours change at once with the theme, so that none is judged half way. */
  private static final String AT_ONCE =
      """
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
        document.adoptedStyleSheets = [sheet];
      }
      """;

  private static final String STICKS_OUT =
      """
      () => [...document.querySelectorAll("body *")]
          .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(it => it.tagName.toLowerCase() + "." + it.className).join(", ")
      """;

  @LocalServerPort int port;
  @Autowired Worker worker;

  @Test
  void axeFindsNothingOnAnyPage() throws Exception {
    var walk = Walk.through(worker);
    var found = new ArrayList<>(walk.mistakes());
    found.addAll(walk(walk.stops(), axe()));
    assertThat(found).isEmpty();
  }

  private List<String> walk(List<Walk.Stop> stops, String axe) {
    var found = new ArrayList<String>();
    try (var playwright = Chromium.playwright();
        var browser = Chromium.launch(playwright)) {
      var windows = new Windows(browser, port, axe);
      for (var stop : stops) {
        var page = windows.of(stop.who());
        page.setViewportSize(1280, 900);
        page.emulateMedia(theme(ColorScheme.LIGHT));
        found.addAll(Visit.open(page, stop));
        look(page, stop, ColorScheme.LIGHT, found);
        page.evaluate(AT_ONCE);
        page.emulateMedia(theme(ColorScheme.DARK));
        look(page, stop, ColorScheme.DARK, found);
        narrow(page, stop, found);
      }
      found.addAll(windows.closed());
    }
    return found;
  }

  /** Without motion: a button half way between two themes has the contrast of neither. */
  private static Page.EmulateMediaOptions theme(ColorScheme scheme) {
    return new Page.EmulateMediaOptions()
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private static void look(Page page, Walk.Stop stop, ColorScheme scheme, List<String> found) {
    Visit.settle(page);
    // the structure is the same in both themes, the colours are not
    var rules = scheme == ColorScheme.LIGHT ? WCAG : List.of("color-contrast");
    for (var finding : (List<?>) page.evaluate(FINDINGS, rules)) {
      found.add(stop.name() + ", " + scheme + ": " + finding);
    }
  }

  private static void narrow(Page page, Walk.Stop stop, List<String> found) {
    page.setViewportSize(320, 700);
    Visit.settle(page);
    wide(page, stop.name(), found);
    page.evaluate(APART);
    wide(page, stop.name() + ", letters apart", found);
  }

  private static void wide(Page page, String where, List<String> found) {
    var wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    if (wide > 320) {
      found.add(where + ": " + wide + " px wide in 320: " + page.evaluate(STICKS_OUT));
    }
  }

  private static String axe() throws IOException {
    try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
