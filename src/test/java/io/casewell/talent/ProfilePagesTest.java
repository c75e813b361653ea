package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

@CasewellTest
@SuppressWarnings("NullAway.Init")
class ProfilePagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;

  private Somebody me;
  private Browserless browser;

  @BeforeEach
  void signIn() {
    me = Somebody.of(Somebody.record(), importStaff, worker, port);
    browser = me.browser();
  }

  private String seen(String section) {
    return browser.page("/profile").select("form#" + section + " [name=seen]").val();
  }

  private Profile stored() {
    return Profile.of(
        String.valueOf(
            worker
                .db()
                .sql("select profile::text from staff where id = :id")
                .bind("id", me.staff().value())
                .mapValue(String.class)
                .one()
                .block()));
  }

  private long facts() {
    Long count =
        worker
            .db()
            .sql("select count(*) from rankable where staff = :id")
            .bind("id", me.staff().value())
            .mapValue(Long.class)
            .one()
            .block();
    return count == null ? 0 : count;
  }

  @Test
  void takesASkillByASynonymWithoutScripts() {
    long before = facts();
    var answer =
        browser.post(
            "/profile/skills",
            "seen",
            seen("skills"),
            "skills",
            "cite-checking",
            "level-cite-checking",
            "3",
            "skillsText",
            "find precedents");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.uri().getPath()).isEqualTo("/profile");
    assertThat(answer.body()).contains("Your skills are saved.");
    assertThat(stored().skills())
        .containsExactly(
            new Profile.HeldSkill("cite-checking", 3, true),
            new Profile.HeldSkill("legal-research", 2, false));
    assertThat(facts()).as("matching is told").isEqualTo(before + 1);
  }

  @Test
  void keepsVerifiedWhenALevelFallsAndDropsItWhenItRises() {
    browser.post(
        "/profile/skills",
        "seen",
        seen("skills"),
        "skills",
        "cite-checking",
        "level-cite-checking",
        "2");
    assertThat(stored().skills()).containsExactly(new Profile.HeldSkill("cite-checking", 2, true));
    browser.post(
        "/profile/skills",
        "seen",
        seen("skills"),
        "skills",
        "cite-checking",
        "level-cite-checking",
        "4");
    assertThat(stored().skills()).containsExactly(new Profile.HeldSkill("cite-checking", 4, false));
  }

  @Test
  void takesNobodysWordForBeingVerified() {
    browser.post(
        "/profile/skills",
        "seen",
        seen("skills"),
        "skills",
        "legal-research",
        "level-legal-research",
        "5",
        "verified",
        "true",
        "verified-legal-research",
        "true",
        "status",
        "active",
        "rating_sum",
        "5");
    assertThat(stored().skills())
        .containsExactly(new Profile.HeldSkill("legal-research", 5, false));
  }

  @Test
  void keepsWhatWasTypedWhenAnotherWindowWasFaster() {
    var seen = seen("skills");
    browser.post(
        "/profile/skills", "seen", seen, "skills", "cite-checking", "level-cite-checking", "1");
    var late =
        browser.post(
            "/profile/skills",
            "seen",
            seen,
            "skills",
            "legal-research",
            "level-legal-research",
            "5");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("changed in the meantime");
    var form = Jsoup.parse(late.body());
    assertThat(form.select("[name=skills][value=legal-research]")).hasSize(1);
    assertThat(form.select("[name=level-legal-research] [selected]").val()).isEqualTo("5");
    assertThat(stored().skills())
        .extracting(Profile.HeldSkill::skill)
        .containsExactly("cite-checking");
    // and what is not about the same section does not stand in the way
    assertThat(browser.post("/profile/software", "seen", seen("software")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysAtTheFieldWhatIsWrongAndKeepsIt() {
    var answer =
        browser.post(
            "/profile/about", "seen", seen("about"), "name", "", "years", "1e3", "status", "left");
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#f-name-error, #f-roles-error, #f-years-error, #f-status-error"))
        .hasSize(4);
    assertThat(page.select("[name=years]").val()).isEqualTo("1e3");
    assertThat(
            browser
                .post("/profile/skills", "seen", seen("skills"), "skillsText", "zzzzqqq")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            browser
                .post(
                    "/profile/skills",
                    "seen",
                    seen("skills"),
                    "skills",
                    "cite-checking",
                    "level-cite-checking",
                    "6")
                .statusCode())
        .isEqualTo(422);
    assertThat(browser.post("/profile/nonsense", "seen", "x").statusCode()).isEqualTo(404);
  }

  @Test
  void showsHostileNamesLiterally() {
    var name = "<img src=x onerror=alert(1)> `${7*7}` \u202e</script>";
    browser.post(
        "/profile/about",
        "seen",
        seen("about"),
        "name",
        name,
        "roles",
        "paralegal",
        "years",
        "3",
        "status",
        "active");
    Document page = browser.page("/profile");
    assertThat(page.select("#about [name=name]").val()).isEqualTo(name);
    assertThat(page.select("img")).isEmpty();
  }

  @Test
  void makesAChangedCredentialAClaimAgain() {
    var form = browser.page("/profile").selectFirst("form[action^=/profile/credentials/]");
    assertThat(form).isNotNull();
    var path = String.valueOf(form == null ? "" : form.attr("action"));
    var seen = form == null ? "" : form.select("[name=seen]").val();
    browser.post(path, "seen", seen, "code", "NALA-CP", "number", "78", "validUntil", "2031-01-31");
    assertThat(state()).isEqualTo("claimed 78");
    assertThat(browser.post(path, "seen", seen, "code", "NALA-CP", "number", "79").statusCode())
        .as("a stale edit")
        .isEqualTo(409);
    assertThat(browser.post(path + "/removal").statusCode()).isEqualTo(200);
    assertThat(browser.post(path + "/removal").statusCode()).isEqualTo(404);
  }

  private String state() {
    return String.valueOf(
        worker
            .db()
            .sql("select state || ' ' || number from credential where staff = :id")
            .bind("id", me.staff().value())
            .mapValue(String.class)
            .one()
            .block());
  }

  @Test
  void addsACredentialOnce() {
    var fields =
        new String[] {
          "code", "NFPA-RP", "number", "5", "validFrom", "2024-01-01", "validUntil", ""
        };
    assertThat(browser.post("/profile/credentials", fields).statusCode()).isEqualTo(200);
    assertThat(browser.post("/profile/credentials", fields).statusCode()).isEqualTo(422);
    assertThat(
            browser
                .post("/profile/credentials", "code", "NFPA-RP", "validFrom", "2027-02-29")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void offersAnotherRoleWithABillRateForIt() {
    browser.post(
        "/profile/about",
        "seen",
        seen("about"),
        "name",
        "Dana Reyes",
        "roles",
        "paralegal",
        "roles",
        "case_manager",
        "years",
        "3",
        "status",
        "paused");
    assertThat(
            worker
                .db()
                .sql("select count(*) from bill_rate where staff = :id and cents = 4200")
                .bind("id", me.staff().value())
                .mapValue(Long.class)
                .one()
                .block())
        .isEqualTo(2);
  }

  @Test
  void isNobodyElses() {
    var other = Somebody.of(Somebody.record(), importStaff, worker, port);
    var theirs = other.browser().page("/profile").select("form[action^=/profile/credentials/]");
    var path = theirs.attr("action");
    assertThat(path).isNotEmpty();
    assertThat(browser.post(path, "code", "NALA-CP", "number", "9").statusCode()).isEqualTo(404);
    assertThat(browser.post(path + "/removal").statusCode()).isEqualTo(404);
    assertThat(browser.post("/profile/credentials/" + UUID.randomUUID() + "/removal").statusCode())
        .isEqualTo(404);
    for (var persona : new String[] {"firm-owner", "finance", "sales-rep"}) {
      assertThat(Browserless.as(persona, port).get("/profile").statusCode())
          .as(persona)
          .isEqualTo(404);
    }
    for (var table :
        new String[] {"staff", "credential", "past_party", "working_hours", "staff_rate"}) {
      var column = table.equals("staff") ? "id" : "staff";
      assertThat(
              db.sql("select count(*) from " + table + " where " + column + " = :id")
                  .bind("id", other.staff().value())
                  .mapValue(Long.class)
                  .one()
                  .as(tx::transactional)
                  .contextWrite(Tenancy.as(me.caller()))
                  .block())
          .as(table)
          .isZero();
    }
  }
}
