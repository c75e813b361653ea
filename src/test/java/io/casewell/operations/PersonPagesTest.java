package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.identity.Agreed;
import io.casewell.platform.AccountId;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.HttpCookie;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

@CasewellTest
class PersonPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;

  private Somebody somebody() {
    return Somebody.of(Somebody.record(), importStaff, worker, port);
  }

  private static String path(Somebody somebody) {
    return "/operations/people/" + somebody.account();
  }

  private String one(String sql, UUID id) {
    return String.valueOf(worker.db().sql(sql).bind("id", id).mapValue(String.class).one().block());
  }

  /** Another administrator, freshly signed in. */
  private Browserless colleague() {
    var account = AccountId.next();
    var cookie = Secrets.token();
    worker
        .db()
        .sql(
            """
            with a as (insert into account (id, issuer, subject, name)
              values (:id, 'urn:test', :subject, 'A Colleague') returning id),
            o as (insert into operator select id, array['admin'] from a returning account)
            insert into session (id_hash, account, realm, expires_at, authenticated_at)
            select :hash, account, 'operations', now() + interval '1 hour', now() from o
            """)
        .bind("id", account.value())
        .bind("subject", account.toString())
        .bind("hash", Secrets.hash(cookie))
        .then()
        .block();
    Agreed.to(account, worker);
    var browser = new Browserless(port);
    var held = new HttpCookie("casewell", cookie);
    held.setPath("/");
    held.setVersion(0);
    browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), held);
    return browser;
  }

  @Test
  void showsWhoSomebodyIsAndEndsTheirSessions() {
    var somebody = somebody();
    var admin = Browserless.as("admin", port);
    var page = admin.page(path(somebody));
    assertThat(page.text()).contains("Somebody", "Active", "1 signed in");
    assertThat(admin.post(path(somebody) + "/sessions/ending").statusCode()).isEqualTo(200);
    assertThat(somebody.browser().get("/profile").uri().getPath()).isEqualTo("/sign-in");
    assertThat(admin.get("/operations/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void givesAndTakesRolesAtTheNextClick() {
    var somebody = somebody();
    var admin = Browserless.as("admin", port);
    admin.post(path(somebody) + "/sales", "sales", "lead");
    assertThat(one("select lead::text from sales_person where account = :id", id(somebody)))
        .isEqualTo("true");
    admin.post(path(somebody) + "/sales", "sales", "none");
    admin.post(path(somebody) + "/roles", "roles", "finance", "roles", "ROOT");
    assertThat(
            one(
                "select array_to_string(roles, ',') from operator where account = :id",
                id(somebody)))
        .isEqualTo("finance");
    admin.post(path(somebody) + "/roles", "other", "x");
    assertThat(one("select count(*)::text from operator where account = :id", id(somebody)))
        .isEqualTo("0");
    assertThat(admin.post(path(somebody) + "/sales", "sales", "boss").statusCode()).isEqualTo(422);
  }

  private static UUID id(Somebody somebody) {
    return somebody.account().value();
  }

  @Test
  void keepsAFirmItsOwnerAndNobodyTheirOwnRoles() {
    var admin = Browserless.as("admin", port);
    var owner =
        worker
            .db()
            .sql(
                "select m.account || '/firms/' || m.firm from membership m join account a"
                    + " on a.id = m.account where a.subject = 'rival-owner'")
            .mapValue(String.class)
            .one()
            .block();
    var refused = admin.post("/operations/people/" + owner, "roles", "billing");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("only owner");
    assertThat(
            admin
                .post(
                    "/operations/people/" + Somebody.OPERATIONS.account() + "/roles",
                    "roles",
                    "finance")
                .statusCode())
        .isEqualTo(409);
  }

  /** A7 and B15: who is not freshly signed in changes nobody's roles. */
  @Test
  void changesRolesOnlyAfterAFreshSignIn() {
    var somebody = somebody();
    var colleague = colleague();
    worker
        .db()
        .sql(
            "update session set authenticated_at = now() - interval '1 hour' where id_hash = :hash")
        .bind("hash", Secrets.hash(Probe.session(colleague)))
        .then()
        .block();
    for (var what : new String[] {"/roles", "/sales", "/looks", "/moves"}) {
      var answer = colleague.post(path(somebody) + what, "roles", "admin", "sales", "lead");
      assertThat(answer.uri().getPath()).as(what).isEqualTo("/sign-in/again");
    }
    assertThat(one("select count(*)::text from operator where account = :id", id(somebody)))
        .isEqualTo("0");
  }

  @Test
  void looksAtAPersonsPagesReadingOnlyAndTellsThem() {
    var somebody = somebody();
    var colleague = colleague();
    assertThat(colleague.post(path(somebody) + "/looks", "hat", "0", "look", "").statusCode())
        .as("a reason is needed")
        .isEqualTo(422);
    colleague.post(path(somebody) + "/looks", "hat", "0", "look", "They cannot find their hours");
    var profile = colleague.page("/profile");
    assertThat(profile.select(".cw-watch").text()).contains("You look at the pages of Somebody");
    assertThat(profile.select("[name=name]").val()).isEqualTo("Dana Reyes");
    var seen = profile.select("[action='/profile/about'] [name=seen]").val();
    for (var write : new String[] {"/profile/about", "/hours", "/rate", "/account/notices"}) {
      assertThat(
              colleague
                  .post(write, "name", "Changed", "seen", seen, "years", "1", "roles", "paralegal")
                  .statusCode())
          .as(write)
          .isEqualTo(403);
    }
    for (var closed : new String[] {"/account", "/tokens", "/account/export", "/help", "/hats"}) {
      assertThat(colleague.get(closed).statusCode()).as(closed).isEqualTo(403);
    }
    for (var document : new String[] {"/documents/x", "/profile/credentials/x/document"}) {
      assertThat(colleague.get(document).statusCode()).as(document).isIn(403, 404, 405);
      assertThat(colleague.get(document).body()).as(document).contains("documents stay closed");
    }
    assertThat(documentsSeen(somebody, false)).as("their own eyes").isEqualTo(1);
    assertThat(documentsSeen(somebody, true)).as("the database refuses, too").isZero();
    assertThat(one("select name from staff where id = :id", somebody.staff().value()))
        .isEqualTo("Dana Reyes");
    assertThat(colleague.get("/operations/people").statusCode())
        .as("they are that person now")
        .isEqualTo(404);
    assertThat(somebody.browser().page("/account").text())
        .contains("Who looked at your pages")
        .contains("They cannot find their hours");
    assertThat(somebody.browser().page("/history/account/" + id(somebody)).text())
        .contains("looked at the pages of this account");
    colleague.post("/looking/ending");
    assertThat(colleague.get("/operations/people").statusCode()).isEqualTo(200);
    assertThat(colleague.get("/profile").statusCode()).isEqualTo(404);
  }

  @Test
  void endsALookByItselfAndWithTheRoleThatAllowedIt() {
    var somebody = somebody();
    var colleague = colleague();
    colleague.post(path(somebody) + "/looks", "hat", "0", "look", "A test");
    assertThat(colleague.get("/profile").statusCode()).isEqualTo(200);
    worker
        .db()
        .sql(
            """
            update support_view set began_at = now() - interval '31 minutes',
              ends_at = now() - interval '1 minute' where account = :id
            """)
        .bind("id", id(somebody))
        .then()
        .block();
    assertThat(colleague.get("/profile").statusCode()).as("over").isEqualTo(404);
    assertThat(colleague.get("/operations/people").statusCode()).isEqualTo(200);
    colleague.post(path(somebody) + "/looks", "hat", "0", "look", "Again");
    worker
        .db()
        .sql(
            """
            update operator set roles = array['finance'] where account =
              (select operator from support_view where account = :id order by began_at desc limit 1)
            """)
        .bind("id", id(somebody))
        .then()
        .block();
    assertThat(colleague.get("/profile").statusCode())
        .as("no administrator any more")
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/looks", "/moves", "/roles", "/holds", "/sales", "/sessions/ending"})
  void isForAdministratorsAlone(String what) {
    var somebody = somebody();
    var fields = new String[] {"hat", "0", "look", "x", "hold", "x", "sales", "lead"};
    assertThat(Browserless.as("finance", port).post(path(somebody) + what, fields).statusCode())
        .isEqualTo(403);
    assertThat(Browserless.as("sales-lead", port).post(path(somebody) + what, fields).statusCode())
        .isEqualTo(404);
    assertThat(Browserless.as("firm-owner", port).post(path(somebody) + what, fields).statusCode())
        .isEqualTo(404);
    assertThat(somebody.browser().post(path(somebody) + what, fields).statusCode()).isEqualTo(404);
  }

  @Test
  void movesALostSignInByTwoPeople() {
    var somebody = somebody();
    var subject = "new-" + UUID.randomUUID();
    Probe.strangerIn(new Browserless(port), subject);
    var fresh =
        String.valueOf(
            worker
                .db()
                .sql("select id::text from account where subject = :subject")
                .bind("subject", subject)
                .mapValue(String.class)
                .one()
                .block());
    var admin = Browserless.as("admin", port);
    assertThat(
            admin
                .post(path(somebody) + "/moves", "with", "nobody@example.com", "why", "Phoned")
                .statusCode())
        .isEqualTo(422);
    admin.post(path(somebody) + "/moves", "with", fresh, "why", "Phoned, knew the last invoice");
    var move = one("select id::text from relink where account = :id", id(somebody));
    var confirm = path(somebody) + "/moves/" + move + "/confirmation";
    assertThat(admin.post(confirm).statusCode()).as("not by who proposed").isEqualTo(409);
    assertThat(one("select issuer from account where id = :id", id(somebody)))
        .isEqualTo("urn:test");
    var colleague = colleague();
    assertThat(colleague.page(path(somebody)).text()).contains("waits for a second person");
    assertThat(colleague.post(confirm).statusCode()).isEqualTo(200);
    assertThat(one("select subject from account where id = :id", id(somebody))).isEqualTo(subject);
    assertThat(somebody.browser().get("/profile").uri().getPath())
        .as("old sessions end")
        .isEqualTo("/sign-in");
    assertThat(colleague.post(confirm).statusCode()).as("once").isEqualTo(404);
  }

  @Test
  void holdsAnAccountAndLiftsTheHold() {
    var somebody = somebody();
    var admin = Browserless.as("admin", port);
    assertThat(admin.post(path(somebody) + "/holds", "hold", "").statusCode()).isEqualTo(422);
    admin.post(path(somebody) + "/holds", "hold", "Matter 12, subpoena");
    assertThat(admin.page(path(somebody)).text()).contains("Matter 12, subpoena");
    assertThat(somebody.browser().page("/account").text()).doesNotContain("subpoena");
    assertThat(somebody.browser().page("/history/account/" + id(somebody)).text())
        .doesNotContain("subpoena");
    var hold = one("select id::text from legal_hold where account = :id", id(somebody));
    var lift = path(somebody) + "/holds/" + hold + "/lifting";
    assertThat(admin.post(lift, "reason", "Closed").statusCode()).isEqualTo(200);
    assertThat(admin.post(lift, "reason", "Closed").statusCode()).isEqualTo(404);
  }

  /** How many documents of this person a query gives, as themselves or over their shoulder. */
  private long documentsSeen(Somebody somebody, boolean watched) {
    worker
        .db()
        .sql(
            """
            insert into stored_file (id, key, staff, name, type, bytes, pages, digest)
            select :staff, replace(:staff::text || :staff::text, '-', ''), :staff, 'x.pdf',
              'application/pdf', 1, 1, sha256('x')
            on conflict do nothing
            """)
        .bind("staff", somebody.staff().value())
        .then()
        .block();
    var counted =
        db.sql("select set_config('app.watched', :watched, true)")
            .bind("watched", watched ? "yes" : "")
            .mapValue(String.class)
            .one()
            .then(db.sql("select count(*) from stored_file").mapValue(Long.class).one())
            .as(tx::transactional)
            .contextWrite(Tenancy.as(somebody.caller()))
            .block();
    return counted == null ? -1 : counted;
  }
}
