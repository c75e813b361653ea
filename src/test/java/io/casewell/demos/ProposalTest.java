package io.casewell.demos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.CaughtMails;
import io.casewell.calendar.WorkingHours;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** From the advisor over a demo and a proposal to a firm with its first need. */
@CasewellTest
class ProposalTest {
  private static final String ASKED =
      "Legal research, drafting discovery responses and medical chronologies All of it is personal"
          + " injury, kept in Clio.";

  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired WorkingHours hours;
  @Autowired Tenancy tx;
  @Autowired JsonMapper json;

  private final String email = "p" + UUID.randomUUID().toString().substring(24) + "@vogel.example";
  private SalesPerson ana;
  private OfferedDemo demo;
  private Browserless visitor;

  @BeforeEach
  void offerADemo() {
    ana = SalesPerson.of("Ana Offer", false, worker, port).working("America/New_York", hours, tx);
    demo = OfferedDemo.of(DemoTerms.usual(), worker, json, ana);
    visitor = new Browserless(port);
  }

  @AfterEach
  void takeItBack() {
    demo.close(worker);
  }

  /** A lead who had a demo, as the pages make one; with what the advisor was asked before. */
  private String leadAfterADemo() {
    var path = "/demo/" + demo.slug();
    var start = visitor.page(path).select("button[name=start]").eachAttr("value").getFirst();
    visitor.post(
        path + "/bookings",
        "start",
        start,
        "zone",
        "America/New_York",
        "key",
        UUID.randomUUID().toString(),
        "name",
        "Petra Vogel",
        "email",
        email,
        "firm",
        "Vogel " + email);
    demo.begun(worker);
    var id = text("select id::text from demo where type = '" + demo.id() + "'");
    ana.browser().post("/sales/demos/" + id + "/outcome", "outcome", "Interested");
    return text("select lead::text from demo where type = '" + demo.id() + "'");
  }

  private String text(String sql) {
    return requireNonNull(
        worker.db().sql(sql).mapValue(String.class).one().defaultIfEmpty("").block());
  }

  private Document room(String lead) {
    return ana.browser().page("/sales/leads/" + lead + "/room");
  }

  /** What a form whose address ends so would post as it stands. */
  private static String[] typed(Document page, String address) {
    var form = (FormElement) requireNonNull(page.selectFirst("form[action$=" + address + "]"));
    return form.formData().stream()
        .filter(field -> !field.key().equals("_csrf"))
        .flatMap(field -> Stream.of(field.key(), field.value()))
        .toArray(String[]::new);
  }

  /** Keeps the room's form as it stands. */
  private void drawUp(String lead) {
    var fields = typed(room(lead), "/room");
    var kept = ana.browser().post("/sales/leads/" + lead + "/room", fields);
    assertThat(kept.body()).as(Jsoup.parse(kept.body()).text()).contains("Kept.");
  }

  private String proposalSent(String lead) {
    var sent =
        ana.browser()
            .post(
                "/sales/leads/" + lead + "/proposals",
                "message",
                "As we spoke: <b>three</b> people fit.",
                "days",
                "14");
    assertThat(sent.body()).as(Jsoup.parse(sent.body()).text()).contains("on its way");
    var mail = new CaughtMails(port).to(email, "A proposal from");
    assertThat(mail.text()).contains("A proposal from").contains("<b>three</b>");
    return CaughtMails.path(mail);
  }

  @Test
  void showsWhoFitsWhatTheyAnsweredBeforeAnythingIsKept() {
    visitor.get("/demo?hours=T01%3A20&text=" + URLEncoder.encode(ASKED, StandardCharsets.UTF_8));
    var lead = leadAfterADemo();
    assertThat(room(lead).select("[hx-get$=/matches]")).hasSize(1);
    var fits = ana.browser().page("/sales/leads/" + lead + "/matches");
    assertThat(fits.select(".cw-lead-card")).isNotEmpty();
    assertThat(text("select coalesce(need::text, '') from lead where id = '" + lead + "'"))
        .isEmpty();
    var before = fits.select(".cw-lead-list").text();
    drawUp(lead);
    assertThat(
            ana.browser().page("/sales/leads/" + lead + "/matches").select(".cw-lead-list").text())
        .as("kept as it stood, the same people fit")
        .isEqualTo(before);
  }

  @Test
  void carriesTheAdvisorsAnswerIntoTheNeedAndTheFirm() {
    visitor.get("/demo?hours=T01%3A20&text=" + URLEncoder.encode(ASKED, StandardCharsets.UTF_8));
    var lead = leadAfterADemo();
    assertThat(text("select advice ->> 'role' from lead where id = '" + lead + "'"))
        .isEqualTo("paralegal");
    assertThat(ana.browser().page("/sales/leads/" + lead).text())
        .contains("What the advisor told them")
        .contains("A virtual paralegal; paralegal 20 hours a week")
        .contains(ASKED);
    assertThat(room(lead).select("[name=hoursPerWeek]").val()).isEqualTo("20");
    assertThat(room(lead).select("[name=areas]").val()).isEqualTo("Personal injury");
    assertThat(room(lead).select("[name=software]").val()).contains("Clio");
    assertThat(room(lead).select("[name=role] option[selected]").val()).isEqualTo("paralegal");

    var firm = ana.browser().page("/sales/leads/" + lead + "/firm");
    assertThat(firm.select("form")).isNotEmpty();
  }

