package io.casewell.demos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.calendar.WorkingHours;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What the sales team does with prospects, and what nobody gets done to them. */
@CasewellTest
class PipelineTest {
  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired WorkingHours hours;
  @Autowired Tenancy tx;
  @Autowired JsonMapper json;
  @Autowired LinkTokens links;

  private final String email = "q" + UUID.randomUUID().toString().substring(24) + "@finch.example";
  private SalesPerson ana;
  private SalesPerson bo;
  private OfferedDemo demo;
  private Browserless visitor;

  @BeforeEach
  void offerADemo() {
    ana = SalesPerson.of("Ana Pipe", false, worker, port).working("America/New_York", hours, tx);
    bo = SalesPerson.of("Bo Pipe", true, worker, port);
    demo = OfferedDemo.of(DemoTerms.usual(), worker, json, ana);
    visitor = new Browserless(port);
  }

  @AfterEach
  void takeItBack() {
    demo.close(worker);
  }

  private List<String> starts() {
    return visitor.page("/demo/" + demo.slug()).select("button[name=start]").eachAttr("value");
  }

  private HttpResponse<String> book(String start, String... more) {
    var fields =
        new ArrayList<>(
            List.of(
                "start",
                start,
                "zone",
                "America/Chicago",
                "key",
                UUID.randomUUID().toString(),
                "name",
                "Pat Finch",
                "email",
                email,
                "firm",
                "Finch LLP"));
    fields.addAll(List.of(more));
    return visitor.post("/demo/" + demo.slug() + "/bookings", fields.toArray(String[]::new));
  }

  private String text(String sql) {
    return requireNonNull(
        worker.db().sql(sql).mapValue(String.class).one().defaultIfEmpty("").block());
  }

  private String leadId() {
    return text("select lead::text from demo where type = '" + demo.id() + "' limit 1");
  }

  private String demoId() {
    return text(
        "select id::text from demo where type = '"
            + demo.id()
            + "' order by created_at desc limit 1");
  }

  @Test
  void readsAListAndGivesItBackWithoutWhatASpreadsheetWouldRun() {
    var list =
        "name;email;firm;note\n"
            + "\"=HYPERLINK(\"\"http://x\"\")\";"
            + email
            + ";\"+Finch; LLP\";\"@sum\nsecond line\"\n";
    var in =
        ana.browser()
            .post("/sales/leads/import", "list", list, "key", UUID.randomUUID().toString());
    assertThat(in.body()).as(Jsoup.parse(in.body()).text()).contains("1 prospect is in");
    assertThat(text("select name from lead where email = '" + email + "'"))
        .isEqualTo("=HYPERLINK(\"http://x\")");
    var csv = ana.browser().get("/sales/leads.csv").body();
    assertThat(csv).contains("'=HYPERLINK").contains("'+Finch; LLP");
    assertThat(csv.lines()).noneMatch(line -> line.matches("\"?[=+@-].*"));

    // what we gave out comes in again as it was
    var other = SalesPerson.of("Cy Pipe", false, worker, port);
    other.browser().post("/sales/leads/import", "list", csv, "key", UUID.randomUUID().toString());
    assertThat(
            text(
                "select count(*)::text from lead where email = '%s' and firm_name = '+Finch; LLP'"
                    .formatted(email)))
        .isEqualTo("2");
    // a rep's file holds the own prospects only
    assertThat(
            SalesPerson.of("Dee Pipe", false, worker, port)
                .browser()
                .get("/sales/leads.csv")
                .body())
        .doesNotContain(email);
  }

