package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.CaughtMails;
import io.casewell.FirmPerson;
import io.casewell.Probe;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An invitation's link brings in one person, once, in time, and leaves nothing behind. */
@CasewellTest
class InvitationTest {
  private static final String PEOPLE = "/firm/people";

  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired LinkTokens links;
  private CaughtMails caught;

  @BeforeEach
  void findTheCatcher() {
    caught = new CaughtMails(port);
  }

  private FirmPerson owner() {
    return FirmPerson.founding("Inviting & Sons", worker, port);
  }

  private static String address() {
    return "i" + UUID.randomUUID().toString().substring(24) + "@invited.example";
  }

  private static HttpResponse<String> invite(FirmPerson owner, String email) {
    return owner.browser().post(PEOPLE, "email", email, "roles", "hiring_manager");
  }

  /** Invites, reads the mail and gives the path of its link. */
  private String link(FirmPerson owner, String email) {
    assertThat(invite(owner, email).statusCode()).isEqualTo(200);
    return CaughtMails.path(caught.to(email));
  }

  private Browserless newcomer(String name, String next) {
    var browser = new Browserless(port);
    browser.get("/sandbox/newcomer?name=" + name + "&next=" + next);
    return browser;
  }

  private long count(String sql) {
    var count = worker.db().sql(sql).mapValue(Long.class).one().block();
    return count == null ? -1 : count;
  }

  private long members(FirmPerson owner) {
    return count("select count(*) from membership where firm = '" + owner.firm() + "'");
  }

  @Test
  void takesANewcomerInOnce() {
    var owner = owner();
    var email = address();
    var link = link(owner, email);

    var page = Jsoup.parse(new Browserless(port).get(link).body());
    assertThat(page.select("h1").text()).isEqualTo("Join Inviting & Sons");
    assertThat(page.text()).contains("hiring manager");

    var sam = newcomer("Sam+Okoye", link);
    var asked = sam.page(link);
    assertThat(asked.text()).contains("Sam Okoye", "sam.okoye@newcomer.example", email);
    assertThat(sam.post(link).statusCode()).as("without agreeing").isEqualTo(422);
    assertThat(members(owner)).isEqualTo(1);
    var in = sam.post(link, "agree", "yes");
    assertThat(in.uri().getPath()).isEqualTo("/home");
    assertThat(sam.get("/needs/new").statusCode()).as("a hiring manager now").isEqualTo(200);
    assertThat(sam.get(PEOPLE).body()).contains("Sam Okoye");

    assertThat(sam.post(link, "agree", "yes").statusCode()).as("used twice").isEqualTo(410);
    var late = newcomer("Too+Late", link);
    assertThat(late.get(link).statusCode()).isEqualTo(410);
    assertThat(late.post(link, "agree", "yes").statusCode()).isEqualTo(410);
    assertThat(members(owner)).isEqualTo(2);
    assertThat(caught.to(owner.email()).text())
        .as("the owner reads who came")
        .contains("Sam Okoye joined", "sam.okoye@newcomer.example");
  }

  @Test
  void changesNothingHoweverOftenAScannerLooks() {
    var owner = owner();
    var link = link(owner, address());
    var scanner = Probe.nobody(port);
    for (int i = 0; i < 5; i++) {
      assertThat(scanner.get(link).statusCode()).isEqualTo(200);
      assertThat(scanner.send("HEAD", link, "").statusCode()).isEqualTo(200);
    }
    assertThat(members(owner)).isEqualTo(1);
    assertThat(newcomer("Still+Fine", link).post(link, "agree", "yes").statusCode()).isEqualTo(200);
  }

