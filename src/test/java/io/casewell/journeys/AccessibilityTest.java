package io.casewell.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every page of every persona: axe finds nothing, and nothing sticks out at 320 px. */
class AccessibilityTest extends JourneyTest {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "",
              List.of(
                  "/",
                  "/guide",
                  "/advisor",
                  "/about",
                  "/catalogue?q=subpoena",
                  "/sign-in",
                  "/sandbox",
                  "/nothing-here"),
          "firm-owner", List.of("/home", "/needs", "/needs/new", "/firm", "/tokens", "/hats"),
          "paralegal", List.of("/home", "/profile", "/hours", "/rate"),
          "sales-rep", List.of("/home"),
          "admin", List.of("/home", "/operations/imports", "/operations/people"),
          "finance", List.of("/home", "/rate-card"));

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingOnAnyPage(ColorScheme scheme) {
    var found = new ArrayList<String>();
    PAGES.forEach((persona, paths) -> walk(persona, paths, scheme, found));
    Assertions.assertThat(found).isEmpty();
  }

  private void walk(String persona, List<String> paths, ColorScheme scheme, List<String> found) {
    var page = window(1280, 900, scheme);
    if (!persona.isEmpty()) {
      signIn(page, persona);
    }
    for (var path : paths) {
      page.navigate(path);
      look(page, path, found);
    }
    if (persona.equals("firm-owner")) {
      page.navigate("/needs");
      page.locator("a[href^='/needs/0']").first().click();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      look(page, "a need with its matches", found);
    }
  }

  private static void look(Page page, String path, List<String> found) {
    for (var rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations()) {
      found.add(path + ": " + words(rule));
    }
    page.setViewportSize(320, 700);
    var wide = page.evaluate("document.documentElement.scrollWidth");
    if (((Number) wide).intValue() > 320) {
      found.add(path + ": " + wide + " px wide in a window of 320");
    }
    page.setViewportSize(1280, 900);
  }

  private static String words(Rule rule) {
    return rule.getId() + " at " + rule.getNodes().getFirst().getTarget() + ", " + rule.getHelp();
  }
}