  @Test
  void takesAListWholeOrNotAtAll() {
    var list = "name,email\nGood," + email + "\nBad,nobody\n";
    var no =
        ana.browser()
            .post("/sales/leads/import", "list", list, "key", UUID.randomUUID().toString());
    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(no.body()).text()).contains("line 3, email").contains("e-mail address");
    assertThat(Jsoup.parse(no.body()).select("textarea[name=list]").text()).contains("nobody");
    assertThat(text("select count(*)::text from lead where email = '" + email + "'"))
        .isEqualTo("0");
  }

  @Test
  void joinsADoubleOnlyWhenAskedTo() {
    ana.browser()
        .post(
            "/sales/leads",
            "name",
            "Pat Finch",
            "email",
            email,
            "phone",
            "+1 212 555 0100",
            "key",
            UUID.randomUUID().toString());
    var kept = text("select id::text from lead where email = '" + email + "'");
    book(starts().getFirst());
    var double_ = leadId();
    assertThat(double_).isNotEqualTo(kept);
    assertThat(ana.browser().page("/sales/leads/" + kept).select("#doubles").text())
        .contains("Likely the same");
    assertThat(ana.browser().get("/sales/doubles").body()).contains(email);

    var stranger = SalesPerson.of("Cy Pipe", false, worker, port);
    assertThat(
            stranger
                .browser()
                .post("/sales/leads/" + double_ + "/merger", "into", kept)
                .statusCode())
        .isEqualTo(404);
    ana.browser().post("/sales/leads/" + double_ + "/merger", "into", kept);
    assertThat(leadId()).isEqualTo(kept);
    assertThat(text("select state || phone || firm_name from lead where id = '" + kept + "'"))
        .isEqualTo("booked+1 212 555 0100Finch LLP");
    assertThat(ana.browser().get("/sales/leads/" + double_).body()).contains("joined into another");
    assertThat(ana.browser().post("/sales/leads/" + double_ + "/merger", "into", kept).statusCode())
        .isEqualTo(409);
    assertThat(ana.browser().post("/sales/leads/" + kept + "/merger", "into", kept).statusCode())
        .isEqualTo(409);
  }

  @Test
  void refusesADemoTypeThatCannotBe() {
    var fields =
        new String[] {
          "slug",
          "intro",
          "name",
          "Mine",
          "about",
          "A",
          "place",
          "1",
          "open",
          "yes",
          "minutes",
          "0",
          "gridMinutes",
          "1e3",
          "beforeMinutes",
          "-5",
          "afterMinutes",
          "0",
          "noticeHours",
          "99999",
          "windowDays",
          "0",
          "dayLimit",
          "x",
          "weekLimit",
          "0",
          "meeting",
          "javascript:alert(1)",
          "remind",
          "soon",
          "q.label",
          "Which?",
          "q.kind",
          "choice",
          "q.required",
          "no",
          "q.options",
          "One",
          "q.code",
          ""
        };
    var rep = ana.browser().post("/sales/types", fields);
    assertThat(rep.statusCode()).isEqualTo(403);
    var no = bo.browser().post("/sales/types", fields);
    assertThat(no.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(no.body());
    for (var field :
        List.of(
            "minutes",
            "gridMinutes",
            "beforeMinutes",
            "noticeHours",
            "windowDays",
            "dayLimit",
            "weekLimit",
            "meeting",
            "remind")) {
      assertThat(page.select("#f-" + field + "-error").text()).as(field).isNotEmpty();
      assertThat(page.select("[name=" + field + "]").val()).as(field).isNotEmpty();
    }
    assertThat(page.text()).contains("A choice needs two answers");
    var slug = "mine-" + UUID.randomUUID().toString().substring(24);
    var fine = typed("intro");
    assertThat(bo.browser().post("/sales/types", fine).body())
        .contains("Another demo has this address already");
    fine[1] = slug;
    assertThat(bo.browser().post("/sales/types", fine).body()).contains("Offered.");
    var later = new ArrayList<>(List.of(fine));
    later.addAll(List.of("version", "7"));
    assertThat(bo.browser().post("/sales/types/" + slug, later.toArray(String[]::new)).statusCode())
        .isEqualTo(409);
    assertThat(text("select (open)::text from demo_type where slug = '" + slug + "'"))
        .isEqualTo("false");
  }

  private static String[] typed(String slug) {
    return new String[] {
      "slug",
      slug,
      "name",
      "Mine",
      "about",
      "A",
      "place",
      "900",
      "open",
      "no",
      "minutes",
      "30",
      "gridMinutes",
      "30",
      "beforeMinutes",
      "0",
      "afterMinutes",
      "0",
      "noticeHours",
      "2",
      "windowDays",
      "30",
      "dayLimit",
      "",
      "weekLimit",
      "",
      "meeting",
      "",
      "remind",
      "24"
    };
  }

  @Test
  void booksForACallerOnceForEachForm() {
    var start = starts().getLast();
    var fields =
        new String[] {
          "start",
          start,
          "zone",
          "America/Chicago",
          "key",
          UUID.randomUUID().toString(),
          "name",
          "Cal Ler",
          "email",
          email,
          "firm",
          "Ler LLP",
          "with",
          "",
          "lead",
          ""
        };
    var booked = bo.browser().post("/sales/book/" + demo.slug(), fields);
    assertThat(booked.body()).as(Jsoup.parse(booked.body()).text()).contains("Booked.");
    bo.browser().post("/sales/book/" + demo.slug(), fields);
    assertThat(
            text(
                "select string_agg(d.booked_by || ' ' || l.source || ' ' || l.state, ',') from demo"
                    + " d join lead l on l.id = d.lead where d.type = '"
                    + demo.id()
                    + "'"))
        .isEqualTo("caller caller booked");
    assertThat(ana.browser().get("/sales/leads/" + leadId()).body()).contains("Cal Ler");
    fields[5] = UUID.randomUUID().toString();
    assertThat(bo.browser().post("/sales/book/" + demo.slug(), fields).body())
        .contains("That time was taken a moment ago");
  }

  @Test
  void textsWhoAgreedUntilTheyStopIt() {
    book(starts().getFirst(), "phone", "+1 212 555 0100", "texts", "yes");
    var lead = UUID.fromString(leadId());
    late();
    Awaitility.await().untilAsserted(() -> assertThat(texts(lead)).isEqualTo("1"));
    var token = links.token(SendText.PURPOSE, lead, 1);
    assertThat(
            text(
                "select coalesce(string_agg(words, ''), '') || (select string_agg(payload::text,"
                    + " '') from outbox where aggregate = '"
                    + demoId()
                    + "') from text_message"
                    + " where lead = '"
                    + lead
                    + "'"))
        .contains("5 minutes late")
        .doesNotContain(token);

    visitor.get(SendText.LINK + token);
    assertThat(text("select (texts_stopped_at is null)::text from lead where id = '" + lead + "'"))
        .isEqualTo("true");
    assertThat(visitor.post(SendText.LINK + token + "/stop").body()).contains("Stopped.");
    late();
    awaitTexts();
    assertThat(texts(lead)).isEqualTo("1");
  }

  private void late() {
    ana.browser().post("/sales/demos/" + demoId() + "/lateness", "minutes", "5");
  }

  /** Until no text about a late start waits to be sent. */
  private void awaitTexts() {
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    text(
                        "select count(*)::text from scheduled_tasks where task_name = 'text a"
                            + " prospect' and task_instance like 'late "
                            + demoId()
                            + "%'"))
                .isEqualTo("0"));
  }

  private String texts(UUID lead) {
    return text("select count(*)::text from text_message where lead = '" + lead + "'");
  }

  @Test
  void textsNobodyWhoDidNotAgree() {
    book(starts().getFirst(), "phone", "+1 212 555 0100");
    late();
    awaitTexts();
    assertThat(texts(UUID.fromString(leadId()))).isEqualTo("0");
  }

  @Test
  void keepsALinksTokenOutOfWhatIsKeptAndOfOtherSites() {
    var page = book(starts().getFirst());
    var link = page.uri().getPath();
    var token = link.substring(link.lastIndexOf('/') + 1);
    var answer = visitor.get(link);
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(Jsoup.parse(answer.body()).select("[src*=//], link[href*=//]")).isEmpty();
    for (var kept :
        List.of(
            "outbox where payload::text",
            "audit_event where coalesce(before::text, '') || coalesce(after::text, '')",
            "mail where facts::text",
            "demo where demo::text",
            "scheduled_tasks where convert_from(coalesce(task_data, ''), 'UTF8')")) {
      assertThat(text("select count(*)::text from " + kept + " like '%" + token + "%'"))
          .as(kept)
          .isEqualTo("0");
    }
  }

  @Test
  void stopsSomebodyWhoBooksAndBooksWithOneAddress() {
    var start = starts().getFirst();
    worker
        .db()
        .sql(
            """
            insert into demo_tally (kind, who, since, n)
            values ('mail', :who, date_trunc('day', now()), 10)
            """)
        .bind("who", Secrets.hash(email))
        .then()
        .block();
    var no = book(start);
    assertThat(no.statusCode()).isEqualTo(429);
    assertThat(no.headers().firstValue("Retry-After")).isPresent();
    assertThat(text("select count(*)::text from lead where email = '" + email + "'"))
        .isEqualTo("0");
    assertThat(starts()).contains(start);
  }

  @Test
  void countsACapWhereItIsKept() {
    demo.close(worker);
    var t = DemoTerms.usual();
    demo =
        OfferedDemo.of(
            new DemoTerms(
                t.v(),
                t.minutes(),
                t.gridMinutes(),
                0,
                0,
                t.noticeMinutes(),
                t.windowDays(),
                1,
                null,
                false,
                true,
                true,
                t.meeting(),
                t.remindMinutes(),
                false,
                t.questions()),
            worker,
            json,
            ana);
    var day = starts();
    assertThat(day).hasSizeGreaterThan(1);
    var link = book(day.getFirst()).uri().getPath();
    var full = book(day.getLast());
    assertThat(full.statusCode()).isEqualTo(409);
    assertThat(tally()).isEqualTo("1");
    assertThat(visitor.post(link + "/cancellation", "reason", "").statusCode()).isEqualTo(200);
    assertThat(tally()).isEqualTo("0");
    assertThat(book(day.getLast()).uri().getPath()).startsWith("/demo/bookings/");
    assertThat(tally()).isEqualTo("1");
  }

  private String tally() {
    return text(
        "select sum(n)::text from time_tally where person = '%s' and what = '%s/day'"
            .formatted(ana.account(), demo.id()));
  }

  @Test
  void erasesWhoAProspectIsAndKeepsWhatHappened() {
    var link =
        book(starts().getFirst(), "phone", "+1 212 555 0100", "guests", "guest@finch.example")
            .uri()
            .getPath();
    var lead = leadId();
    ana.browser().post("/sales/leads/" + lead + "/notes", "note", "Pat likes mornings");
    var path = "/sales/leads/" + lead + "/erasure";
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    text(
                        "select count(*)::text from mail where facts ->> 'demo' = '"
                            + demoId()
                            + "'"))
                .isEqualTo("3"));
    assertThat(ana.browser().post(path, "erase", "They asked").statusCode()).isEqualTo(403);
    assertThat(bo.browser().post(path, "erase", "They asked").statusCode()).isEqualTo(409);
    visitor.post(link + "/cancellation", "reason", "Pat is ill");
    assertThat(bo.browser().post(path, "erase", " ").statusCode()).isEqualTo(422);
    assertThat(bo.browser().post(path, "erase", "They asked").body()).contains("Erased.");
    assertThat(bo.browser().post(path, "erase", "They asked").statusCode()).isEqualTo(404);

    assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    assertThat(
            text(
                "select (lead::text || (select string_agg(d::text, '') from demo d where d.lead ="
                    + " lead.id) || (select count(*) from lead_note n where n.lead = lead.id)) from"
                    + " lead where id = '"
                    + lead
                    + "'"))
        .doesNotContainIgnoringCase("finch")
        .doesNotContain("555 0100")
        .doesNotContain("Pat is ill")
        .endsWith("0");
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    text(
                        "select string_agg(m::text, '') || (select string_agg(n.title || n.text,"
                            + " '') from notice n where n.account = '"
                            + ana.account()
                            + "') from mail m"
                            + " where facts ->> 'demo' = '"
                            + demoId()
                            + "'"))
                .doesNotContainIgnoringCase("finch"));
    assertThat(ana.browser().get("/history/lead/" + lead).body())
        .contains("erased who this was")
        .contains("They asked");
    assertThat(text("select state from demo where id = '" + demoId() + "'")).isEqualTo("cancelled");
  }
}
