package io.casewell.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class SearchPagesTest {
  @LocalServerPort int port;

  private void posted(String title) {
    var body =
        """
        {"title":"%s","role":"paralegal","seats":1,"hoursPerWeek":10,
         "window":{"zone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(title, LocalDate.now(ZoneOffset.UTC).plusDays(10));
    var answer =
        Probe.program("firm-owner", port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void findsAFirmsOwnNeedsPeopleAndPages() {
    var word = "Xylograph" + UUID.randomUUID().toString().substring(0, 8);
    posted(word + " trial");
    var owner = Browserless.as("firm-owner", port);
    assertThat(owner.page("/search?q=" + word.toLowerCase(java.util.Locale.ROOT)).text())
        .contains("Needs", word + " trial", "Open");
    assertThat(owner.page("/search?q=dana").select(".cw-hits").text()).contains("Dana R.");
    assertThat(owner.page("/search?q=activity").select("a[href=/firm/activity]")).hasSize(1);
    assertThat(owner.page("/search?q=bluebooking").select("a[href='/talent?skill=cite-checking']"))
        .hasSize(1);
    var rival = Browserless.as("rival-owner", port);
    assertThat(rival.get("/search?q=" + word).body()).doesNotContain(word + " trial");
    for (var other : List.of("paralegal", "admin", "sales-rep")) {
      assertThat(Browserless.as(other, port).get("/search?q=" + word).body())
          .as(other)
          .doesNotContain(word + " trial");
    }
  }

  @Test
  void listsWhatHoldsTheWordsBeforeWhatLooksLikeThem() {
    var found = new Browserless(port).page("/search?q=clio").select(".cw-hits a").eachText();
    assertThat(found.getFirst()).contains("Clio");
    assertThat(found.getLast()).as("one letter off: Client …").doesNotContain("Clio");
  }

  @Test
  void tellsAdministratorsWhatWaits() {
    var admin = Browserless.as("admin", port);
    assertThat(admin.page("/home").select("[hx-get=/operations/waiting]")).hasSize(1);
    var stats = admin.page("/operations/waiting").select(".cw-stat");
    assertThat(stats).hasSize(5);
    assertThat(stats.getFirst().select(".cw-stat-value").text()).matches("[1-9]\\d*");
    for (var link : stats.select("a").eachAttr("href")) {
      assertThat(admin.get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void namesNobodyToVisitorsAndProfessionals() {
    assertThat(new Browserless(port).page("/search?q=dana").text()).doesNotContain("Dana R.");
    assertThat(Browserless.as("paralegal", port).page("/search?q=dana").select(".cw-hits").text())
        .doesNotContain("Dana R.");
  }

  @Test
  void leadsNobodyToAPageThatIsNotTheirs() {
    var paralegal = Browserless.as("paralegal", port);
    for (var link : paralegal.page("/search").select("[data-hit]").eachAttr("href")) {
      assertThat(paralegal.get(link).statusCode()).as(link).isEqualTo(200);
    }
    var owner = Browserless.as("firm-owner", port);
    for (var link : owner.page("/search").select("[data-hit]").eachAttr("href")) {
      assertThat(owner.get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void answersTheDialogWithItsPartOnly() {
    var owner = Browserless.as("firm-owner", port);
    var part = owner.get("/search?q=needs", "HX-Request", "true");
    assertThat(part.body()).doesNotContain("<html").contains("data-hit");
    assertThat(owner.get("/keys", "HX-Request", "true").body()).doesNotContain("<html");
    assertThat(owner.page("/keys").select("kbd").eachText()).contains("Ctrl", "K", "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%25",
        "_",
        "%27%3B%20drop",
        "%5C",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "a%CC%81"
      })
  void readsJunkLiterally(String junk) {
    var answer = Browserless.as("firm-owner", port).get("/search?q=" + junk);
    assertThat(answer.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("script:not([src])")).isEmpty();
    assertThat(page.select(".cw-hits:contains(Dana R.)")).isEmpty();
  }
}
