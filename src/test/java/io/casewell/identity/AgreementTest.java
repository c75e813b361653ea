package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Worker;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody agrees to the documents as they stand, once for each version. */
@CasewellTest
class AgreementTest {
  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired Agreements agreements;

  @Test
  void showsBothDocumentsWithTheirVersion() {
    for (var document : Document.values()) {
      var page = new Browserless(port).page("/" + document.word());
      assertThat(page.select("h1").text()).isEqualTo(document.title());
      assertThat(page.text()).contains("Version of " + document.versionInWords());
    }
  }

  @Test
  void notesWhoAgreedToWhatAndWhen() {
    var person = FirmPerson.founding("Agreeing LLP", worker, port);
    worker
        .db()
        .sql("delete from acceptance where account = :account")
        .bind("account", person.account().value())
        .then()
        .block();
    assertThat(agreements.standing(person.account()).block()).isFalse();
    assertThat(person.browser().get("/needs").uri().toString())
        .as("nobody walks past the page that asks")
        .endsWith("/agreement?next=%2Fneeds");
    var refused = person.browser().post("/agreement", "next", "/needs");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(agreements.standing(person.account()).block()).isFalse();
    var on = person.browser().post("/agreement", "next", "/needs", "agree", "yes");
    assertThat(on.uri().getPath()).isEqualTo("/needs");
    assertThat(agreements.standing(person.account()).block()).isTrue();
    var rows =
        worker
            .db()
            .sql(
                """
                select document || ' ' || version from acceptance
                where account = :account and at > now() - interval '1 minute' order by 1
                """)
            .bind("account", person.account().value())
            .mapValue(String.class)
            .all()
            .collectList()
            .block();
    assertThat(rows)
        .containsExactly(
            "privacy " + Document.PRIVACY.version(), "terms " + Document.TERMS.version());
    assertThat(
            person.browser().post("/agreement", "next", "//evil", "agree", "yes").uri().getPath())
        .isEqualTo("/home");
  }

  @Test
  void asksAgainAtTheNextSignInWhenAVersionIsNew() {
    var name = "Hana+" + UUID.randomUUID().toString().substring(24);
    var browser = new Browserless(port);
    browser.get("/sandbox/newcomer?name=" + name);
    browser.post("/welcome", "as", "professional", "agree", "yes");
    browser.post("/welcome/professional", "name", name, "roles", "paralegal", "years", "1");
    var account =
        worker
            .db()
            .sql("select account from staff where name = :name")
            .bind("name", name)
            .mapValue(UUID.class)
            .one()
            .block();
    Objects.requireNonNull(account);
    // as if they had agreed to the version before
    worker
        .db()
        .sql("update acceptance set version = '2000-01-01' where account = :account")
        .bind("account", account)
        .then()
        .block();
    var next = browser.get("/fits");
    assertThat(next.uri().toString()).as("at the next page").endsWith("/agreement?next=%2Ffits");
    for (var open : new String[] {"/terms", "/privacy", "/help"}) {
      assertThat(browser.get(open).uri().getPath()).isEqualTo(open);
    }
    var subject =
        worker
            .db()
            .sql("select subject from account where id = :account")
            .bind("account", account)
            .mapValue(String.class)
            .one()
            .block();
    var asked =
        new Browserless(port)
            .get(
                "/oauth2/authorization/sandbox?next=/profile&login_hint="
                    + java.net.URLEncoder.encode(
                        String.valueOf(subject), java.nio.charset.StandardCharsets.UTF_8));
    assertThat(asked.uri().toString()).endsWith("/agreement?next=%2Fprofile");
    browser.post("/agreement", "next", "/fits", "agree", "yes");
    assertThat(browser.get("/fits").uri().getPath()).isEqualTo("/fits");
  }
}
