package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The windows somebody has open in a browser, and what its console complained of. */
final class Windows {
  private final Browser browser;
  private final int port;
  private final String script;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final Map<String, Page> byPersona = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  Windows(Browser browser, int port) {
    this(browser, port, "");
  }

  /** With a script that is there on every page they open. */
  Windows(Browser browser, int port, String script) {
    this.browser = browser;
    this.port = port;
    this.script = script;
  }

  /** A window of this size and theme; nobody is signed in. */
  Page sized(int width, int height, ColorScheme scheme) {
    return sized(width, height, scheme, "America/New_York");
  }

  /** The same where the clock is another one. */
  Page sized(int width, int height, ColorScheme scheme, String zone) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US")
                .setTimezoneId(zone));
    contexts.add(context);
    if (!script.isEmpty()) {
      context.addInitScript(script);
    }
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      boolean refused = message.text().contains("Content Security Policy");
      if (refused || message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(error -> complaints.add(error));
    return page;
  }

  /** The one window of this persona, signed in when first asked for; anon is nobody. */
  Page of(String persona) {
    var known = byPersona.get(persona);
    if (known == null) {
      known = sized(1280, 900, ColorScheme.LIGHT);
      if (!persona.equals("anon")) {
        signIn(known, persona);
      }
      byPersona.put(persona, known);
    }
    return known;
  }

  static void signIn(Page page, String persona) {
    page.navigate("/sandbox/sign-in/" + persona);
    assertThat(page).hasURL(Pattern.compile(".*/home"));
  }

  /** Closes them all; gives what the console complained of. */
  List<String> closed() {
    contexts.forEach(BrowserContext::close);
    return complaints;
  }
}
