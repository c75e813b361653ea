package io.casewell.demos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.calendar.WorkingHours;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A prospect without scripts books, moves and cancels, and a rep does what reps do. */
@CasewellTest
class DemoLinkTest {
  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired WorkingHours hours;
  @Autowired Tenancy tx;
  @Autowired JsonMapper json;
  @Autowired ExpireRequest expireRequest;

  private SalesPerson ana;
  private SalesPerson bo;
  private OfferedDemo demo;
  private Browserless visitor;

  @BeforeEach
  void offerADemo() {
    ana = SalesPerson.of("Ana Link", false, worker, port).working("America/New_York", hours, tx);
    bo = SalesPerson.of("Bo Link", true, worker, port);
    demo = OfferedDemo.of(DemoTerms.usual(), worker, json, ana);
    visitor = new Browserless(port);
  }

  @AfterEach
  void takeItBack() {
    demo.close(worker);
  }

  private Document times(String path) {
    var page = visitor.page(path);
    assertThat(page.select("button[name=start]")).as(page.text()).isNotEmpty();
    return page;
  }

  /** Books the first time there is; gives the page of the booking. */
  private HttpResponse<String> booked() {
    var path = "/demo/" + demo.slug();
    var start =
        times(path + "?zone=Europe/Berlin")
            .select("button[name=start]")
            .eachAttr("value")
            .getFirst();
    var details = visitor.post(path + "/holds", "start", start, "zone", "Europe/Berlin");
    assertThat(details.statusCode()).as(details.body()).isEqualTo(200);
    var form = Jsoup.parse(details.body());
    assertThat(form.text()).contains("Held for you until");
    return visitor.post(
        path + "/bookings",
        "start",
        start,
        "zone",
        "Europe/Berlin",
        "key",
        form.select("[name=key]").val(),
        "name",
        "Petra Vogel",
        "email",
        "petra@vogel.example",
        "firm",
        "Vogel Recht");
  }

  private String state() {
    return requireNonNull(
        worker
            .db()
            .sql("select state from demo where type = :type order by created_at desc limit 1")
            .bind("type", demo.id())
            .mapValue(String.class)
            .one()
            .block());
  }

  private String leadState() {
    return requireNonNull(
        worker
            .db()
            .sql(
                "select l.state from lead l join demo d on d.lead = l.id where d.type = :type limit"
                    + " 1")
            .bind("type", demo.id())
            .mapValue(String.class)
            .one()
            .block());
  }

  private String id() {
    return requireNonNull(
        worker
            .db()
            .sql("select id::text from demo where type = :type order by created_at desc limit 1")
            .bind("type", demo.id())
            .mapValue(String.class)
            .one()
            .block());
  }

  private long remindersFor(String start) {
    return requireNonNull(
        worker
            .db()
            .sql(
                "select count(*) from scheduled_tasks where task_name = 'remind of a demo' and"
                    + " task_instance like :order")
            .bind("order", id() + " " + start + " %")
            .mapValue(Long.class)
            .one()
            .block());
  }

  private void begun() {
    demo.begun(worker);
  }

  @Test
  void booksMovesAndCancelsByLink() {
    var page = booked();
    var link = page.uri().getPath();
    assertThat(page.body()).contains("Your demo is booked", "Berlin");
    assertThat(link).startsWith("/demo/bookings/");
    var invite = visitor.get(link + "/invite.ics");
    assertThat(invite.body()).contains("UID:demo-", "SEQUENCE:0", "BEGIN:VEVENT");

    var other = times(link + "/times").select("button[name=start]").eachAttr("value").getLast();
    var moved = visitor.post(link + "/move", "start", other);
    assertThat(moved.body()).as(moved.toString()).contains("Moved.");
    assertThat(remindersFor(other)).as("ordered with the move").isPositive();
    assertThat(visitor.get(link + "/invite.ics").body()).contains("SEQUENCE:1");

    for (int i = 0; i < 5; i++) {
      visitor.get(link);
      visitor.get(link + "/cancellation");
    }
    assertThat(state()).isEqualTo("confirmed");
    var gone = visitor.post(link + "/cancellation", "reason", "Another week");
    assertThat(gone.body()).contains("This demo is cancelled");
    assertThat(state()).isEqualTo("cancelled");
    assertThat(leadState()).isEqualTo("no-show");
    assertThat(ana.browser().get("/history/lead/" + leadId()).body())
        .contains("Needs a new time")
        .contains("because: the demo was cancelled");
    assertThat(visitor.post(link + "/cancellation", "reason", "again").statusCode()).isEqualTo(409);
    // the same link books anew
    var later = times(link + "/times").select("button[name=start]").eachAttr("value").getLast();
    visitor.post(link + "/move", "start", later);
    assertThat(leadState()).isEqualTo("booked");
  }

