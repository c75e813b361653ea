package io.casewell.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** A person who has a keyboard and nothing else. */
record Keyboard(Page page) {
  private static final int MOST_STOPS = 250;

  /** Presses Tab until what this selector names has the focus. */
  Keyboard to(String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press("Tab");
      if (isAt(selector)) {
        return this;
      }
    }
    throw new AssertionError(selector + " cannot be reached by Tab on " + page.url());
  }

  private boolean isAt(String selector) {
    try {
      return Boolean.TRUE.equals(
          page.evaluate(
              "s => !!document.activeElement && document.activeElement.matches(s)", selector));
    } catch (PlaywrightException e) {
      if (!String.valueOf(e.getMessage()).contains("Execution context was destroyed")) {
        throw e;
      }
      // the page left while it was asked: the next Tab is the new page's first
      page.waitForLoadState();
      return false;
    }
  }

  /** Replaces what stands in the field. */
  Keyboard type(String text) {
    page.keyboard().press("Control+a");
    page.keyboard().type(text);
    return this;
  }

  Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Goes there and fills it. */
  Keyboard fill(String selector, String text) {
    return to(selector).type(text);
  }

  /** Chooses an option by typing how it begins. */
  Keyboard choose(String selector, String beginning) {
    to(selector);
    page.keyboard().type(beginning);
    return this;
  }
}
