package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A session belongs to one sign-in: it cannot be planted, kept, replayed or read from the tables.
 */
@CasewellTest
class SessionTest {
  private static final String PLANTED = "A".repeat(43);

  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired SignIns signIns;
  @Autowired io.casewell.identity.ApiTokens tokens;

  @Test
  void doesNotAdoptAValueSetBeforeTheSignIn() throws Exception {
    var browser = new Browserless(port);
    browser
        .cookies()
        .put(
            URI.create("http://localhost:" + port + "/"),
            Map.of("Set-Cookie", List.of("casewell=" + PLANTED + "; Path=/")));
    browser.get("/sandbox/sign-in/firm-owner");
    assertThat(Probe.session(browser)).isNotEqualTo(PLANTED).hasSize(43);
    assertThat(isSignedIn(Probe.session(browser))).isTrue();
    assertThat(isSignedIn(PLANTED)).isFalse();
  }

  @Test
  void changesTheValueAtTheNextSignInAndEndsTheOldOne() {
    var browser = Browserless.as("firm-owner", port);
    var first = Probe.session(browser);
    browser.get("/sandbox/sign-in/rival-owner");
    assertThat(Probe.session(browser)).isNotEqualTo(first);
    assertThat(isSignedIn(Probe.session(browser))).isTrue();
    assertThat(isSignedIn(first)).isFalse();
  }

  @Test
  void changesTheValueWhenAnotherHatIsPutOn() {
    var browser = Browserless.as("firm-owner", port);
    var first = Probe.session(browser);
    browser.post("/hats", "hat", "0");
    assertThat(Probe.session(browser)).isNotEqualTo(first);
    assertThat(isSignedIn(first)).isFalse();
  }

  @Test
  void isDeadAfterSigningOut() {
    var browser = Browserless.as("firm-owner", port);
    var kept = Probe.session(browser);
    browser.post("/sign-out");
    assertThat(Probe.session(browser)).isEmpty();
    assertThat(isSignedIn(kept)).isFalse();
    var fragment = Probe.withSession(kept, port).get("/home", "HX-Request", "true");
    assertThat(fragment.statusCode()).isEqualTo(401);
    assertThat(fragment.headers().firstValue("HX-Redirect")).hasValue("/sign-in?next=%2Fhome");
  }

  @Test
  void isDeadAtOnceWithItsAccount() {
    var subject = "disabled-" + UUID.randomUUID();
    var one = Probe.session(Probe.strangerIn(new Browserless(port), subject));
    var two = Probe.session(Probe.strangerIn(new Browserless(port), subject));
    var account = accountOf(subject);
    var firm = firmOf(account);
    var token =
        tokens
            .make(
                new Caller.FirmMember(firm, account, Set.of()),
                account,
                "t",
                Set.of("needs:read"),
                30)
            .blockOptional()
            .orElseThrow();
    assertThat(signIns.byToken(token).blockOptional()).isPresent();
    assertThat(isSignedIn(one)).isTrue();

    run("update account set disabled_at = now() where id = '" + account + "'");
    assertThat(isSignedIn(one)).isFalse();
    assertThat(isSignedIn(two)).isFalse();
    assertThat(signIns.byToken(token).blockOptional()).isEmpty();
    var api = Probe.nobody(port).get("/api/v1/needs", "Authorization", "Bearer " + token);
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(signInAgain(subject)).as("a new sign-in").isEqualTo(403);
    assertThat(count("select count(*) from session where account = '" + account + "'"))
        .as("sessions that would wake up with the account")
        .isZero();

    run("update account set disabled_at = null where id = '" + account + "'");
    assertThat(isSignedIn(one)).as("the old cookie of an account let in again").isFalse();
    assertThat(signIns.byToken(token).blockOptional()).as("its old token").isEmpty();
  }

  private int signInAgain(String subject) {
    try {
      Probe.strangerIn(new Browserless(port), subject);
      return 200;
    } catch (AssertionError refused) {
      var words = String.valueOf(refused.getMessage());
      assertThat(words).contains("disabled");
      return words.contains(") 403") ? 403 : 0;
    }
  }

  @Test
  void losesARoleAtOnce() {
    var subject = "demoted-" + UUID.randomUUID();
    var browser = Probe.strangerIn(new Browserless(port), subject);
    var account = accountOf(subject);
    var firm = firmOf(account);
    browser.post("/agreement", "next", "/home", "agree", "yes");
    browser.post("/hats", "hat", "0");
    var session = Probe.withSession(Probe.session(browser), port);
    assertThat(session.get("/firm").statusCode()).isEqualTo(200);
    assertThat(roles(Probe.session(browser))).containsExactly(FirmRole.OWNER);

    run("update membership set roles = array['billing'] where account = '" + account + "'");
    assertThat(roles(Probe.session(browser))).containsExactly(FirmRole.BILLING);
    run("delete from membership where account = '" + account + "'");
    assertThat(session.get("/firm").statusCode()).isEqualTo(404);

    run(member(firm, account));
    run("update firm set state = 'closed' where id = '" + firm + "'");
    assertThat(session.get("/firm").statusCode()).as("a closed firm").isEqualTo(404);
  }