  @Test
  void leavesALeadBookedWhileAnotherDemoStands() {
    booked();
    var first = id();
    var lead = leadId();
    var path = "/sales/book/" + demo.slug();
    var page = ana.browser().page(path + "?lead=" + lead);
    var start = page.select("button[name=start]").eachAttr("value").getLast();
    var form =
        Jsoup.parse(
            ana.browser()
                .post(path + "/details", "start", start, "with", lead, "zone", "Europe/Berlin")
                .body());
    var second =
        ana.browser()
            .post(
                path,
                "start",
                start,
                "zone",
                "Europe/Berlin",
                "lead",
                lead,
                "key",
                form.select("[name=key]").val(),
                "name",
                "Petra Vogel",
                "email",
                "petra@vogel.example",
                "firm",
                "Vogel Recht");
    assertThat(second.body()).contains("Booked.");
    ana.browser().post("/sales/demos/" + first + "/cancellation", "reason", "One is enough");
    assertThat(leadState()).isEqualTo("booked");
    ana.browser().post("/sales/demos/" + id() + "/cancellation", "reason", "None is better");
    assertThat(leadState()).isEqualTo("no-show");
  }

  @Test
  void movesIntoATimeThatOverlapsItsOwn() {
    demo.close(worker);
    demo = OfferedDemo.of(with(DemoTerms.usual(), 15, false), worker, json, ana);
    var page = booked();
    var link = page.uri().getPath();
    var now =
        requireNonNull(
            worker
                .db()
                .sql("select start_at from demo where id = :id")
                .bind("id", java.util.UUID.fromString(id()))
                .mapValue(java.time.Instant.class)
                .one()
                .block());
    var overlapping = now.plusSeconds(15 * 60).toString();
    var offered = times(link + "/times").select("button[name=start]").eachAttr("value");
    assertThat(offered).contains(overlapping).doesNotContain(now.toString());
    assertThat(times("/demo/" + demo.slug()).select("button[name=start]").eachAttr("value"))
        .doesNotContain(overlapping);
    assertThat(visitor.post(link + "/move", "start", overlapping).body()).contains("Moved.");
  }

  private static DemoTerms with(DemoTerms t, int grid, boolean confirm) {
    return new DemoTerms(
        t.v(),
        t.minutes(),
        grid,
        t.beforeMinutes(),
        t.afterMinutes(),
        t.noticeMinutes(),
        t.windowDays(),
        t.dayLimit(),
        t.weekLimit(),
        confirm,
        t.byWeight(),
        t.sameRep(),
        t.meeting(),
        t.remindMinutes(),
        t.followUp(),
        t.questions());
  }

  @Test
  void remindsOfARequestOnceARepHasConfirmedIt() {
    demo.close(worker);
    demo = OfferedDemo.of(with(DemoTerms.usual(), 30, true), worker, json, ana);
    booked();
    var id = java.util.UUID.fromString(id());
    var start = instant("select start_at from demo where id = :id", id);
    assertThat(remindersFor(start.toString())).isZero();
    assertThat(ana.browser().post("/sales/demos/" + id + "/confirmation").statusCode())
        .isEqualTo(200);
    assertThat(state()).isEqualTo("confirmed");
    assertThat(remindersFor(start.toString())).isPositive();
  }

