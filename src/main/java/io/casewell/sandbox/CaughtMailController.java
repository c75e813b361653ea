package io.casewell.sandbox;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Page;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import io.casewell.platform.SafetyHeaders;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The mails of the sandbox, which go nowhere, to be read; and how the stand-in server behaves. */
@Controller
@Profile("sandbox")
class CaughtMailController {
  /** Nothing but the mail's own styles; no script, no form, no request to anywhere. */
  private static final String FRAME =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self';"
          + " sandbox allow-top-navigation-by-user-activation";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, h:mm:ss a", Locale.US);

  private final StandInMailServer server;
  private final Pages pages;

  CaughtMailController(StandInMailServer server, Pages pages) {
    this.server = server;
    this.pages = pages;
  }

  @GetMapping("/sandbox/mail")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering list(@ModelAttribute("page") Page page) {
    return Rendering.view("sandbox/mails")
        .modelAttribute("mails", server.caught())
        .modelAttribute("times", times(server.caught(), page))
        .modelAttribute("moods", moods())
        .modelAttribute("mood", server.mood().name())
        .build();
  }

  @GetMapping("/sandbox/mail/{id}")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering show(@PathVariable String id, @ModelAttribute("page") Page page) {
    var mail = find(id);
    return Rendering.view("sandbox/mail")
        .modelAttribute("mail", mail)
        .modelAttribute("when", MOMENT.format(mail.at().atZone(zone(page))))
        .build();
  }

  /** The HTML body as a mail program would show it, for the frame on the mail's page. */
  @GetMapping(value = "/sandbox/mail/{id}/body", produces = MediaType.TEXT_HTML_VALUE)
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  @ResponseBody
  String body(@PathVariable String id, ServerWebExchange exchange) {
    SafetyHeaders.frame(exchange, FRAME);
    // its links open in the whole window, not in the frame
    return find(id).html().replaceFirst("(?i)<head>", "<head><base target=\"_top\">");
  }

  @PostMapping("/sandbox/mail/mood")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering behave(Form form, ServerWebExchange exchange) {
    for (var mood : StandInMailServer.Mood.values()) {
      if (mood.name().equals(form.text("mood"))) {
        server.behave(mood);
      }
    }
    return pages.redirect(
        exchange, "/sandbox/mail", "The mail server now behaves so: " + server.mood().label());
  }

  private CaughtMail find(String id) {
    if (!id.matches("\\d{1,9}")) {
      throw Refusal.notFound();
    }
    return server.find(Integer.parseInt(id)).orElseThrow(Refusal::notFound);
  }

  private static Map<Integer, String> times(List<CaughtMail> mails, Page page) {
    var times = new LinkedHashMap<Integer, String>();
    mails.forEach(mail -> times.put(mail.id(), MOMENT.format(mail.at().atZone(zone(page)))));
    return times;
  }

  private static ZoneId zone(Page page) {
    var viewer = page.viewer();
    return viewer == null ? ZoneId.of("America/New_York") : viewer.zone();
  }

  private static Map<String, String> moods() {
    var moods = new LinkedHashMap<String, String>();
    for (var mood : StandInMailServer.Mood.values()) {
      moods.put(mood.name(), mood.label());
    }
    return moods;
  }
}