  @Test
  void leavesAnAccountOfAnotherFirmAsItIs() {
    var owner = owner();
    var other = FirmPerson.founding("Elsewhere LLP", worker, port);
    var before =
        worker
            .db()
            .sql("select row_to_json(a)::text from account a where id = '" + other.account() + "'")
            .mapValue(String.class)
            .one()
            .block();
    var link = link(owner, address());
    assertThat(other.browser().page(link).text()).contains("These are two addresses");
    other.browser().post(link, "agree", "yes");
    assertThat(
            worker
                .db()
                .sql(
                    "select row_to_json(a)::text from account a where id = '"
                        + other.account()
                        + "'")
                .mapValue(String.class)
                .one()
                .block())
        .isEqualTo(before);
    assertThat(
            count(
                "select count(*) from membership where account = '"
                    + other.account()
                    + "' and firm = '"
                    + other.firm()
                    + "' and roles = array['owner']"))
        .as("the own firm stays")
        .isEqualTo(1);
    assertThat(other.browser().get(PEOPLE).body()).as("another hat, put on").contains("Inviting");
    assertThat(other.browser().post(link, "agree", "yes").statusCode()).isEqualTo(410);
  }

  @Test
  void doesNotTouchARoleThatIsThereAlready() {
    var owner = owner();
    var link = link(owner, address());
    assertThat(owner.browser().post(link, "agree", "yes").statusCode()).isEqualTo(409);
    assertThat(
            count(
                "select count(*) from membership where firm = '"
                    + owner.firm()
                    + "' and roles = array['owner']"))
        .isEqualTo(1);
    assertThat(newcomer("Right+One", link).post(link, "agree", "yes").statusCode())
        .as("and the link is not used up")
        .isEqualTo(200);
  }

  @Test
  void endsWithItsTimeAndWhenTakenBackOrSentAgain() {
    var owner = owner();
    var email = address();
    var first = link(owner, email);
    var open = owner.browser().page(PEOPLE).select("form[action$=/resending]").attr("action");
    assertThat(owner.browser().post(open).statusCode()).isEqualTo(200);
    long until = System.nanoTime() + 15_000_000_000L;
    while (caught.count(email) < 2 && System.nanoTime() < until) {
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
    }
    var second = CaughtMails.path(caught.to(email));
    assertThat(second).isNotEqualTo(first);
    assertThat(new Browserless(port).get(first).statusCode()).as("the former").isEqualTo(404);
    assertThat(new Browserless(port).get(second).statusCode()).isEqualTo(200);

    var revoke = open.replace("/resending", "/revocation");
    assertThat(owner.browser().post(revoke).statusCode()).isEqualTo(200);
    assertThat(new Browserless(port).get(second).statusCode()).as("taken back").isEqualTo(410);
    assertThat(newcomer("A", second).post(second, "agree", "yes").statusCode()).isEqualTo(410);
    assertThat(owner.browser().post(revoke).statusCode()).isEqualTo(409);
    assertThat(owner.browser().post(open).statusCode()).isEqualTo(409);

    var third = link(owner, address());
    worker
        .db()
        .sql(
            "update invitation set expires_at = now() - interval '1 second' where state = 'sent'"
                + " and firm = '"
                + owner.firm()
                + "'")
        .then()
        .block();
    assertThat(new Browserless(port).get(third).statusCode()).as("expired").isEqualTo(410);
    assertThat(newcomer("B", third).post(third, "agree", "yes").statusCode()).isEqualTo(410);
    assertThat(members(owner)).isEqualTo(1);
  }

  @Test
  void isTheOwnersToSend() {
    var owner = owner();
    var member = FirmPerson.in(owner.firm(), List.of("hiring_manager"), worker, port);
    assertThat(invite(member, address()).statusCode()).isEqualTo(403);
    assertThat(
            member
                .browser()
                .post(PEOPLE, "email", address(), "roles", "owner", "firmId", "x")
                .statusCode())
        .isEqualTo(403);
    link(owner, address());
    var open = owner.browser().page(PEOPLE).select("form[action$=/revocation]").attr("action");
    assertThat(member.browser().post(open).statusCode()).isEqualTo(403);
    var rival = FirmPerson.founding("Rival LLP", worker, port);
    assertThat(rival.browser().post(open).statusCode()).as("another firm's").isEqualTo(404);
    assertThat(rival.browser().post(open.replace("revocation", "resending")).statusCode())
        .isEqualTo(404);
    assertThat(Browserless.as("admin", port).post(open).statusCode()).isEqualTo(404);
    assertThat(
            Browserless.as("admin", port)
                .post(open.replace("/firm/people/", "/operations/"))
                .statusCode())
        .as("a firm's invitation is not the house's")
        .isEqualTo(404);
  }

