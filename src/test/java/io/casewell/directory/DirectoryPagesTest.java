package io.casewell.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class DirectoryPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody somebody() {
    var record = Somebody.record();
    record.put("name", "Zorah Quillfeather");
    record.put("email", "zorah@quillfeather.example");
    record.put("yearsExperience", 7);
    record.put(
        "skills",
        List.of(
            Map.of("skill", "cite-checking", "level", 5, "verified", true),
            Map.of("skill", "legal-research", "level", 4, "verified", false)));
    var somebody = Somebody.of(record, importStaff, worker, port);
    var path = "/talent/" + somebody.staff();
    await(() -> new Browserless(port).get(path).statusCode() == 200);
    return somebody;
  }

  private static void await(BooleanSupplier holds) {
    for (int i = 0; i < 100; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("it did not come about within ten seconds");
  }

  @Test
  void holdsPeopleAgainstMoreNeedsThanFitOneReading() {
    var firm = FirmPerson.founding("Many needs LLP", worker, port);
    worker
        .db()
        .sql(
            """
            insert into need select (jsonb_populate_record(n, jsonb_build_object(
              'id', gen_random_uuid(), 'firm', :firm))).*
            from need n cross join generate_series(1, 50)
            where n.id = (select id from need where state = 'open' limit 1)
            """)
        .bind("firm", firm.firm().value())
        .then()
        .block();
    assertThat(firm.browser().get("/talent").statusCode()).isEqualTo(200);
    assertThat(firm.browser().get("/needs/together").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "page=2", "after=nowhere"})
  void saysThatAPlaceInTheListIsNone(String asked) {
    var page = new Browserless(port).page("/talent?" + asked);
    assertThat(page.text()).contains("a place in the list that there is not");
    assertThat(new Browserless(port).page("/talent").text()).doesNotContain("that there is not");
  }

  @Test
  void showsAVisitorNameRolesSkillsAndAvailabilityAndNothingElse() {
    var somebody = somebody();
    var page = new Browserless(port).page("/talent/" + somebody.staff());
    assertThat(page.select(".cw-person").text())
        .contains("Zorah Q.", "Virtual paralegal", "Cite-checking", "40 hours a week free")
        .contains("Eastern");
    assertThat(page.html())
        .doesNotContain("Quillfeather", "quillfeather", "zorah@", "$42", "NALA", "7 years")
        .doesNotContain(somebody.externalId());
  }

  @Test
  void showsAFirmWhatItDecidesByAndNeverHowToReachThem() {
    var somebody = somebody();
    var page = Browserless.as("firm-owner", port).page("/talent/" + somebody.staff());
    assertThat(page.select(".cw-person").text())
        .contains("Zorah Q.", "7 years in legal work", "an hour", "verified");
    assertThat(page.html()).doesNotContain("Quillfeather", "quillfeather", "zorah@");
    assertThat(page.select(".cw-near").text())
        .as("what is only claimed says so")
        .containsPattern("level 5 ?Verified")
        .containsPattern("Legal research, level 4 ?Claimed");
  }

  @Test
  void showsNobodyAPriceButFirms() {
    var somebody = somebody();
    for (var browser : List.of(somebody.browser(), Browserless.as("paralegal", port))) {
      assertThat(browser.page("/talent/" + somebody.staff()).select(".cw-person").text())
          .doesNotContain("$");
      assertThat(browser.get("/talent?sort=rate").body()).doesNotContain("an hour");
    }
  }

  @Test
  void hidesWhoeverIsNotActiveAtOnce() {
    var somebody = somebody();
    worker
        .db()
        .sql("update staff_card set state = 'paused' where staff = :staff")
        .bind("staff", somebody.staff().value())
        .then()
        .block();
    for (var browser : List.of(new Browserless(port), Browserless.as("firm-owner", port))) {
      assertThat(browser.get("/talent/" + somebody.staff()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void answersForNobodyAsForSomebodyWhoIsNotThere() {
    var visitor = new Browserless(port);
    assertThat(visitor.get("/talent/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/talent/x").statusCode()).isEqualTo(404);
  }

  @Test
  void readsSynonymsAndSaysSo() {
    var page = new Browserless(port).page("/talent?q=bluebooking");
    assertThat(page.select("[role=status]").text())
        .contains("bluebooking is read as Cite-checking");
    assertThat(page.select(".cw-chosen").text()).contains("Cite-checking");
    assertThat(page.select("[name=skill][value=cite-checking]").hasAttr("checked")).isTrue();
  }

  @Test
  void leadsToTheNextPageWithTheFiltersKept() {
    var visitor = new Browserless(port);
    var page = visitor.page("/talent?role=paralegal");
    var next = page.select("a[rel=next]").attr("href");
    assertThat(next).contains("role=paralegal", "after=");
    var shown = page.select(".cw-person-name a").eachAttr("href");
    // the index may lag behind the cards for a moment, and a card decides
    assertThat(shown).hasSizeBetween(20, 24);
    assertThat(visitor.page(next).select(".cw-person-name a").eachAttr("href"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=id;drop&hours=-1&role=ADMIN",
        "size=1000000&limit=1000000&page=-5",
        "skill=%27&skill=%25_&area=../../etc&state=<script>",
        "after=9999999999~not-an-id&sort=rate",
        "after=1~00000000-0000-0000-0000-00000000zzzz",
        "q=%25_%5C%27%3B--&overlap=mars-900",
        "q=((((((((((a%2B)%2B)%2B)%2B)%2B)%2B$",
        "firmId=1&staffId=2&firm=x",
        "skill=cite-checking&skill=cite-checking&skill=cite-checking"
      })
  void answersJunkWithAList(String query) {
    var answer =
        new Browserless(port).get("/talent?" + query.replace("<", "%3C").replace(">", "%3E"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(org.jsoup.Jsoup.parse(answer.body()).select(".cw-person").size())
        .isLessThanOrEqualTo(24);
  }

  @Test
  void cutsALongSearchShort() {
    var much = "legal+research+".repeat(800);
    var answer = new Browserless(port).get("/talent?q=" + much);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new Browserless(port).get("/talent?q=" + "x".repeat(50_000)).statusCode())
        .isIn(400, 413, 414, 431);
  }

  @Test
  void showsWhatWasTypedLiterally() {
    var page =
        new Browserless(port).page("/talent?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3Eqwzxv");
    assertThat(page.select("script:not([src])")).isEmpty();
    assertThat(page.select("#f-q").val()).isEqualTo("\"><script>alert(1)</script>qwzxv");
  }

  @Test
  void asksWhoeverAsksTooOftenToWait() {
    var scraper = somebody().browser();
    int turnedAway = 0;
    for (int i = 0; i < 400 && turnedAway == 0; i++) {
      var answer = scraper.get("/talent/" + UUID.randomUUID());
      if (answer.statusCode() == 429) {
        turnedAway = i;
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
    }
    assertThat(turnedAway).isBetween(100, 399);
    var then = new java.util.HashSet<Integer>();
    for (int i = 0; i < 5; i++) {
      then.add(scraper.get("/talent?q=clio").statusCode());
    }
    assertThat(then).contains(429);
    // one who asks too often keeps nobody else out
    assertThat(Browserless.as("firm-owner", port).get("/talent").statusCode()).isEqualTo(200);
  }
}
