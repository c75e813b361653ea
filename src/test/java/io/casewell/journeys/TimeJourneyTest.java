package io.casewell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.casewell.CaughtMails;
import io.casewell.platform.Worker;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Time, as those use it who book it, give it and keep it for themselves. */
class TimeJourneyTest extends JourneyTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Autowired Worker worker;

  private final String email = "p" + UUID.randomUUID().toString().substring(24) + "@vogel.example";

  @Test
  void aProspectInAnotherZoneBooksMovesAndCancelsOnAPhone() {
    var phone = window(390, 844, ColorScheme.DARK, "Europe/Berlin");
    var start = book(phone);
    assertThat(phone.locator("h1")).hasText("Your demo is booked");
    assertThat(phone.locator("main")).containsText("Berlin");
    var booked = invite("Booked:");
    assertThat(booked).contains("METHOD:REQUEST", "SEQUENCE:0", "DTSTART:" + STAMP.format(start));

    phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Move it")).click();
    var times = phone.locator("button[name=start]");
    assertThat(times.first()).isVisible();
    var later = Instant.parse(times.last().getAttribute("value"));
    times.last().click();
    assertThat(phone.locator("main")).containsText("Your demo is booked");
    var moved = invite("Moved:");
    assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:" + STAMP.format(later));
    assertThat(uid(moved)).isEqualTo(uid(booked));

    // who only looks at the link, as mail programs do, changes nothing
    var link = phone.url();
    phone.navigate(link);
    phone.locator("[name=reason]").fill("Another month");
    button(phone, "Cancel the demo").click();
    assertThat(phone.locator("h1")).hasText("This demo is cancelled");
    var cancelled = invite("Cancelled:");
    assertThat(cancelled).contains("METHOD:CANCEL", "SEQUENCE:2");
    assertThat(uid(cancelled)).isEqualTo(uid(booked));
  }

  @Test
  void aMorningBlockedInAnImportedCalendarIsNoLongerOffered() {
    var rep = window(390, 844, ColorScheme.LIGHT);
    Windows.signIn(rep, "sales-rep");
    var with = text("select account::text from demo_host where name = 'Ana Whitfield' limit 1");
    var phone = window(390, 844, ColorScheme.LIGHT, "America/New_York");
    var page = "/demo/intro?with=" + with;
    phone.navigate(page);
    phone.locator(".cw-month-day").last().click();
    assertThat(phone.locator("button[name=start]").first()).isVisible();
    var before = starts(phone);
    assertThat(before).anyMatch(TimeJourneyTest::morning);
    var day = before.getFirst().atZone(NEW_YORK).toLocalDate();

    rep.navigate("/calendar/links");
    var file =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Elsewhere//EN",
            "BEGIN:VEVENT",
            "UID:morning@elsewhere.example",
            "DTSTAMP:20260101T000000Z",
            "DTSTART:" + STAMP.format(day.atTime(6, 0).atZone(NEW_YORK)),
            "DTEND:" + STAMP.format(day.atTime(12, 0).atZone(NEW_YORK)),
            "SUMMARY:Dentist",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    rep.locator("#f-file")
        .setInputFiles(
            new FilePayload("mine.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8)));
    rep.locator("[name=fileName]").fill("My own");
    button(rep, "Add this file").click();
    assertThat(rep.locator("li", new Page.LocatorOptions().setHasText("My own"))).hasCount(1);

    phone.reload();
    var after = starts(phone);
    assertThat(after).noneMatch(TimeJourneyTest::morning);
    assertThat(after)
        .containsExactlyElementsOf(before.stream().filter(at -> !morning(at)).toList());

    rep.locator("li", new Page.LocatorOptions().setHasText("My own"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
        .click();
    rep.locator("dialog[open] button", new Page.LocatorOptions().setHasText("Remove")).click();
    assertThat(rep.locator("li", new Page.LocatorOptions().setHasText("My own"))).hasCount(0);
    phone.reload();
    assertThat(starts(phone)).containsExactlyElementsOf(before);
  }

  private static boolean morning(Instant start) {
    return start.atZone(NEW_YORK).toLocalTime().isBefore(LocalTime.NOON);
  }

  private static List<Instant> starts(Page page) {
    return page.locator("button[name=start]").all().stream()
        .map(button -> Instant.parse(button.getAttribute("value")))
        .toList();
  }

  @Test
  void aLeadBecomesAFirmThatPostsItsFirstNeed() {
    var phone = window(390, 844, ColorScheme.LIGHT, "America/Los_Angeles");
    book(phone);
    var demo =
        text("select d.id::text from demo d join lead l on l.id = d.lead where l.email = '%s'");
    worker
        .db()
        .sql(
            """
            update demo set start_at = now() - interval '10 minutes',
              end_at = now() + interval '20 minutes' where id = :id
            """)
        .bind("id", UUID.fromString(demo))
        .then()
        .block();

    var lead = window(1440, 900, ColorScheme.LIGHT);
    Windows.signIn(lead, "sales-lead");
    lead.navigate("/sales/demos/" + demo);
    lead.locator(".cw-pill").first().click();
    button(lead, "Keep it").first().click();
    lead.navigate("/sales/leads/" + text("select id::text from lead where email = '%s'") + "/room");
    button(lead, "Show who fits").click();
    assertThat(lead.locator("main")).containsText("Send it as a proposal");
    assertThat(lead.locator("[aria-labelledby=fits]")).containsText("a week");
    lead.locator("[name=message]").fill("As we saw together: these people fit your work.");
    button(lead, "Send the proposal").click();
    assertThat(lead.locator("main")).containsText("Proposal out");

    phone.navigate(CaughtMails.path(mail("A proposal from")));
    assertThat(phone.locator("main")).containsText("As we saw together");
    button(phone, "Accept the proposal").click();
    assertThat(phone.locator("main")).containsText("You accepted it");

    phone.navigate(CaughtMails.path(mail("Bo Marchetti invites you")));
    assertThat(phone.locator("h1")).containsText("Join Vogel Law");
    phone.locator("a[href^='/sign-in?next=/invitations/']").click();
    phone.locator("main a[href^='/sandbox?next=']").click();
    phone.locator("#newcomer").fill("Petra Vogel");
    phone.locator("#newcomer").press("Enter");
    assertThat(phone.locator("h1")).containsText("Join Vogel Law");
    phone.locator("#f-agree").check();
    phone.locator("main form[action^='/invitations/'] button[type=submit]").click();
    assertThat(phone).hasURL(Pattern.compile(".*/home"));
    phone.navigate("/needs");
    phone
        .locator("main a[href^='/needs/']")
        .filter(new Locator.FilterOptions().setHasText("Support for Vogel Law"))
        .first()
        .click();
    assertThat(phone.locator("h1")).containsText("Support for Vogel Law");
    assertThat(phone.locator("main")).containsText("Open");
  }

  /** Books the first time there is; gives when. */
  private Instant book(Page page) {
    page.navigate("/demo/intro");
    var zone = String.valueOf(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"));
    assertThat(page.locator("select[name=zone]")).hasValue(zone);
    var first = page.locator("button[name=start]").first();
    assertThat(first).isVisible();
    var start = Instant.parse(first.getAttribute("value"));
    first.click();
    assertThat(page.locator("h1")).hasText("Who shall we expect?");
    page.locator("[name=name]").fill("Petra Vogel");
    page.locator("[name=email]").fill(email);
    page.locator("[name=firm]").fill("Vogel Law " + email.substring(1, 8));
    for (var question : page.locator("[name^='answers.'][required]").all()) {
      if (String.valueOf(question.evaluate("e => e.tagName")).equals("SELECT")) {
        question.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      } else if (String.valueOf(question.getAttribute("type")).equals("radio")) {
        question.check();
      } else {
        question.fill("Personal injury");
      }
    }
    button(page, "Book the demo").click();
    assertThat(page).hasURL(Pattern.compile(".*/demo/bookings/.*"));
    return start;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private String text(String sql) {
    return requireNonNull(
        worker.db().sql(sql.formatted(email)).mapValue(String.class).one().block());
  }

  /** The prospect's mail with such a subject; waits for it. */
  private Document mail(String subject) {
    return new CaughtMails(port).to(email, subject);
  }

  /** The calendar's part of that mail, its folded lines joined. */
  private String invite(String subject) {
    var raw = mail(subject).select(".cw-raw code").first();
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(
                  requireNonNull(raw).wholeText().getBytes(StandardCharsets.UTF_8)));
      return calendar(message).replaceAll("\\r?\\n[ \\t]", "");
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String calendar(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/calendar")) {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = calendar(parts.getBodyPart(i));
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String uid(String calendar) {
    var found = Pattern.compile("UID:(\\S+)").matcher(calendar);
    return found.find() ? found.group(1) : "";
  }
}