  @Test
  void answersAlikeWhetherAnAddressIsKnownOrNot() {
    var owner = owner();
    var known = FirmPerson.founding("Known LLP", worker, port).email();
    var unknown = address();
    var one = invite(owner, known);
    var other = invite(owner, unknown);
    assertThat(one.statusCode()).isEqualTo(other.statusCode());
    assertThat(plain(one.body(), known, owner)).isEqualTo(plain(other.body(), unknown, owner));
  }

  /** The page without what differs by itself: the address and the lists. */
  private static String plain(String body, String email, FirmPerson owner) {
    var page = Jsoup.parse(body);
    page.select(".cw-rows").remove();
    return page.body().text().replace(email, "ADDRESS").replace(owner.email(), "OWNER");
  }

  @Test
  void floodsNobody() {
    var victim = address();
    int sent = 0;
    HttpResponse<String> last = null;
    for (int i = 0; i < 5; i++) {
      last = invite(owner(), victim);
      sent += last.statusCode() == 200 ? 1 : 0;
    }
    assertThat(sent).as("whoever asks for it").isEqualTo(3);
    Objects.requireNonNull(last);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(last.headers().firstValue("Retry-After").orElse("0"))).isPositive();
  }

  @Test
  void floodsNotFromOneFirmEither() {
    var owner = owner();
    int refused = 0;
    for (int i = 0; i < 32; i++) {
      refused += invite(owner, address()).statusCode() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(2);
    assertThat(invite(owner(), address()).statusCode()).as("another firm's").isEqualTo(200);
  }

  @Test
  void keepsItsTokenNowhere() {
    var owner = owner();
    var email = address();
    var link = link(owner, email);
    var token = link.substring(link.lastIndexOf('/') + 1);
    assertThat(token).hasSize(43);
    for (var table : List.of("invitation", "outbox", "mail", "audit_event", "invitation_mail")) {
      assertThat(
              count(
                  "select count(*) from "
                      + table
                      + " t where strpos(t::text, '"
                      + token
                      + "') > 0"))
          .as(table)
          .isZero();
    }
    var id =
        worker
            .db()
            .sql("select id from invitation where email = '" + email + "'")
            .mapValue(UUID.class)
            .one()
            .block();
    Objects.requireNonNull(id);
    assertThat(links.token("invitation", id, 1)).isEqualTo(token);
    assertThat(links.token("signing", id, 1)).as("for another purpose").isNotEqualTo(token);
    assertThat(links.token("invitation", id, 2)).as("of another time").isNotEqualTo(token);
    var answer = new Browserless(port).get(link);
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(new Browserless(port).get(link + "x").statusCode()).isEqualTo(404);
  }

  @Test
  void bringsInTheHousesOwnPeople() {
    var admin = Browserless.as("admin", port);
    var email = address();
    assertThat(admin.post("/operations/invitations", "email", email, "as", "king").statusCode())
        .isEqualTo(422);
    assertThat(
            admin.post("/operations/invitations", "email", email, "as", "sales-lead").statusCode())
        .isEqualTo(200);
    var link = CaughtMails.path(caught.to(email));
    var rep = newcomer("Bo+Sales", link);
    assertThat(rep.page(link).text()).contains("sales lead");
    assertThat(rep.post(link, "agree", "yes").uri().getPath()).isEqualTo("/home");
    assertThat(rep.page("/home").select(".cw-account-hat").text()).isEqualTo("Sales lead");
    assertThat(
            Browserless.as("finance", port)
                .post("/operations/invitations", "email", address(), "as", "admin")
                .statusCode())
        .isEqualTo(403);
  }
}
