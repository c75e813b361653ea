package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class DraftPagesTest {
  @LocalServerPort int port;
  private Browserless desk = new Browserless(0);
  private Browserless phone = new Browserless(0);

  @BeforeEach
  void signIn() {
    desk = Browserless.as("firm-owner", port);
    phone = Browserless.as("hiring-manager", port);
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** The fields of the page's form as a browser would send them, with these on top. */
  private static List<String> sent(Document page, String... more) {
    var fields = new ArrayList<String>();
    var named = List.of(more);
    for (var field : page.select("form[data-autosave]").forms().getFirst().formData()) {
      boolean changed = named.indexOf(field.key()) % 2 == 0;
      if (!field.key().equals("_csrf") && !changed) {
        fields.add(field.key());
        fields.add(field.value());
      }
    }
    fields.addAll(named);
    return fields;
  }

  private static String path(Document page) {
    return page.select("form[data-autosave]").attr("action");
  }

  private HttpResponse<String> typed(Browserless who, Document page, String... more) {
    return who.post(path(page), sent(page, more), who.token(), new String[] {"HX-Request", "true"});
  }

  private HttpResponse<String> pressed(Browserless who, Document page, String... more) {
    return who.post(path(page), sent(page, more), who.token(), new String[0]);
  }

  private String draft(String title) {
    var first = desk.page("/needs/new");
    assertThat(typed(desk, first, "title", title).statusCode()).isEqualTo(200);
    return path(first);
  }

  @Test
  void savesWhileSomebodyTypesAndResumesOnAnotherDevice() {
    var title = "Resumed " + NeedId.next();
    var first = desk.page("/needs/new");
    var saved = typed(desk, first, "title", title, "hoursPerWeek", "33");
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(page(saved).select("#draft-version").val()).isEqualTo("1");
    assertThat(saved.headers().firstValue("HX-Replace-Url")).hasValue(path(first) + "?step=1");
    var elsewhere = phone.page(path(first));
    assertThat(elsewhere.select("#f-title").val()).isEqualTo(title);
    assertThat(elsewhere.select("#f-hoursPerWeek").val()).isEqualTo("33");
    assertThat(phone.page("/needs").select(".cw-unfinished").text()).contains(title);
    assertThat(phone.page("/home").select(".cw-waits").text()).contains(title);
  }

  @Test
  void savesWithoutScriptsByAButton() {
    var title = "By button " + NeedId.next();
    var left = pressed(desk, desk.page("/needs/new"), "title", title, "action", "leave");
    assertThat(left.uri().getPath()).isEqualTo("/needs");
    assertThat(page(left).text()).contains("Your draft is saved", title);
  }

  @Test
  void tellsAStalePageAndLosesNothing() {
    var path = draft("Stale " + NeedId.next());
    var here = desk.page(path);
    var there = phone.page(path);
    assertThat(typed(phone, there, "title", "By the phone").statusCode()).isEqualTo(200);
    var told = typed(desk, here, "title", "By the desk");
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("saved somewhere else", "Keep what is here");
    assertThat(phone.page(path).select("#f-title").val()).isEqualTo("By the phone");
    var stale = pressed(desk, here, "title", "By the desk", "action", "next");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(page(stale).select("#f-title").val()).isEqualTo("By the desk");
    assertThat(page(stale).text()).contains("saved somewhere else");
    var kept = pressed(desk, page(stale), "title", "By the desk", "action", "next");
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(phone.page(path + "?step=1").select("#f-title").val()).isEqualTo("By the desk");
  }

  @Test
  void keepsWhatIsHereWhenAskedTo() {
    var path = draft("Overwritten " + NeedId.next());
    var here = desk.page(path);
    typed(phone, phone.page(path), "title", "By the phone");
    var kept = pressed(desk, here, "title", "By the desk", "action", "overwrite");
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(phone.page(path).select("#f-title").val()).isEqualTo("By the desk");
  }

  @Test
  void neverTakesAPagesOwnSavesForSomebodyElses() {
    var first = desk.page("/needs/new");
    // the button may overtake the answer to a save that is under way
    assertThat(typed(desk, first, "title", "One").statusCode()).isEqualTo(200);
    assertThat(typed(desk, first, "title", "Two").statusCode()).isEqualTo(200);
    assertThat(pressed(desk, first, "title", "Three", "action", "next").statusCode())
        .isEqualTo(200);
    assertThat(desk.page(path(first) + "?step=1").select("#f-title").val()).isEqualTo("Three");
  }

  @Test
  void leadsThroughItsStepsToANeed() {
    var title = "Walked " + NeedId.next();
    var work = desk.page("/needs/new");
    var skills = page(pressed(desk, work, "title", title, "action", "next"));
    assertThat(skills.select(".cw-step-now").text()).contains("Skills");
    var hours =
        page(
            pressed(
                desk,
                skills,
                "mustSkills",
                "cite-checking",
                "mustLevel-cite-checking",
                "3",
                "action",
                "next"));
    assertThat(hours.select(".cw-step-now").text()).contains("Hours");
    var conditions = page(pressed(desk, hours, "action", "next"));
    var check = page(pressed(desk, conditions, "parties", "Acme Corp.", "action", "next"));
    assertThat(check.select(".cw-facts").text()).contains("Cite-checking", "20 hours a week");
    assertThat(check.text()).contains("Acme Corp.");
    var posted = pressed(desk, check, "action", "publish");
    assertThat(posted.uri().getPath()).matches("/needs/[0-9a-f-]{36}");
    assertThat(page(posted).select("h1").text()).isEqualTo(title);
    assertThat(desk.get(path(work)).statusCode()).isEqualTo(404);
    var again = pressed(desk, check, "action", "publish");
    assertThat(again.uri().getPath()).isEqualTo(posted.uri().getPath());
    assertThat(desk.page("/needs?q=" + title.replace(" ", "+")).select("tbody tr")).hasSize(1);
  }

  @Test
  void staysWhereSomethingIsToBeMended() {
    var first = desk.page("/needs/new");
    var wrong = pressed(desk, first, "title", "", "hoursPerWeek", "0", "action", "next");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(page(wrong).select("#f-title-error, #f-hoursPerWeek-error")).hasSize(2);
    assertThat(page(wrong).select("#f-hoursPerWeek").val()).isEqualTo("0");
    var unready = pressed(desk, desk.page(path(first) + "?step=5"), "action", "publish");
    assertThat(unready.statusCode()).isEqualTo(422);
    assertThat(page(unready).select(".cw-step-now").text()).contains("The work");
  }

  @Test
  void carriesAdviceIntoTheStepsToCome() {
    var text = "Must+have+cite+checking.+Clio+is+preferred.";
    var first = desk.page("/needs/new?role=paralegal&text=" + text);
    typed(desk, first, "title", "Fed " + NeedId.next());
    assertThat(desk.page(path(first) + "?step=2").select("[name=mustSkills]").eachAttr("value"))
        .contains("cite-checking");
    assertThat(desk.page(path(first) + "?step=3").select("[name=days][checked]")).hasSize(5);
  }

  @Test
  void hidesDraftsFromOtherFirms() {
    var title = "Hidden " + NeedId.next();
    var path = draft(title);
    var rival = Browserless.as("rival-owner", port);
    for (var address : List.of(path, path + "?step=2")) {
      assertThat(rival.get(address).statusCode()).isEqualTo(404);
      assertThat(rival.get(address, "HX-Request", "true").statusCode()).isEqualTo(404);
    }
    for (var version : List.of("0", "1")) {
      var taken = rival.post(path, "version", version, "tab", "", "step", "1", "title", "Taken");
      assertThat(taken.statusCode()).as(version).isEqualTo(404);
    }
    assertThat(rival.post(path + "/removal").statusCode()).isEqualTo(404);
    assertThat(rival.get("/needs").body()).doesNotContain(title);
    assertThat(desk.page(path).select("#f-title").val()).isEqualTo(title);
    var billing = Browserless.as("billing", port);
    assertThat(billing.get(path).statusCode()).isEqualTo(403);
    assertThat(billing.get("/needs").body()).doesNotContain(title);
  }

  @Test
  void throwsADraftAwayAndSaysSo() {
    var title = "Gone " + NeedId.next();
    var path = draft(title);
    assertThat(page(desk.post(path + "/removal")).text()).contains("The draft is gone.");
    assertThat(desk.get(path).statusCode()).isEqualTo(404);
    assertThat(page(desk.get("/firm/activity")).text())
        .contains("began to write " + title, "threw away the draft " + title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "`${7*7}`",
        "\u202etxt.exe\u202c 👩‍⚖️ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A İı ß 𝕳"
      })
  void showsWhateverWasTypedLiterally(String text) {
    var title = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    var path = draft(text);
    for (var address : List.of(path, "/needs", "/home", "/firm/activity")) {
      var page = desk.page(address);
      assertThat(page.text()).as(address).contains(title.replaceAll("\\s+", " "));
      assertThat(page.select("script:not([src]), img, [onerror]")).as(address).isEmpty();
    }
    desk.post(path + "/removal");
  }

  @Test
  void refusesWhatCannotBeKept() {
    var first = desk.page("/needs/new");
    assertThat(typed(desk, first, "title", "a\0b").statusCode()).isEqualTo(422);
    assertThat(desk.get("/needs/drafts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(desk.get("/needs/drafts/x").statusCode()).isEqualTo(404);
    var much = pressed(desk, first, "text", "x".repeat(300_000), "action", "leave");
    assertThat(much.statusCode()).isEqualTo(422);
  }
}