  @Test
  void endsARequestThatNobodyConfirms() {
    demo.close(worker);
    demo = OfferedDemo.of(with(DemoTerms.usual(), 30, true), worker, json, ana);
    var link = booked().uri().getPath();
    var id = java.util.UUID.fromString(id());
    assertThat(state()).isEqualTo("pending");
    var start = text("select start_at::text from demo where id = :id", id);
    var taken = instant("select start_at from demo where id = :id", id).toString();
    assertThat(times("/demo/" + demo.slug()).select("button[name=start]").eachAttr("value"))
        .doesNotContain(taken);
    assertThat(
            text(
                """
                select (execution_time between now() + interval '2 hours' and now() + interval '1 day')::text
                from scheduled_tasks
                where task_name = 'end a demo''s request' and task_instance like :id::text || '%'
                """,
                id))
        .isEqualTo("true");

    var order = new ExpireRequest.Order(id, java.time.Instant.parse(taken));
    expireRequest.run(new ExpireRequest.Order(id, order.start().plusSeconds(60))).block();
    assertThat(state()).as(start).isEqualTo("pending");
    expireRequest.run(order).block();
    expireRequest.run(order).block();

    assertThat(state()).isEqualTo("expired");
    assertThat(leadState()).isEqualTo("no-show");
    assertThat(times("/demo/" + demo.slug()).select("button[name=start]").eachAttr("value"))
        .contains(taken);
    assertThat(
            text(
                "select count(*)::text from outbox where aggregate = :id and type = 'DemoExpired'",
                id))
        .isEqualTo("1");
    assertThat(ana.browser().get("/history/lead/" + leadId()).body())
        .contains("nobody confirmed it in time");
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    text(
                        """
                        select count(*)::text from mail where facts ->> 'demo' = :id::text
                          and facts ->> 'step' = 'EXPIRED'
                        """,
                        id))
                .isEqualTo("2"));
    assertThat(ana.browser().post("/sales/demos/" + id + "/confirmation").statusCode())
        .isEqualTo(409);
    assertThat(visitor.get(link).body()).contains("Not confirmed in time");
  }

  private String leadId() {
    return text("select lead::text from demo where id = :id", java.util.UUID.fromString(id()));
  }

  private String text(String sql, java.util.UUID id) {
    return requireNonNull(worker.db().sql(sql).bind("id", id).mapValue(String.class).one().block());
  }

  private java.time.Instant instant(String sql, java.util.UUID id) {
    return requireNonNull(
        worker.db().sql(sql).bind("id", id).mapValue(java.time.Instant.class).one().block());
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatToMend() {
    var path = "/demo/" + demo.slug();
    var start = times(path).select("button[name=start]").eachAttr("value").getFirst();
    var again =
        visitor.post(
            path + "/bookings",
            "start",
            start,
            "zone",
            "America/New_York",
            "name",
            "Petra Vogel",
            "email",
            "petra at vogel",
            "firm",
            "Vogel Recht");
    assertThat(again.statusCode()).isEqualTo(422);
    var form = Jsoup.parse(again.body());
    assertThat(form.select("[name=name]").val()).isEqualTo("Petra Vogel");
    assertThat(form.select("#f-email-error").text()).contains("e-mail address");
  }

  @Test
  void showsAStrangersLinkToNobody() {
    assertThat(visitor.get("/demo/bookings/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(visitor.post("/demo/bookings/" + "x".repeat(43) + "/cancellation").statusCode())
        .isEqualTo(404);
  }

  @Test
  void notesTheOutcomeInTwoClicksAndRefusesWhatIsNotDrawn() {
    booked();
    var id = id();
    var early = ana.browser().post("/sales/demos/" + id + "/outcome", "outcome", "Interested");
    assertThat(early.statusCode()).isEqualTo(409);
    begun();
    var held =
        ana.browser()
            .post(
                "/sales/demos/" + id + "/outcome", "outcome", "Interested", "next", "Call Monday");
    assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
    assertThat(state()).isEqualTo("held");
    assertThat(leadState()).isEqualTo("held");
    assertThat(held.body()).contains("Call Monday");
    var twice = ana.browser().post("/sales/demos/" + id + "/outcome", "outcome", "Interested");
    assertThat(twice.statusCode()).isEqualTo(409);
  }

  @Test
  void letsWhoDidNotComeChooseAnotherTime() {
    var link = booked().uri().getPath();
    begun();
    ana.browser().post("/sales/demos/" + id() + "/outcome", "came", "no");
    assertThat(state()).isEqualTo("no-show");
    assertThat(leadState()).isEqualTo("no-show");
    var other = times(link + "/times").select("button[name=start]").eachAttr("value").getLast();
    var again = visitor.post(link + "/move", "start", other);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(again.uri().getPath()).isNotEqualTo(link);
    assertThat(leadState()).isEqualTo("booked");
  }

  @Test
  void showsARepTheOwnAndTheLeadAll() {
    booked();
    var id = id();
    var cy = SalesPerson.of("Cy Link", false, worker, port);
    assertThat(ana.browser().get("/sales/demos/" + id).statusCode()).isEqualTo(200);
    assertThat(bo.browser().get("/sales/demos/" + id).statusCode()).isEqualTo(200);
    assertThat(cy.browser().get("/sales/demos/" + id).statusCode()).isEqualTo(404);
    assertThat(
            cy.browser()
                .post("/sales/demos/" + id + "/cancellation", "reason", "Mine now")
                .statusCode())
        .isEqualTo(404);
    assertThat(state()).isEqualTo("confirmed");
  }

  @Test
  void handsADemoOverWithAReason() {
    booked();
    var cy = SalesPerson.of("Cy Over", false, worker, port).working("America/New_York", hours, tx);
    worker
        .db()
        .sql("insert into demo_host (type, account, name) values (:type, :account, 'Cy Over')")
        .bind("type", demo.id())
        .bind("account", cy.account().value())
        .then()
        .block();
    var id = id();
    var without =
        ana.browser().post("/sales/demos/" + id + "/reassignment", "rep", cy.account().toString());
    assertThat(without.statusCode()).isEqualTo(422);
    var over =
        ana.browser()
            .post(
                "/sales/demos/" + id + "/reassignment",
                "rep",
                cy.account().toString(),
                "reason",
                "Ana is ill");
    assertThat(over.statusCode()).as(over.body()).isEqualTo(200);
    assertThat(cy.browser().get("/sales/demos/" + id).body()).contains("Ana is ill");
    assertThat(ana.browser().get("/sales/demos/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void saysThatTheRepIsLate() {
    booked();
    var late = ana.browser().post("/sales/demos/" + id() + "/lateness", "minutes", "10");
    assertThat(late.body()).contains("10 minutes late");
    var told =
        worker
            .db()
            .sql(
                """
                select count(*) from outbox o join demo d on d.id = o.aggregate
                where d.type = :type and o.type = 'DemoRunningLate' and o.version = d.version
                """)
            .bind("type", demo.id())
            .mapValue(Long.class)
            .one()
            .block();
    assertThat(told).isEqualTo(1);
  }
}
