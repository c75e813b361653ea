package io.casewell;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What the sandbox's stand-in mail server caught, read off its pages as a person would. */
public final class CaughtMails {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/]+(/[^\\s\"]*)");
  private final Browserless browser;

  public CaughtMails(int port) {
    this.browser = new Browserless(port);
  }

  /** The newest mail to this address, as its page; waits for it up to fifteen seconds. */
  public Document to(String address) {
    return to(address, "");
  }

  /** The newest one to this address whose subject has these words; waits as long. */
  public Document to(String address, String subject) {
    long until = System.nanoTime() + 15_000_000_000L;
    while (System.nanoTime() < until) {
      var found = pages(address, subject);
      if (!found.isEmpty()) {
        return browser.page(found.getFirst());
      }
      pause();
    }
    throw new AssertionError("no mail to " + address + ": " + subject);
  }

  /** How many there are to this address now. */
  public int count(String address) {
    return pages(address, "").size();
  }

  private List<String> pages(String address, String subject) {
    return browser.page("/sandbox/mail").select("tbody tr").stream()
        .filter(row -> row.select("td[data-label=To]").text().equals(address))
        .filter(row -> row.text().contains(subject))
        .map(row -> row.select("a").attr("href"))
        .toList();
  }

  /** The path that the mail's first link leads to. */
  public static String path(Document mail) {
    var match = ADDRESS.matcher(mail.select(".cw-letter a").attr("href"));
    if (!match.matches()) {
      throw new AssertionError("no link in " + mail.select(".cw-letter").text());
    }
    return match.group(1);
  }

  /** Makes the stand-in behave so: FINE, BUSY, REFUSES or SILENT. */
  public void behave(String mood) {
    browser.post("/sandbox/mail/mood", "mood", mood);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
