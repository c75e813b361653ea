package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.NoticeWishes;
import io.casewell.platform.Worker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class AccountPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired NoticeWishes wishes;
  @Autowired EraseAccounts eraseAccounts;

  private Somebody somebody() {
    var somebody = Somebody.of(Somebody.record(), importStaff, worker, port);
    proved(somebody.account(), "now()");
    return somebody;
  }

  private void proved(AccountId account, String when) {
    run("update session set authenticated_at = " + when + " where account = :account", account);
  }

  private void run(String sql, AccountId account) {
    worker.db().sql(sql).bind("account", account.value()).then().block();
  }

  private String one(String sql, UUID id) {
    return String.valueOf(worker.db().sql(sql).bind("id", id).mapValue(String.class).one().block());
  }

  @Test
  void listsDevicesInWordsAndEndsOne() {
    var somebody = somebody();
    run(
        """
        insert into session (id_hash, account, realm, user_agent, expires_at) values
          (sha256(convert_to(gen_random_uuid()::text, 'UTF8')), :account, 'visitor',
           'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0', now() + interval '1 day')
        """,
        somebody.account());
    var page = somebody.browser().page("/account");
    assertThat(page.select("tbody th").eachText())
        .anyMatch(text -> text.contains("This one"))
        .contains("Firefox on Windows");
    var action =
        page.select(
                "form[action*=/account/sessions/][action$=/ending].cw-inline:has([aria-label^=Sign])")
            .attr("action");
    assertThat(somebody.browser().post(action).statusCode()).isEqualTo(200);
    assertThat(somebody.browser().page("/account").select("tbody th").eachText())
        .doesNotContain("Firefox on Windows");
    assertThat(somebody.browser().post(action).statusCode()).as("once").isEqualTo(404);
  }

  @Test
  void endsNobodyElsesSession() {
    var somebody = somebody();
    var other = somebody();
    var id = one("select id::text from session where account = :id", other.account().value());
    assertThat(somebody.browser().post("/account/sessions/" + id + "/ending").statusCode())
        .isEqualTo(404);
    assertThat(other.browser().get("/profile").statusCode()).isEqualTo(200);
  }

  @Test
  void signsOutEverywhere() {
    var somebody = somebody();
    var answer = somebody.browser().post("/account/sessions/ending");
    assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
    assertThat(
            one(
                "select count(*)::text from session where account = :id",
                somebody.account().value()))
        .isEqualTo("0");
    assertThat(somebody.browser().get("/profile").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void keepsWhatSomebodyWantsToBeTold() {
    var somebody = somebody();
    assertThat(wishes.wantsMail(somebody.account(), NoticeKind.NEEDS).block()).isTrue();
    somebody.browser().post("/account/notices", "mail", "support", "mail", "nonsense");
    assertThat(wishes.wantsMail(somebody.account(), NoticeKind.NEEDS).block()).isFalse();
    assertThat(wishes.wantsMail(somebody.account(), NoticeKind.SUPPORT).block()).isTrue();
    assertThat(wishes.wantsMail(somebody.account(), NoticeKind.ACCOUNT).block())
        .as("what must reach a person")
        .isTrue();
    var page = somebody.browser().page("/account");
    assertThat(page.select("[name=mail][checked]").eachAttr("value"))
        .containsExactly("support", "account");
  }

  @Test
  void givesEverythingThatIsKeptOfAPersonAndNothingOfOthers() throws Exception {
    var somebody = somebody();
    var files = export(somebody);
    assertThat(files).containsKeys("README.txt", "staff.json", "credential.json", "account.json");
    assertThat(files.get("staff.json")).contains("dana@example.com");
    assertThat(files.get("working-hours.json")).contains("America/New_York");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("bill-rate"));
    assertThat(files.get("staff-rate.json")).as("imported, so what firms pay").isEqualTo("[ ]");
    assertThat(String.join("\n", files.values()))
        .doesNotContain("id_hash", "token_hash", "Castellane");
  }

  private Map<String, String> export(Somebody somebody) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account/export"))
                    .header("Cookie", "casewell=" + Probe.session(somebody.browser()))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    return unzipped(answer.body());
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    var files = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** B15: a session alone, however valid, does not do what a thief would do first. */
  @Test
  void demandsAFreshSignInBeforeWhatIsSensitive() {
    var somebody = somebody();
    for (var when : new String[] {"now() - interval '11 minutes'", "null"}) {
      proved(somebody.account(), when);
      for (var path : new String[] {"/account/deletion", "/account/export"}) {
        assertThat(somebody.browser().get(path).uri().getPath())
            .as(path + " proved " + when)
            .isEqualTo("/sign-in/again");
      }
      var posted = somebody.browser().post("/account/deletion");
      assertThat(posted.uri().getPath()).isEqualTo("/sign-in/again");
      var part = Probe.of(somebody.browser(), port).get("/account/deletion", "HX-Request", "true");
      assertThat(part.statusCode()).isEqualTo(401);
      assertThat(part.headers().firstValue("HX-Redirect").orElse(""))
          .isEqualTo("/sign-in/again?next=%2Faccount%2Fdeletion");
    }
    assertThat(
            one(
                "select count(*)::text from account_leaving where account = :id",
                somebody.account().value()))
        .isEqualTo("0");
  }

  @Test
  void comesBackFreshFromAnotherSignIn() {
    var browser = Browserless.as("case-manager", port);
    worker
        .db()
        .sql("update session set authenticated_at = null where id_hash = :hash")
        .bind("hash", io.casewell.platform.Secrets.hash(Probe.session(browser)))
        .then()
        .block();
    var door = browser.get("/account/deletion");
    assertThat(door.uri().getPath()).isEqualTo("/sign-in/again");
    var link = org.jsoup.Jsoup.parse(door.body()).select(".cw-providers a").attr("href");
    assertThat(link).contains("again=1");
    var back = browser.get(link);
    assertThat(back.uri().getPath()).isEqualTo("/account/deletion");
    assertThat(browser.get("/profile").statusCode()).as("in the hat worn before").isEqualTo(200);
  }

  @Test
  void hidesWhoLeavesWithinTwoSecondsAndTakesItBack() throws Exception {
    var somebody = somebody();
    var begun = System.nanoTime();
    assertThat(somebody.browser().post("/account/deletion").statusCode()).isEqualTo(200);
    assertThat(card(somebody)).isEqualTo("paused");
    assertThat(
            one(
                "select (xid is not null)::text from rankable where staff = :id"
                    + " order by version desc limit 1",
                somebody.staff().value()))
        .isEqualTo("true");
    assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    assertThat(somebody.browser().page("/account").text()).contains("will be deleted on");
    assertThat(somebody.browser().post("/account/deletion").statusCode()).isEqualTo(409);
    assertThat(somebody.browser().post("/account/deletion/undoing").statusCode()).isEqualTo(200);
    assertThat(card(somebody)).isEqualTo("active");
    assertThat(somebody.browser().post("/account/deletion/undoing").statusCode()).isEqualTo(409);
  }

  private String card(Somebody somebody) {
    return one("select state from staff_card where staff = :id", somebody.staff().value());
  }

  @Test
  void erasesNameAndContactWhenTheDaysOfGraceAreOver() {
    var somebody = somebody();
    somebody.browser().post("/account/deletion");
    eraseAccounts.run().block();
    assertThat(one("select email from staff where id = :id", somebody.staff().value()))
        .as("not yet")
        .isEqualTo("dana@example.com");
    run(
        """
        update account_leaving set asked_at = now() - interval '15 days',
          due_at = now() - interval '1 day' where account = :account
        """,
        somebody.account());
    eraseAccounts.run().block();
    assertThat(
            one(
                "select name || '|' || email || '|' || status from staff where id = :id",
                somebody.staff().value()))
        .isEqualTo("Somebody who left||left");
    assertThat(
            one(
                "select name || '|' || email || '|' || issuer from account where id = :id",
                somebody.account().value()))
        .isEqualTo("Somebody who left||erased");
    assertThat(one("select number from credential where staff = :id", somebody.staff().value()))
        .startsWith("erased");
    assertThat(somebody.browser().get("/profile").uri().getPath()).isEqualTo("/sign-in");
    assertThat(
            one("select count(*)::text from rankable where staff = :id", somebody.staff().value()))
        .as("pseudonymous rows stay, so that what was shown can be shown again")
        .isNotEqualTo("0");
  }

  @Test
  void putsALegalHoldBeforeDeletion() {
    var somebody = somebody();
    run(
        """
        insert into legal_hold (id, account, reason, by_account)
        values (gen_random_uuid(), :account, 'A court asked for it', :account)
        """,
        somebody.account());
    var answer = somebody.browser().post("/account/deletion");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).doesNotContain("A court asked for it");
    run("delete from legal_hold where account = :account", somebody.account());
    somebody.browser().post("/account/deletion");
    run(
        """
        insert into legal_hold (id, account, reason, by_account)
        values (gen_random_uuid(), :account, 'A court asked for it', :account)
        """,
        somebody.account());
    run(
        """
        update account_leaving set asked_at = now() - interval '15 days',
          due_at = now() - interval '1 day' where account = :account
        """,
        somebody.account());
    eraseAccounts.run().block();
    assertThat(one("select email from staff where id = :id", somebody.staff().value()))
        .isEqualTo("dana@example.com");
    run("delete from legal_hold where account = :account", somebody.account());
    run("delete from account_leaving where account = :account", somebody.account());
  }

  @Test
  void tellsTheOnlyOwnerWhatToDoFirst() {
    var owner = Browserless.as("rival-owner", port);
    assertThat(owner.page("/account/deletion").text())
        .contains("only owner of Castellane Law Group");
    assertThat(owner.post("/account/deletion").statusCode()).isEqualTo(409);
  }

  @Test
  void letsSomebodyWithoutAHatSeeAndLeave() {
    var browser = Probe.strangerIn(new Browserless(port), "leaver-" + UUID.randomUUID());
    assertThat(browser.page("/account").text()).contains("A Stranger");
    assertThat(browser.get("/account/deletion").uri().getPath()).isEqualTo("/sign-in/again");
  }
}