  @Test
  void takesNoAdviceThatNobodyGave() {
    for (var bad :
        new String[] {
          "T01:1e9\nx", "T99:20\n", "T01:99\n", "\0\0", "T01:20,\n", "{\"role\":\"both\"}"
        }) {
      var other = new Browserless(port);
      var cookie =
          new java.net.HttpCookie(
              "casewell-carried",
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(bad.getBytes(StandardCharsets.UTF_8)));
      cookie.setPath("/");
      cookie.setVersion(0);
      other.cookies().getCookieStore().add(java.net.URI.create("http://localhost:" + port), cookie);
      var path = "/demo/" + demo.slug();
      var start = other.page(path).select("button[name=start]").eachAttr("value").getFirst();
      var shown = other.get(path + "/details?zone=America/New_York&start=" + start);
      assertThat(shown.statusCode()).as(bad).isEqualTo(200);
      assertThat(shown.body()).as(bad).doesNotContain("comes along");
    }
    visitor.get("/demo?hours=" + "T01%3A20,".repeat(500) + "&text=x");
    var lead = leadAfterADemo();
    assertThat(text("select (advice is null)::text from lead where id = '" + lead + "'"))
        .isEqualTo("true");
  }

  @Test
  void sendsAProposalTellsOfItsOpeningAndBeginsTheFirm() {
    var lead = leadAfterADemo();
    drawUp(lead);
    var link = proposalSent(lead);

    visitor.page(link);
    visitor.page(link);
    assertThat(
            text(
                "select count(*)::text from proposal_view v join proposal p on p.id = v.proposal"
                    + " where p.lead = '"
                    + lead
                    + "'"))
        .isEqualTo("2");
    var rep = new CaughtMails(port).to(ana.account() + "@sales.example");
    assertThat(rep.text()).isNotEmpty();

    var accepted = visitor.post(link + "/acceptance");
    assertThat(accepted.body()).contains("Accepted.");
    assertThat(visitor.post(link + "/acceptance").statusCode()).isEqualTo(409);
    assertThat(text("select state from lead where id = '" + lead + "'")).isEqualTo("won");
    assertThat(
            text(
                "select n.state from need n join lead l on l.need = n.id where l.id = '"
                    + lead
                    + "'"))
        .isEqualTo("open");
    told(lead, "ProposalViewed", 1);
    told(lead, "ProposalAccepted", 1);
    noticed("Accepted: your proposal to Petra Vogel");
    noticed("Opened: your proposal to Petra Vogel");
    assertThat(ana.browser().get("/history/lead/" + lead).body()).contains("opened the proposal");
  }

  /** Waits for the notice: the relay brings it. */
  private void noticed(String title) {
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    text(
                        "select count(*)::text from notice where account = '%s' and title like '%s%%'"
                            .formatted(ana.account(), title)))
                .isEqualTo("1"));
  }

  private void told(String lead, String type, int times) {
    assertThat(
            text(
                "select count(*)::text from outbox o join proposal p on p.id = o.aggregate where"
                    + " p.lead = '%s' and o.type = '%s'".formatted(lead, type)))
        .isEqualTo(Integer.toString(times));
  }

  @Test
  void endsALinkThatIsTakenBackOrOver() {
    var lead = leadAfterADemo();
    drawUp(lead);
    var link = proposalSent(lead);
    var twice =
        ana.browser()
            .post("/sales/leads/" + lead + "/proposals", "message", "Once more", "days", "7");
    assertThat(twice.statusCode()).isEqualTo(409);
    var proposal = text("select id::text from proposal where lead = '" + lead + "'");
    var stranger = SalesPerson.of("Cy Offer", false, worker, port);
    assertThat(stranger.browser().post("/sales/proposals/" + proposal + "/withdrawal").statusCode())
        .isEqualTo(404);
    ana.browser().post("/sales/proposals/" + proposal + "/withdrawal");
    assertThat(visitor.get(link).statusCode()).isEqualTo(410);
    assertThat(visitor.post(link + "/acceptance").statusCode()).isEqualTo(410);
    assertThat(visitor.get("/proposals/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(text("select state from lead where id = '" + lead + "'")).isEqualTo("proposal");
  }

  @Test
  void makesAFirmOfALeadWithItsPeopleInvited() {
    visitor.get("/demo?hours=T01%3A20&text=" + URLEncoder.encode(ASKED, StandardCharsets.UTF_8));
    var lead = leadAfterADemo();
    var page = ana.browser().page("/sales/leads/" + lead + "/firm");
    var again = typed(page, "/firm");
    var chosen = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < again.length; i += 2) {
      chosen.put(again[i], again[i + 1]);
    }
    for (var select : page.select("form[action$=/firm] select")) {
      if (chosen.getOrDefault(select.attr("name"), "").isEmpty()) {
        chosen.put(select.attr("name"), select.select("option[value~=.]").get(1).attr("value"));
      }
    }
    chosen.put("areas", "personal-injury");
    var fields =
        chosen.entrySet().stream()
            .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
            .toArray(String[]::new);
    var made = ana.browser().post("/sales/leads/" + lead + "/firm", fields);
    assertThat(made.statusCode()).as(Jsoup.parse(made.body()).text()).isEqualTo(200);
    assertThat(text("select state from lead where id = '" + lead + "'")).isEqualTo("won");
    assertThat(
            text(
                "select count(*)::text from invitation i join lead l on l.firm = i.firm where"
                    + " l.id = '%s' and i.email = '%s'".formatted(lead, email)))
        .isEqualTo("1");
    assertThat(
            text(
                "select string_agg(d.fields::text, '') from need_draft d join lead l on l.firm ="
                    + " d.firm where l.id = '%s'".formatted(lead)))
        .contains("The advisor said")
        .contains(ASKED);
    var twice = ana.browser().post("/sales/leads/" + lead + "/firm", fields);
    assertThat(twice.statusCode()).isEqualTo(409);
  }
}
