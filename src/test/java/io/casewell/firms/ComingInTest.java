package io.casewell.firms;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody new brings in a law firm, step by step, leaves and goes on. */
@CasewellTest
class ComingInTest {
  @LocalServerPort int port;
  @Autowired Worker worker;

  private Browserless newcomer() {
    var browser = new Browserless(port);
    var landed = browser.get("/sandbox/newcomer?name=Noor+Brandt");
    assertThat(landed.uri().getPath()).isEqualTo("/welcome");
    return browser;
  }

  private static HttpResponse<String> found(Browserless who, String name, String key) {
    return who.post(
        "/welcome/firm",
        "name",
        name,
        "jurisdiction",
        "CA",
        "size",
        "2–10",
        "zone",
        "",
        "areas",
        "personal-injury",
        "next",
        "/needs/new?hours=20",
        "key",
        key);
  }

  private long count(String sql) {
    var count = worker.db().sql(sql).mapValue(Long.class).one().block();
    return count == null ? -1 : count;
  }

  @Test
  void asksWhatSomebodyIsAndForTheAgreementOnce() {
    var noor = newcomer();
    var nothing = noor.post("/welcome");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Choose what you are here as").contains("tick that you");
    assertThat(noor.get("/welcome/firm").uri().getPath()).as("not yet").isEqualTo("/welcome");
    assertThat(found(noor, "Too Early", "").uri().getPath()).isEqualTo("/welcome");
    assertThat(count("select count(*) from firm where name = 'Too Early'")).isZero();

    var on = noor.post("/welcome", "as", "firm", "agree", "yes");
    assertThat(on.uri().getPath()).isEqualTo("/welcome/firm");
    assertThat(noor.page("/welcome").select("[name=agree]")).as("asked once").isEmpty();
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrong() {
    var noor = newcomer();
    noor.post("/welcome", "as", "firm", "agree", "yes");
    var wrong =
        noor.post(
            "/welcome/firm",
            "name",
            "Brandt <b>Law</b>",
            "jurisdiction",
            "XX",
            "size",
            "huge",
            "zone",
            "Mars/Olympus",
            "areas",
            "nothing");
    assertThat(wrong.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(wrong.body());
    assertThat(page.select("#f-name").val()).isEqualTo("Brandt <b>Law</b>");
    assertThat(page.select(".cw-summary li")).hasSize(4);
    assertThat(page.select(".cw-error").eachText()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void takesFieldsOfLawThatWereTypedWithoutAScript() {
    var noor = newcomer();
    noor.post("/welcome", "as", "firm", "agree", "yes");
    var name = "Typed Law " + UUID.randomUUID();
    String[] fields = {
      "name", name, "jurisdiction", "CA", "size", "2–10", "zone", "", "areasText", ""
    };
    fields[9] = "Personal injury, Moon law";
    var wrong = noor.post("/welcome/firm", fields);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("We know no field of law called “Moon law”");
    assertThat(Jsoup.parse(wrong.body()).select("[name=areas]").eachAttr("value"))
        .containsExactly("personal-injury");
    fields[9] = "personal injury";
    assertThat(noor.post("/welcome/firm", fields).uri().getPath()).isEqualTo("/firm/attorneys");
  }

  @Test
  void setsUpAFirmInSteps() {
    var noor = newcomer();
    noor.post("/welcome", "as", "firm", "agree", "yes");
    var name = "Brandt Law " + UUID.randomUUID();
    var key = UUID.randomUUID().toString();
    var in = found(noor, name, key);
    assertThat(in.uri().getPath()).as("in the new hat").isEqualTo("/firm/attorneys");
    assertThat(count("select count(*) from firm where name = '" + name + "'")).isEqualTo(1);
    assertThat(
            count(
                "select count(*) from firm where zone = 'America/Los_Angeles' and name = '"
                    + name
                    + "'"))
        .as("the state's time zone")
        .isEqualTo(1);

    var page = Jsoup.parse(in.body());
    assertThat(page.select(".cw-step-now").text()).contains("Attorneys");
    assertThat(
            noor.post("/firm/attorneys", "name", "", "jurisdiction", "", "barNumber", "!")
                .statusCode())
        .isEqualTo(422);
    noor.post(
        "/firm/attorneys", "name", "Noor Brandt", "jurisdiction", "CA", "barNumber", "12 345");
    var twice =
        noor.post("/firm/attorneys", "name", "N", "jurisdiction", "CA", "barNumber", "12 345");
    assertThat(twice.statusCode()).isEqualTo(422);

    // left and resumed elsewhere: what is done stays done
    var list = noor.page("/home");
    assertThat(list.select("[hx-get=/firm/setup/checklist]")).hasSize(1);
    var checklist = noor.page("/firm/setup/checklist");
    assertThat(checklist.text()).contains("2 of 5 done");

    var added = noor.post("/firm/parties", "side", "client", "names", "Acme, Inc.\nJane Roe");
    assertThat(added.body()).contains("2 names added");
    var again = noor.post("/firm/parties", "side", "client", "names", "ACME inc\nNew One\n***");
    assertThat(again.body())
        .as("however it is written")
        .contains("One name added. One was there already. One line could not be read as a name.");
    assertThat(noor.post("/firm/parties", "side", "", "names", "A").statusCode()).isEqualTo(422);
    var file =
        noor.post(
            "/firm/parties/file",
            "side",
            "client",
            "file",
            "Name,Side\n\"Roe & Sons, LLP\",adverse\nMia Poe,\n");
    assertThat(file.body()).contains("2 names added");
    assertThat(noor.post("/firm/parties/file", "side", "client", "file", "").statusCode())
        .isEqualTo(422);
    assertThat(
            count(
                "select count(*) from firm_party p join firm f on f.id = p.firm where f.name = '"
                    + name
                    + "' and p.side = 'adverse' and p.name = 'Roe & Sons, LLP'"))
        .isEqualTo(1);
    noor.post("/firm/parties/removal", "side", "client", "name", "acme");
    assertThat(noor.page("/firm/parties").text()).doesNotContain("Acme");

    assertThat(noor.post("/firm/billing-contact", "name", "A", "email", "x").statusCode())
        .isEqualTo(422);
    var billing =
        noor.post("/firm/billing-contact", "name", "Accounts", "email", "pay@brandt.example");
    assertThat(billing.uri().getPath()).isEqualTo("/firm/setup");
    assertThat(billing.body()).contains("4 of 5 done");

    var done = noor.post("/firm/setup/finish");
    assertThat(done.uri().toString()).as("where they were going").contains("/needs/new?hours=20");
    assertThat(noor.post("/firm/setup/finish").uri().getPath()).isEqualTo("/home");
    assertThat(noor.page("/firm/attorneys").select(".cw-steps")).as("no steps any more").isEmpty();
  }

  @Test
  void foundsOneFirmForOneKey() {
    var noor = newcomer();
    noor.post("/welcome", "as", "firm", "agree", "yes");
    var name = "Once " + UUID.randomUUID();
    var key = UUID.randomUUID().toString();
    found(noor, name, key);
    found(noor, name, key);
    assertThat(count("select count(*) from firm where name = '" + name + "'")).isEqualTo(1);
    assertThat(found(noor, name + " II", key).statusCode()).as("another payload").isEqualTo(422);
  }

  @Test
  void takesNoForeignFieldsAndShowsNothingToOthers() {
    var owner = FirmPerson.founding("Own Names LLP", worker, port);
    var rival = FirmPerson.founding("Rival Names LLP", worker, port);
    owner.browser().post("/firm/parties", "side", "adverse", "names", "Secret Sorrel GmbH");
    owner
        .browser()
        .post(
            "/firm/attorneys",
            "name",
            "A. Torney",
            "jurisdiction",
            "NY",
            "barNumber",
            "777",
            "firm",
            rival.firm().toString(),
            "firmId",
            rival.firm().toString());
    assertThat(rival.browser().get("/firm/parties").body()).doesNotContain("Sorrel");
    assertThat(rival.browser().get("/firm/attorneys").body()).doesNotContain("A. Torney");
    var removal =
        owner.browser().page("/firm/attorneys").select("form[action$=/removal]").attr("action");
    assertThat(rival.browser().post(removal).statusCode()).isEqualTo(404);
    assertThat(
            rival
                .browser()
                .post("/firm/parties/removal", "side", "adverse", "name", "Secret Sorrel GmbH")
                .statusCode())
        .isEqualTo(404);
    assertThat(Browserless.as("admin", port).get("/firm/parties").statusCode()).isEqualTo(404);
    assertThat(
            count(
                "select count(*) from audit_event where strpos(coalesce(after::text, ''), 'Sorrel')"
                    + " > 0"))
        .as("the trail keeps how many names, not which")
        .isZero();
  }

  @Test
  void letsMembersReadAndOwnersWrite() {
    var owner = FirmPerson.founding("Readers LLP", worker, port);
    var member = FirmPerson.in(owner.firm(), List.of("billing"), worker, port);
    assertThat(member.browser().get("/firm/attorneys").statusCode()).isEqualTo(200);
    assertThat(member.browser().page("/firm/attorneys").select("form[action^=/firm]")).isEmpty();
    assertThat(member.browser().post("/firm/details", "name", "Taken").statusCode()).isEqualTo(403);
    assertThat(
            member
                .browser()
                .post("/firm/billing-contact", "name", "B", "email", "b@firm.example")
                .statusCode())
        .as("billing is theirs")
        .isEqualTo(200);
    var changed =
        owner
            .browser()
            .post(
                "/firm/details",
                "name",
                "Writers LLP",
                "jurisdiction",
                "NY",
                "size",
                "1",
                "zone",
                "America/Chicago",
                "areas",
                "family-law");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(owner.browser().page("/firm").text()).contains("Writers LLP", "One person");
  }
}
