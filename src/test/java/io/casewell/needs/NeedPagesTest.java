package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Limits;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class NeedPagesTest {
  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired Limits limits;
  private Browserless owner = new Browserless(0);

  @BeforeEach
  void signIn() {
    owner = Browserless.as("firm-owner", port);
  }

  /** The fields of a form that may be posted, with these on top. */
  private static String[] fields(String title, String... more) {
    var all =
        new ArrayList<>(
            List.of(
                "title",
                title,
                "role",
                "paralegal",
                "hoursPerWeek",
                "20",
                "seats",
                "1",
                "weeks",
                "12",
                "zone",
                "America/New_York",
                "start",
                "09:00",
                "end",
                "17:00",
                "startDate",
                LocalDate.now(ZoneOffset.UTC).plusDays(10).toString(),
                "action",
                "publish",
                "key",
                NeedId.next().toString()));
    for (var day : List.of("MON", "TUE", "WED", "THU", "FRI")) {
      all.add("days");
      all.add(day);
    }
    for (int i = 0; i < more.length; i += 2) {
      int at = all.indexOf(more[i]);
      if (at >= 0 && at % 2 == 0 && !more[i].equals("days")) {
        all.set(at + 1, more[i + 1]);
      } else {
        all.add(more[i]);
        all.add(more[i + 1]);
      }
    }
    return all.toArray(String[]::new);
  }

  private String posted(String title, String... more) {
    var answer = owner.post("/needs", fields(title, more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.uri().getPath()).matches("/needs/[0-9a-f-]{36}");
    return answer.uri().getPath();
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  @Test
  void postsANeedAndShowsItsFacts() {
    var path =
        posted(
            "Discovery " + NeedId.next(),
            "mustSkills",
            "legal-research",
            "mustLevel-legal-research",
            "4",
            "mustSkillsText",
            "cite-checking",
            "languages",
            "es",
            "languageLevel-es",
            "4",
            "credentials0",
            "NALA-CP",
            "rateCap",
            "45.50",
            "minOverlap",
            "7.5",
            "parties",
            "Acme Corp.\n\nZoë Ltd");
    var page = owner.page(path);
    assertThat(page.select(".cw-facts").text())
        .contains("Virtual paralegal", "20 hours a week", "advanced or above", "$45.50 an hour")
        .contains("Monday to Friday, 9:00 AM to 5:00 PM", "7 hours 30 minutes", "Spanish");
    assertThat(page.text()).contains("Acme Corp.", "Zoë Ltd", "posted it.");
    assertThat(page.select("[hx-get=" + path + "/matches]")).hasSize(1);
    assertThat(page.select(".cw-badge").text()).contains("Open");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrongWhere() {
    var answer =
        owner.post(
            "/needs",
            fields(
                "<script>alert(1)</script>",
                "hoursPerWeek",
                "0",
                "rateCap",
                "1,5",
                "minOverlap",
                "100",
                "start",
                "09:10",
                "mustSkillsText",
                "telepathy",
                "parties",
                "Acme\nCo. LLC"));
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = page(answer);
    assertThat(page.select("#f-title").val()).isEqualTo("<script>alert(1)</script>");
    assertThat(page.select("#f-rateCap").val()).isEqualTo("1,5");
    assertThat(page.select("#f-parties").val()).isEqualTo("Acme\nCo. LLC");
    assertThat(page.select("#f-mustSkills").val()).isEqualTo("telepathy");
    for (var field : List.of("hoursPerWeek", "rateCap", "start", "mustSkills", "parties")) {
      assertThat(page.select("#f-" + field + "-error")).as(field).isNotEmpty();
      assertThat(page.select(".cw-summary a[href=#f-" + field + "]")).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "1,5", "45.505", "-1", "0", "NaN", "1000000000000000000", "4 5"})
  void refusesAmountsThatAreNone(String cap) {
    var answer = owner.post("/needs", fields("Cap", "rateCap", cap));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#f-rateCap-error")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"45, $45 an hour", "45.5, $45.50 an hour", "$45.05, $45.05 an hour"})
  void readsAmountsToTheCent(String cap, String words) {
    var path = posted("Cap " + cap, "rateCap", cap);
    assertThat(owner.page(path).select(".cw-facts").text()).contains(words);
  }

  @Test
  void asksWhoeverPostsTooManyToWait() {
    var busy = FirmPerson.founding("Busy LLP", worker, port);
    for (int i = 0; i < 299; i++) {
      limits.count("needs posted by " + busy.account(), 300);
    }
    assertThat(busy.browser().post("/needs", fields("The last for now")).statusCode())
        .isEqualTo(200);
    var no = busy.browser().post("/needs", fields("One too many"));
    assertThat(no.statusCode()).isEqualTo(429);
    assertThat(no.headers().firstValue("Retry-After")).isPresent();
    assertThat(busy.browser().page("/needs").text()).doesNotContain("One too many");
    // one who posts too much keeps nobody else out
    posted("Posted meanwhile");
  }

  @Test
  void refusesMoreOverlapThanTheWindowHolds() {
    var answer = owner.post("/needs", fields("Overlap", "minOverlap", "41"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#f-minOverlap-error").text()).contains("40 hours");
  }

  @Test
  void refusesAWindowTooSmallForHalfOfTheWork() {
    var answer = owner.post("/needs", fields("Small", "hoursPerWeek", "40", "end", "12:00"));
    assertThat(page(answer).select("#f-minOverlap-error").text()).contains("holds only 15 hours");
  }

  @Test
  void namesTheCaseManagersHoursWhereTheyAreMissing() {
    var answer = owner.post("/needs", fields("Team", "role", "both"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#f-caseManagerHours-error")).isNotEmpty();
  }

  @Test
  void addsWordsAndGroupsWithoutScripts() {
    var answer =
        owner.post("/needs", fields("x", "action", "add", "niceSkillsText", "cite-checking, qwzx"));
    assertThat(answer.statusCode()).isEqualTo(200);
    var page = page(answer);
    assertThat(page.select("[name=niceSkills][value=cite-checking]")).hasSize(1);
    assertThat(page.select("#f-niceSkills").val()).isEqualTo("qwzx");
    var more = page(owner.post("/needs", fields("x", "action", "add-group", "groups", "1")));
    assertThat(more.select("#f-credentials1")).hasSize(1);
  }

  @Test
  void readsAPastedText() {
    var text =
        "We need a paralegal about 25 hours a week. Must have cite checking and legal research."
            + " Clio experience preferred. No court filing.";
    var page = page(owner.post("/needs", "action", "read", "text", text));
    assertThat(page.select("[name=mustSkills][value=cite-checking]")).hasSize(1);
    assertThat(page.select("[name=niceSoftware][value=clio]")).hasSize(1);
    assertThat(page.select("#f-hoursPerWeek").val()).isEqualTo("25");
    assertThat(page.select(".cw-read-list").text()).contains("cite checking");
  }

  @Test
  void isFedByAdvice() {
    var page = owner.page("/needs/new?role=both&paralegalHours=12.5&caseManagerHours=8");
    assertThat(page.select("[name=role][checked]").val()).isEqualTo("both");
    assertThat(page.select("#f-hoursPerWeek").val()).isEqualTo("13");
    assertThat(page.select("#f-caseManagerHours").val()).isEqualTo("8");
  }

  @Test
  void postsBothRolesAsATeamOfTwoNeeds() {
    var title = "Team " + NeedId.next();
    var path = posted(title, "role", "both", "caseManagerHours", "8");
    var page = owner.page(path);
    assertThat(page.select("h1").text()).isEqualTo(title + " (paralegal)");
    var mate = page.select("a:containsOwn(" + title + " (case manager))");
    assertThat(owner.page(page.select(".cw-list a").attr("href")).text())
        .contains(title + " (case manager)", "8 hours a week");
    assertThat(mate.size() + page.select(".cw-list a").size()).isPositive();
  }

  @Test
  void movesThroughItsLifeOnThePage() {
    var path = posted("Life " + NeedId.next());
    assertThat(owner.post(path + "/pause").body()).contains("The search is paused.");
    assertThat(owner.post(path + "/pause").statusCode()).isEqualTo(409);
    assertThat(owner.post(path + "/publication").statusCode()).isEqualTo(200);
    assertThat(owner.post(path + "/closure", "reason", "").statusCode()).isEqualTo(422);
    var closed = owner.post(path + "/closure", "reason", "Settled <b>early</b>");
    assertThat(closed.statusCode()).isEqualTo(200);
    assertThat(page(closed).text()).contains("Closed. Settled <b>early</b>");
    assertThat(owner.get(path + "/edit").statusCode()).isEqualTo(409);
    assertThat(owner.post(path, fields("x", "action", "save")).statusCode()).isEqualTo(409);
    var copy = owner.post(path + "/copy", "key", NeedId.next().toString());
    assertThat(page(copy).select("h1").text()).startsWith("Copy of Life");
    assertThat(page(copy).select(".cw-badge").text()).contains("Draft");
  }

  @Test
  void changesANeedAndTellsOfIt() {
    var path = posted("Before " + NeedId.next());
    var form = owner.page(path + "/edit");
    assertThat(form.select("#f-title").val()).startsWith("Before");
    var version = form.select("[name=version]").val();
    var saved =
        owner.post(
            path, fields("After", "hoursPerWeek", "30", "action", "save", "version", version));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(page(saved).select(".cw-timeline").text())
        .contains("changed the title, the hours a week from 20 to 30");
    var stale = owner.post(path, fields("Stale", "action", "save", "version", version));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(page(stale).select("#f-title").val()).isEqualTo("Stale");
    assertThat(page(stale).text()).contains("Somebody saved this need while you were writing");
    assertThat(owner.page(path).select("h1").text()).isEqualTo("After");
    var again = page(stale).select("[name=version]").val();
    assertThat(owner.post(path, fields("Mine", "action", "save", "version", again)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void hidesEverythingFromTheRival() {
    var title = "Secret " + NeedId.next();
    var path = posted(title);
    var rival = Browserless.as("rival-owner", port);
    for (var address : List.of(path, path + "/edit")) {
      assertThat(rival.get(address).statusCode()).as(address).isEqualTo(404);
      assertThat(rival.get(address, "HX-Request", "true").statusCode()).isEqualTo(404);
    }
    for (var move : List.of("", "/pause", "/publication", "/closure", "/copy")) {
      var answer = rival.post(path + move, fields("Taken", "action", "save", "reason", "x"));
      assertThat(answer.statusCode()).as(move).isEqualTo(404);
    }
    assertThat(rival.get("/needs?q=" + title.substring(7)).body()).contains("Nothing matches");
    assertThat(owner.page(path).select("h1").text()).isEqualTo(title);
  }

  @Test
  void letsOthersOfTheFirmReadOnly() {
    var path = posted("Read only " + NeedId.next());
    var billing = Browserless.as("billing", port);
    assertThat(billing.page(path).select("h1").text()).startsWith("Read only");
    assertThat(billing.page(path).select("main form")).isEmpty();
    assertThat(billing.get("/needs/new").statusCode()).isEqualTo(403);
    assertThat(billing.post(path + "/pause").statusCode()).isEqualTo(403);
    assertThat(Browserless.as("admin", port).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void ignoresFieldsThatAreNotAskedFor() {
    var path =
        posted(
            "Mass " + NeedId.next(),
            "state",
            "closed",
            "firm",
            NeedId.next().toString(),
            "id",
            NeedId.next().toString(),
            "createdAt",
            "1999-01-01",
            "team",
            NeedId.next().toString());
    assertThat(owner.page(path).select(".cw-badge").text()).contains("Open");
  }

  @Test
  void makesOneNeedOfADoubleSubmit() {
    var title = "Twice " + NeedId.next();
    var body = List.of(fields(title));
    var token = owner.token();
    var paths = new HashSet<String>();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<HttpResponse<String>>>();
      for (int i = 0; i < 20; i++) {
        asked.add(many.submit(() -> owner.post("/needs", body, token, new String[0])));
      }
      for (var one : asked) {
        assertThat(one.get().statusCode()).isEqualTo(200);
        paths.add(one.get().uri().getPath());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(paths).hasSize(1);
    var list = owner.page("/needs?q=" + title.replace(" ", "+"));
    assertThat(list.select("tbody tr")).hasSize(1);
    var key = body.get(body.indexOf("key") + 1);
    var other = owner.post("/needs", fields(title + " changed", "key", key));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(page(other).select("[name=key]").val()).isNotEqualTo(key);
    assertThat(page(other).select("#f-title").val()).isEqualTo(title + " changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "`${7*7}`",
        "</title><svg onload=alert(1)>",
        "javascript:alert(1)",
        "'; drop table need; --",
        "{{7*7}} <%= 7 %>",
        "\u202etxt.exe\u202c 👩‍⚖️ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ İı ß 𝕳"
      })
  void showsWhateverWasTypedLiterally(String text) {
    var title = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    var path = posted(text, "parties", text);
    var page = owner.page(path);
    assertThat(page.select("h1").text()).isEqualTo(title);
    assertThat(page.select("script:not([src]), img, svg[onload], [onerror]")).isEmpty();
    assertThat(page.title()).startsWith(title);
    assertThat(owner.page(path + "/edit").select("#f-title").val()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sort=id;drop&order=sideways",
        "?sort=%27&state=%27&page=-1",
        "?page=99999999999999999999&q=%25_%5C",
        "?page=9999",
        "?q=%27%20or%201=1--",
        "?state=open&state=closed&q=a&q=b",
        "?sort=title&order=up&page=1&q=%C0%80",
        "?q=" + "x%20",
        "?firm=00000000-0000-0000-0000-000000000000&firmId=1"
      })
  void answersJunkWithAList(String query) {
    assertThat(owner.get("/needs" + query).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?role=ADMIN&hours=-5",
        "?role=both&hours=1e9",
        "?hours=NaN&text=%3Cscript%3E",
        "?role=paralegal&role=both&hours=9999"
      })
  void startsAFormFromAnyQuery(String query) {
    assertThat(owner.get("/needs/new" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesCharactersThatCannotBeKept() {
    assertThat(owner.post("/needs", fields("a\0b")).statusCode()).isEqualTo(422);
  }

  @Test
  void treatsWildcardsOfASearchLiterally() {
    var mark = NeedId.next().toString();
    posted("100% " + mark);
    assertThat(owner.page("/needs?q=100%25+" + mark).select("tbody th")).hasSize(1);
    assertThat(owner.page("/needs?q=%25" + mark).select("tbody th")).isEmpty();
  }

  @Test
  void sortsTheList() {
    var mark = NeedId.next().toString();
    posted("B " + mark, "hoursPerWeek", "10");
    posted("A " + mark, "hoursPerWeek", "30");
    var byTitle = owner.page("/needs?q=" + mark + "&sort=title&order=up").select("tbody th");
    assertThat(byTitle.eachText()).containsExactly("A " + mark, "B " + mark);
    var byHours = owner.page("/needs?q=" + mark + "&sort=hours&order=up").select("tbody th");
    assertThat(byHours.eachText()).containsExactly("B " + mark, "A " + mark);
  }
}
