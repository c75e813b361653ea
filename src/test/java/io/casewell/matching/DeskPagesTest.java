package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Comparing, noting and handing over, as a firm's people do it, and as nobody else may. */
@CasewellTest
class DeskPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  private Browserless owner = new Browserless(0);
  private String need = "";

  @BeforeEach
  void postANeed() {
    owner = Browserless.as("firm-owner", port);
    need = "/needs/" + posted("Compared " + UUID.randomUUID());
  }

  private String posted(String title) {
    var body =
        """
        {"title":"%s","role":"paralegal","seats":1,"hoursPerWeek":10,
         "mustSkills":[{"skill":"legal-research","minLevel":1}],
         "window":{"zone":"America/New_York","days":["MON","TUE","WED","THU","FRI"],
           "start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(title, LocalDate.now(ZoneOffset.UTC).plusDays(10));
    var answer =
        Probe.program("firm-owner", port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private List<String> fitting() {
    return owner.page(need + "/matches").select("[name=staff]").eachAttr("value");
  }

  private Document compared(List<String> staff) {
    return owner.page(need + "/compare?staff=" + String.join("&staff=", staff));
  }

  @Test
  void standsUpToFourPeopleSideBySide() {
    var staff = fitting();
    var page = compared(staff.subList(0, 3));
    assertThat(page.select(".cw-compare thead th")).hasSize(3);
    assertThat(page.select(".cw-compare tbody th").eachText())
        .anyMatch(row -> row.startsWith("Must-have skills"))
        .contains("Price", "To check", "Shared week", "Notes");
    assertThat(page.select(".cw-compare").text()).contains("an hour", "Most points");
    assertThat(page.select(".cw-compare tr:contains(Price) td")).hasSize(3);
    var many = compared(staff.subList(0, 6));
    assertThat(many.select(".cw-compare thead th")).hasSize(4);
    assertThat(many.text()).contains("2 more were chosen and cannot be shown");
  }

  @Test
  void narrowsTheListByFiltersInTheAddress() {
    var all = owner.page(need + "/matches?limit=100");
    assertThat(all.select(".cw-match")).hasSizeGreaterThan(3);
    assertThat(all.select(".cw-match details.cw-match-more[open]"))
        .as("long parts stay shut")
        .isEmpty();
    assertThat(all.select("#near-summary a")).hasSize(1);
    for (var only : List.of("clear", "verified", "now", "rated", "seasoned")) {
      int count =
          Integer.parseInt(all.select(".cw-filter-chip:has([value=" + only + "]) .cw-hint").text());
      var narrowed = owner.page(need + "/matches?limit=100&only=" + only);
      assertThat(narrowed.select(".cw-match")).as(only).hasSize(count);
      assertThat(narrowed.select("[value=" + only + "]").hasAttr("checked")).isTrue();
    }
    var clear = owner.page(need + "/matches?limit=100&only=clear");
    assertThat(clear.select(".cw-match-open")).isEmpty();
    var language = all.select("[name=language] option[value]").eachAttr("value");
    if (language.size() > 1) {
      var speaking = owner.page(need + "/matches?limit=100&language=" + language.getLast());
      assertThat(all.select("[name=language] option").eachText().getLast())
          .endsWith("(" + speaking.select(".cw-match").size() + ")");
    }
    assertThat(owner.page(need + "/matches?only=nonsense&language=-1").select(".cw-match"))
        .hasSameSizeAs(owner.page(need + "/matches").select(".cw-match"));
  }

  @Test
  void saysPointsAndNamesWhatIsClaimed() {
    var page = owner.page(need + "/matches?limit=100");
    assertThat(page.select(".cw-match-score").eachText().getFirst())
        .matches("[\\d,]+ of 10,000 points");
    assertThat(page.select(".cw-match-reasons .cw-score-words").eachText().getFirst())
        .matches("\\d+ of \\d+ points");
    for (var open : page.select(".cw-match-open:contains(Claimed)")) {
      assertThat(open.text()).contains("not verified yet: Legal research");
    }
  }

  @Test
  void comparesNobodyWhomAFirmMayNotSee() throws InterruptedException {
    var record = Somebody.record();
    var hidden = Somebody.of(record, importStaff, worker, port);
    worker
        .db()
        .sql(
            """
            insert into firm_block (staff, firm, side)
            select :staff, id, 'staff' from firm where name like 'Alder%'
            """)
        .bind("staff", hidden.staff().value())
        .then()
        .block();
    var seen = hidden.browser().page("/rate").select("[name=seen]").val();
    hidden.browser().post("/rate", "pay", "40", "seen", seen);
    var asked = List.of(hidden.staff().toString(), "x", UUID.randomUUID().toString());
    var page = compared(asked);
    for (int i = 0; i < 50 && !page.select(".cw-compare").isEmpty(); i++) {
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(200);
      page = compared(asked);
    }
    assertThat(page.select(".cw-compare thead th")).isEmpty();
    assertThat(page.text()).contains("Nobody to compare yet");
  }

  @Test
  void countsWhoFitsEachNeedOfTheFirmAndNoOthers() {
    var id = need.substring(7);
    var counts = owner.page("/needs/fit-counts?need=" + id + "&need=" + UUID.randomUUID());
    assertThat(counts.select("#fits-" + id).text()).matches("\\d+ fits?");
    assertThat(counts.select("span[id]")).hasSize(1);
    var rival = Browserless.as("rival-owner", port);
    assertThat(rival.page("/needs/fit-counts?need=" + id).select("span[id]")).isEmpty();
    assertThat(owner.get("/needs/fit-counts?need=%27&need=x").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsNotesForTheFirmAlone() {
    var staff = fitting().getFirst();
    var notes = need + "/people/" + staff + "/notes";
    var text = "Calm on the phone " + UUID.randomUUID();
    assertThat(owner.post(notes, "text", text, "key", UUID.randomUUID().toString()).statusCode())
        .isEqualTo(200);
    var colleague = Browserless.as("hiring-manager", port);
    assertThat(colleague.get(notes).body()).contains(text);
    assertThat(owner.page(need).select(".cw-timeline").text()).contains("wrote a note about");
    for (var other : List.of("rival-owner", "paralegal", "admin", "sales-lead")) {
      var browser = Browserless.as(other, port);
      assertThat(browser.get(notes).statusCode()).as(other).isEqualTo(404);
      assertThat(browser.get(notes, "HX-Request", "true").statusCode()).isEqualTo(404);
      assertThat(browser.post(notes, "text", "x", "key", "").statusCode()).isEqualTo(404);
    }
    // another need of the firm does not show it, and the other's writer may not remove it
    assertThat(owner.get("/needs/" + posted("Other") + "/people/" + staff + "/notes").body())
        .doesNotContain(text);
    var removal = owner.page(notes).select("form[action$=removal]").attr("action");
    assertThat(colleague.post(removal).statusCode()).isEqualTo(404);
    assertThat(owner.post(removal).statusCode()).isEqualTo(200);
    assertThat(owner.get(notes).body()).doesNotContain(text);
  }

  @Test
  void saysOfANoteOnlyThatItWasWritten() {
    var staff = fitting().getFirst();
    var secret = "Secret " + UUID.randomUUID();
    owner.post(need + "/people/" + staff + "/notes", "text", secret, "key", "");
    var told =
        worker
            .db()
            .sql(
                """
                select count(*) from (select before::text || after::text as t from audit_event
                  union all select payload::text from outbox) all_told where t like :secret
                """)
            .bind("secret", "%" + secret + "%")
            .mapValue(Long.class)
            .one()
            .block();
    assertThat(told).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "`${7*7}`",
        "{{7*7}} <%= 7 %> javascript:alert(1)",
        "\u202etxt.exe\u202c 👩‍⚖️ İı ß 𝕳"
      })
  void showsANoteLiterally(String text) {
    var notes = need + "/people/" + fitting().getFirst() + "/notes";
    owner.post(notes, "text", text, "key", UUID.randomUUID().toString());
    var page = owner.page(notes);
    assertThat(page.select(".cw-note-text").eachText())
        .contains(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
    assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
  }

  @Test
  void refusesEmptyAndEndlessNotesAtTheirField() {
    var notes = need + "/people/" + fitting().getFirst() + "/notes";
    for (var text : List.of("", "x".repeat(2001))) {
      var answer = owner.post(notes, "text", text, "key", "");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(answer.body()).select(".cw-error")).isNotEmpty();
    }
    assertThat(owner.post(notes, "text", "a\0b", "key", "").statusCode()).isEqualTo(422);
    var nobody = need + "/people/" + UUID.randomUUID() + "/notes";
    assertThat(owner.post(nobody, "text", "x", "key", "").statusCode()).isEqualTo(404);
  }

  @Test
  void writesANoteOnceForADoubleClick() {
    var notes = need + "/people/" + fitting().getFirst() + "/notes";
    var key = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      owner.post(notes, "text", "Once", "key", key);
    }
    assertThat(owner.page(notes).select(".cw-note-text")).hasSize(1);
  }

  @Test
  void handsANeedToAColleagueAndNobodyElse() {
    var colleagues = owner.page(need).select("#f-colleague option").eachAttr("value");
    var manager = Browserless.as("hiring-manager", port);
    String handed = "";
    for (var account : colleagues) {
      if (!account.isEmpty() && handed.isEmpty()) {
        owner.post(need + "/assignment", "colleague", account);
        handed = manager.get("/needs?mine=yes").body().contains(need) ? account : "";
      }
    }
    assertThat(handed).as("one of them is the hiring manager").isNotEmpty();
    assertThat(manager.page("/home").select(".cw-waits").text()).contains("You look after it");
    assertThat(owner.page(need).select(".cw-timeline").text()).contains("to look after it");
    var foreign =
        worker
            .db()
            .sql(
                "select account::text from membership where firm not in (select id from firm where"
                    + " name like 'Alder%') limit 1")
            .mapValue(String.class)
            .one()
            .block();
    for (var account : List.of(String.valueOf(foreign), UUID.randomUUID().toString(), "x")) {
      assertThat(owner.post(need + "/assignment", "colleague", account).statusCode())
          .isEqualTo(422);
    }
    var rival = Browserless.as("rival-owner", port);
    assertThat(rival.post(need + "/assignment", "colleague", handed).statusCode()).isEqualTo(404);
    owner.post(need + "/assignment", "colleague", "");
    assertThat(manager.get("/needs?mine=yes").body()).doesNotContain(need);
  }

  @Test
  void countsNeedsByStateAndFiltersThem() {
    var page = owner.page("/needs");
    assertThat(page.select(".cw-tabs a").eachText()).anyMatch(tab -> tab.startsWith("Open"));
    var open = page.select(".cw-tabs a:contains(Open) .cw-tab-count").text();
    assertThat(owner.page("/needs?state=open").text()).contains("of " + open + " need");
    assertThat(page.select("[hx-get^=/needs/fit-counts]")).hasSize(1);
  }

  @Test
  void tellsTheFirmsActivityToTheFirmAlone() {
    var title = owner.page(need).select("h1").text();
    assertThat(owner.page("/firm/activity").text()).contains("posted " + title);
    assertThat(Browserless.as("rival-owner", port).get("/firm/activity").body())
        .doesNotContain(title);
    for (var junk : List.of("x", "-999999999-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "%27")) {
      assertThat(owner.get("/firm/activity?before=" + junk).statusCode()).isEqualTo(200);
    }
  }
}
