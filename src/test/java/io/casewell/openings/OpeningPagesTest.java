package io.casewell.openings;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Skill;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each test's needs last a number of weeks of its own, so that other tests' do not matter here. */
@CasewellTest
class OpeningPagesTest {
  private static final LocalDate START = LocalDate.now(ZoneOffset.UTC).plusDays(10);
  private static final Skill RARE = new Catalogue().skills().all().getLast();

  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody somebody(Map<String, Object> more) {
    var record = Somebody.record();
    record.put("skills", List.of(Map.of("skill", RARE.slug(), "level", 3, "verified", true)));
    record.putAll(more);
    return Somebody.of(record, importStaff, worker, port);
  }

  private String posted(String persona, String title, int level, int weeks, String more) {
    var body =
        """
        {"title":"%s","role":"paralegal","seats":1,"hoursPerWeek":8,
         "mustSkills":[{"skill":"%s","minLevel":%d}],
         "window":{"zone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":%d%s}
        """
            .formatted(title, RARE.slug(), level, START, weeks, more);
    var answer =
        Probe.program(persona, port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private static Document await(Browserless who, String path, Predicate<Document> holds) {
    var page = who.page(path);
    for (int i = 0; i < 60 && !holds.test(page); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      page = who.page(path);
    }
    assertThat(holds.test(page)).as(page.text()).isTrue();
    return page;
  }

  private static String lasting(int weeks) {
    return ".cw-opening:contains(" + weeks + " weeks)";
  }

  private void close(String persona, String need) {
    assertThat(
            Browserless.as(persona, port)
                .post("/needs/" + need + "/closure", "reason", "tested")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void showsWhatFitsWithoutTheFirmsConfidentialPart() {
    var me = somebody(Map.of("rateCents", 2000));
    var secret = "Ticklish " + UUID.randomUUID();
    var need =
        posted(
            "firm-owner",
            secret,
            3,
            101,
            ",\"rateCapCents\":98765,\"practiceAreas\":[\"immigration\"],\"parties\":[\"Zweifel"
                + " AG\"]");
    var page = await(me.browser(), "/fits", seen -> !seen.select(lasting(101)).isEmpty());
    assertThat(page.select(lasting(101)).text())
        .contains("Virtual paralegal", "8 hours a week", "Monday", "A firm in New York");
    assertThat(page.html())
        .doesNotContain(secret, "Zweifel", "987", "Alder", "$")
        .doesNotContain(need);
    assertThat(me.browser().page("/home").html()).doesNotContain(secret, "987", "$");
    close("firm-owner", need);
    await(me.browser(), "/fits", seen -> seen.select(lasting(101)).isEmpty());
  }

  @Test
  void saysWhatWouldOpenMoreByTheEngine() {
    var me = somebody(Map.of("rateCents", 2000));
    var needs =
        List.of(
            posted("firm-owner", "Four", 4, 102, ""),
            posted("firm-owner", "Four again", 4, 103, ""),
            posted("rival-owner", "Five", 5, 104, ""));
    var page =
        await(me.browser(), "/fits", seen -> seen.text().contains("from level 3 to 5 opens 3"));
    assertThat(page.select(".cw-near").text())
        .contains("Raise " + RARE.name() + " from level 3 to 4 opens 2 more needs");
    close("firm-owner", needs.get(0));
    close("firm-owner", needs.get(1));
    close("rival-owner", needs.get(2));
  }

  @Test
  void namesNoFigureWhereTheRateIsTooHigh() {
    var me = somebody(Map.of("rateCents", 9000));
    var need = posted("firm-owner", "Cheap", 3, 105, ",\"rateCapCents\":3456");
    var page = await(me.browser(), "/fits", seen -> seen.text().contains("Ask for a lower rate"));
    assertThat(page.html()).doesNotContain("34.56", "3456", "$");
    close("firm-owner", need);
  }

  @Test
  void keepsSilentOfNeedsThatAConflictKeepsThemFrom() {
    var me = somebody(Map.of("rateCents", 2000, "pastParties", List.of("Quibble and Sons")));
    var need = posted("firm-owner", "Conflicted", 3, 106, ",\"parties\":[\"Quibble and Sons\"]");
    var other = somebody(Map.of("rateCents", 2000));
    await(other.browser(), "/fits", seen -> !seen.select(lasting(106)).isEmpty());
    assertThat(me.browser().page("/fits").select(lasting(106))).isEmpty();
    close("firm-owner", need);
  }

  @Test
  void showsAFirmsNameOnlyIfItChoseTo() {
    var me = somebody(Map.of("rateCents", 2000));
    var need = posted("rival-owner", "Named", 3, 107, "");
    var rival = Browserless.as("rival-owner", port);
    var name =
        worker
            .db()
            .sql("select f.name from firm f join need n on n.firm = f.id where n.id = :id")
            .bind("id", UUID.fromString(need))
            .mapValue(String.class)
            .one()
            .block();
    await(me.browser(), "/fits", seen -> !seen.select(lasting(107)).isEmpty());
    assertThat(me.browser().page("/fits").text()).doesNotContain(name);
    rival.post("/firm/name-shown", "shown", "yes");
    await(me.browser(), "/fits", seen -> seen.text().contains(String.valueOf(name)));
    rival.post("/firm/name-shown", "shown", "no");
    await(me.browser(), "/fits", seen -> !seen.text().contains(String.valueOf(name)));
    close("rival-owner", need);
  }

  @Test
  void drawsTheVeryCardsWithoutAPrice() {
    var me = somebody(Map.of("name", "Quentin Overbrook"));
    var page = me.browser().page("/profile/preview");
    assertThat(page.select(".cw-person")).hasSize(2);
    assertThat(page.select(".cw-match .cw-match-reasons li")).hasSize(9);
    assertThat(page.text()).contains("Quentin O.", "Your price, as firms see it");
    assertThat(page.select("main").html()).doesNotContain("Overbrook", "$", "dana@");
    assertThat(Browserless.as("firm-owner", port).get("/profile/preview").statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsHowStrongTheProfileIsAndWhatIsMissing() {
    var me = somebody(Map.of("rateCents", 2000));
    var page = me.browser().page("/home");
    assertThat(page.text()).contains("of 100", "Fields of law", "Years in a firm's own field");
    var ending =
        somebody(
            Map.of(
                "credentials",
                List.of(
                    Map.of(
                        "code",
                        "NALA-CP",
                        "number",
                        "9",
                        "verified",
                        true,
                        "validUntil",
                        LocalDate.now(ZoneOffset.UTC).plusDays(20).toString()))));
    assertThat(ending.browser().page("/home").select(".cw-callout").text()).contains("ends on");
  }
}
