package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.CaughtMails;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A professional comes in by themselves, step by step, and is admitted. */
@CasewellTest
class ComeInTest {
  @LocalServerPort int port;
  @Autowired Worker worker;

  private record Newcomer(Browserless browser, String name, String email) {}

  private Newcomer newcomer() {
    var word = "Q" + UUID.randomUUID().toString().substring(24);
    var browser = new Browserless(port);
    browser.get("/sandbox/newcomer?name=Imani+" + word);
    browser.post("/welcome", "as", "professional", "agree", "yes");
    return new Newcomer(
        browser,
        "Imani " + word,
        "imani." + word.toLowerCase(java.util.Locale.ROOT) + "@newcomer.example");
  }

  private static Browserless begun(Newcomer one) {
    var in =
        one.browser()
            .post("/welcome/professional", "name", one.name(), "roles", "paralegal", "years", "6");
    assertThat(in.uri().getPath()).isEqualTo("/profile/setup/skills");
    return one.browser();
  }

  private static String seen(Browserless browser, String path) {
    return browser.page(path).select("[name=seen]").val();
  }

  private static void complete(Browserless browser) {
    var skills = "/profile/setup/skills";
    var on =
        browser.post(
            skills,
            "seen",
            seen(browser, skills),
            "skills",
            "legal-research",
            "level-legal-research",
            "4",
            "skills",
            "cite-checking",
            "level-cite-checking",
            "3",
            "skills",
            "medical-chronology",
            "level-medical-chronology",
            "3");
    assertThat(on.uri().getPath()).as(on.body()).isEqualTo("/profile/setup/practice-areas");
    var hours = "/hours?from=setup";
    var paid =
        browser.post(
            "/hours",
            "from",
            "setup",
            "seen",
            seen(browser, hours),
            "do",
            "save",
            "zone",
            "America/New_York",
            "capacity",
            "40",
            "elsewhere",
            "0",
            "day",
            "MON",
            "start",
            "09:00",
            "end",
            "17:00");
    assertThat(paid.uri().toString()).as(paid.body()).endsWith("/rate?from=setup");
    var rate = "/rate?from=setup";
    var end = browser.post("/rate", "from", "setup", "seen", seen(browser, rate), "pay", "32");
    assertThat(end.uri().getPath()).as(end.body()).isEqualTo("/profile/setup");
  }

  @Test
  void buildsTheProfileInStepsAndAsksToBeAdmitted() {
    var one = newcomer();
    assertThat(one.browser().post("/welcome/professional", "name", "", "years", "x").statusCode())
        .isEqualTo(422);
    var browser = begun(one);
    assertThat(browser.post("/profile/setup/finish").statusCode()).as("too early").isEqualTo(409);
    var openings = browser.page("/profile/openings").text();
    assertThat(openings).containsAnyOf("open need fits", "open needs fit");
    complete(browser);

    var end = browser.page("/profile/setup");
    assertThat(end.text()).contains("60 of 100", "Ask to be admitted");
    assertThat(end.select("[hx-get=/profile/openings]")).hasSize(1);
    var ready = browser.page("/profile/setup");
    var points = browser.page("/home").select(".cw-stat:contains(Profile) .cw-stat-value").text();
    assertThat(points).as("one strength everywhere").matches("\\d+ of 100");
    assertThat(ready.text()).contains("Nearly in", points);
    assertThat(browser.page("/home").select("[href=/profile/setup]")).isNotEmpty();
    assertThat(browser.post("/profile/setup/finish").uri().getPath()).isEqualTo("/home");
    assertThat(browser.page("/home").text()).contains("You asked to be admitted.");
    assertThat(browser.page("/profile/strength").text()).contains("You asked to be admitted");
    assertThat(browser.post("/profile/setup/finish").statusCode()).as("again").isEqualTo(200);
    assertThat(
            browser
                .post("/welcome/professional", "name", "X", "roles", "paralegal", "years", "1")
                .statusCode())
        .as("a second profile")
        .isEqualTo(409);

    var admin = Browserless.as("admin", port);
    var card =
        admin.page("/operations/newcomers").select("section").stream()
            .filter(section -> section.text().contains(one.name()))
            .findFirst()
            .orElseThrow();
    assertThat(card.text()).contains("6 years", one.email());
    var giveBack = card.select("form[action$=/return]").attr("action");
    var admission = card.select("form[action$=/admission]").attr("action");
    assertThat(admin.post(giveBack, "reason", "").statusCode()).isEqualTo(422);
    admin.post(giveBack, "reason", "Please name your last firm.");
    assertThat(new CaughtMails(port).to(one.email()).text()).contains("name your last firm");
    assertThat(admin.post(admission).statusCode()).as("not asking now").isEqualTo(409);

    browser.post("/profile/setup/finish");
    assertThat(admin.post(admission).statusCode()).isEqualTo(200);
    assertThat(
            worker
                .db()
                .sql("select status from staff where name = :name")
                .bind("name", one.name())
                .mapValue(String.class)
                .one()
                .block())
        .isEqualTo("active");
    assertThat(browser.page("/profile/setup").text()).doesNotContain("Be admitted");
    assertThat(admin.post(admission).statusCode()).as("twice").isEqualTo(409);
  }

  @Test
  void keepsAStaleStepFromOverwriting() {
    var browser = begun(newcomer());
    var skills = "/profile/setup/skills";
    var seen = seen(browser, skills);
    browser.post(skills, "seen", seen, "skills", "legal-research", "level-legal-research", "4");
    var stale = browser.post(skills, "seen", seen, "skills", "cite-checking");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(stale.body()).select("form[action=/profile/setup/skills]")).hasSize(1);
    assertThat(browser.get("/profile/setup/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void showsADraftToNoFirm() {
    var one = newcomer();
    complete(begun(one));
    var cards =
        worker
            .db()
            .sql(
                "select c.state from staff_card c join staff s on s.id = c.staff where s.name ="
                    + " :name")
            .bind("name", one.name())
            .mapValue(String.class)
            .all()
            .collectList()
            .block();
    assertThat(cards).containsExactly("draft");
    assertThat(Browserless.as("finance", port).get("/operations/newcomers").statusCode())
        .isEqualTo(403);
  }
}