  @Test
  void isKeptAsAHashOnly() {
    var value = Probe.session(Browserless.as("firm-owner", port));
    var program = Probe.program("firm-owner", port);
    var token = program.get("/api/v1/needs").request().headers().firstValue("Authorization");
    var secrets = new ArrayList<>(List.of(value));
    secrets.add(token.orElseThrow().substring("Bearer ".length()));
    var traces = new ArrayList<String>();
    for (var secret : secrets) {
      var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
      var bare = secret.replace("cw_", "");
      var bytes = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(bare));
      for (var table :
          List.of("session", "api_token", "sign_in_attempt", "outbox", "audit_event")) {
        for (var trace : List.of(secret, bare, hex, bytes)) {
          var found =
              count(
                  "select count(*) from %s t where strpos(t::text, '%s') > 0"
                      .formatted(table, trace));
          if (found > 0) {
            traces.add(table + " holds " + trace);
          }
        }
      }
    }
    assertThat(traces).isEmpty();
  }

  @Test
  void is256BitsFromARandomSource() {
    var values = new HashSet<String>();
    int ones = 0;
    for (int i = 0; i < 200; i++) {
      var value = Secrets.token();
      assertThat(values.add(value)).isTrue();
      var bytes = Base64.getUrlDecoder().decode(value);
      assertThat(bytes).hasSize(32);
      for (byte b : bytes) {
        ones += Integer.bitCount(b & 0xff);
      }
    }
    // of 51,200 fair bits 25,600 ± 6 standard deviations of 113
    assertThat(ones).isBetween(24_900, 26_300);
    assertThat(Base64.getUrlDecoder().decode(Probe.session(Browserless.as("billing", port))))
        .hasSize(32);
  }

  @Test
  void setsItsCookieForThisHostAndNoScript() {
    var answer = postHat(Probe.as("firm-owner", port));
    var cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("casewell="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie)
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/;");
    assertThat(cookie).doesNotContain("Domain");
  }

  private static HttpResponse<String> postHat(Probe person) {
    return person.post("/hats", "hat=0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\t//evil.example",
        "javascript:alert(1)",
        "/%2F%2Fevil.example",
        "/a\"b|c",
        "/%zz",
        "/\u2028x"
      })
  void leadsNowhereElseAfterTheSignIn(String next) {
    var encoded = java.net.URLEncoder.encode(next, StandardCharsets.UTF_8);
    var door = Probe.nobody(port).get("/sign-in?next=" + encoded);
    assertThat(door.body()).doesNotContain("evil.example").doesNotContain("javascript:alert");
    var browser = new Browserless(port);
    var end = browser.get("/oauth2/authorization/sandbox?login_hint=firm-owner&next=" + encoded);
    assertThat(end.statusCode()).isEqualTo(200);
    assertThat(end.uri().getAuthority()).isEqualTo("localhost:" + port);
    assertThat(end.uri().getPath()).isEqualTo("/home");
  }

  @Test
  void leadsBackToThePageAskedFor() {
    var browser = new Browserless(port);
    var end =
        browser.get("/oauth2/authorization/sandbox?login_hint=firm-owner&next=%2Ffirm%3Fa%3Db");
    assertThat(end.uri().getRawPath() + "?" + end.uri().getQuery()).isEqualTo("/firm?a=b");
  }

  private boolean isSignedIn(String session) {
    var answer = Probe.withSession(session, port).get("/hats");
    assertThat(answer.statusCode()).isIn(200, 302);
    return answer.statusCode() == 200;
  }

  private Set<FirmRole> roles(String session) {
    return signIns
        .bySession(session)
        .map(in -> ((Caller.FirmMember) in.viewer().caller()).roles())
        .blockOptional()
        .orElseThrow();
  }

  private AccountId accountOf(String subject) {
    var sql = "select id from account where subject = '" + subject + "'";
    return worker
        .db()
        .sql(sql)
        .mapValue(UUID.class)
        .one()
        .map(AccountId::new)
        .blockOptional()
        .orElseThrow();
  }

  /** A new firm that the account owns. */
  private FirmId firmOf(AccountId account) {
    var firm = FirmId.next();
    run(
        """
        insert into firm (id, name, jurisdiction, size, zone)
        values ('%s', 'A firm of a test', 'NY', '1–10', 'America/New_York')
        """
            .formatted(firm));
    run(member(firm, account));
    return firm;
  }

  private static String member(FirmId firm, AccountId account) {
    return "insert into membership (firm, account, roles) values ('%s', '%s', array['owner'])"
        .formatted(firm, account);
  }

  private void run(String sql) {
    worker.db().sql(sql).then().block();
  }

  private long count(String sql) {
    return worker.db().sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
  }
}
