package io.casewell.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.platform.AccountId;
import io.casewell.platform.HelpAnswered;
import io.casewell.platform.Ids;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people are told on their own pages: as they chose, live, and nobody else. */
@CasewellTest
class NoticePagesTest {
  @LocalServerPort int port;
  @Autowired Notices notices;
  @Autowired Mails mails;
  @Autowired ForgetNotices forgetNotices;
  @Autowired Worker worker;
  @Autowired HelpAnsweredLetter answered;

  private AccountId account(String persona) {
    return new AccountId(
        Objects.requireNonNull(
            worker
                .db()
                .sql("select id from account where subject = :subject")
                .bind("subject", persona)
                .mapValue(UUID.class)
                .one()
                .block()));
  }

  private static Words words(String title) {
    return new Words(title, "It concerns you.", "", "Open", "/account");
  }

  @Test
  void forgetsWhatIsHalfAYearOldButTheNewest() {
    var reader = account("rival-owner");
    for (var days : List.of(200, 181, 179)) {
      var title = tell("rival-owner");
      count(
          "update notice set at = now() - interval '%d days' where title = '%s' returning 1"
              .formatted(days, title));
    }
    var old = "select count(*) from notice where at < now() - interval '180 days' and account = ";
    forgetNotices.run().block();
    assertThat(count(old + "'" + reader + "'")).isZero();

    count(
        "update notice set at = now() - interval '1 year' where account = '"
            + reader
            + "'"
            + " returning 1");
    forgetNotices.run().block();
    var kept = "select count(*) from notice where account = '" + reader + "'";
    assertThat(count(kept)).isEqualTo(1);
    forgetNotices.erase(worker, reader).block();
    assertThat(count(kept)).isZero();
  }

  private long count(String sql) {
    return Objects.requireNonNullElse(
        worker.db().sql(sql).mapValue(Long.class).first().block(), 0L);
  }

  private String tell(String persona) {
    var title = "Told " + UUID.randomUUID();
    notices.put(account(persona), title, NoticeKind.SUPPORT, words(title)).block();
    return title;
  }

  @Test
  void showsAPersonTheirOwnAndNobodyElses() {
    var title = tell("billing");
    notices.put(account("billing"), title, NoticeKind.SUPPORT, words("Again " + title)).block();
    var page = Browserless.as("billing", port).page("/notices");
    assertThat(page.text()).contains(title).doesNotContain("Again " + title);
    var rival = Browserless.as("rival-owner", port);
    assertThat(rival.page("/notices").text()).doesNotContain(title);
    var open = page.select("form:has([aria-label$='" + title + "'])").attr("action");
    assertThat(rival.post(open).statusCode()).isEqualTo(404);
  }

  @Test
  void isReadByOpeningIt() {
    var title = tell("billing");
    var billing = Browserless.as("billing", port);
    assertThat(billing.page("/notices?show=unread").text()).contains(title);
    var open =
        billing.page("/notices").select("form:has([aria-label$='" + title + "'])").attr("action");
    assertThat(billing.post(open).uri().getPath()).isEqualTo("/account");
    assertThat(billing.page("/notices?show=unread").text()).doesNotContain(title);
    billing.post("/notices/reading");
    assertThat(billing.page("/notices").text()).contains("You have read everything");
  }

  @Test
  void comesLiveAndIsReplayedAfterTheLastSeen() throws Exception {
    var browser = Browserless.as("supervising-attorney", port);
    var first = tell("supervising-attorney");
    var before = newest("supervising-attorney");
    try (var lines = stream(browser, "0")) {
      assertThat(until(lines, first)).contains("event:notice");
    }
    try (var lines = stream(browser, Long.toString(before))) {
      assertThat(until(lines, "event:unread")).doesNotContain(first);
      tell("rival-owner");
      var second = tell("supervising-attorney");
      assertThat(until(lines, second))
          .as("nobody else's between")
          .doesNotContain("concerns you.\"},");
    }
  }

  private long newest(String persona) {
    return Objects.requireNonNull(
        worker
            .db()
            .sql("select max(number) from notice where account = :account")
            .bind("account", account(persona).value())
            .mapValue(Long.class)
            .one()
            .block());
  }

  private BufferedReader stream(Browserless browser, String after)
      throws IOException, InterruptedException {
    var cookies =
        browser.cookies().getCookieStore().getCookies().stream()
            .map(NoticePagesTest::pair)
            .collect(Collectors.joining("; "));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notices/stream"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", after)
            .header("Cookie", cookies)
            .build();
    var answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String pair(HttpCookie cookie) {
    return cookie.getName() + "=" + cookie.getValue();
  }

  /** Everything up to the line that holds this; the stream ends by itself before a minute. */
  private static String until(BufferedReader lines, String wanted) throws IOException {
    var seen = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.append(line).append('\n');
      if (line.contains(wanted)) {
        return seen.toString();
      }
    }
    throw new AssertionError("never came: " + wanted + "\n" + seen);
  }

  @Test
  void sendsNothingThatWasSwitchedOffAndSaysSo() {
    var hiring = Browserless.as("hiring-manager", port);
    var me = account("hiring-manager");
    hiring.post("/account/notices", "shown", "needs");
    var cause = "test " + UUID.randomUUID();
    mails.put(cause, "help-answered", "hm@mail.example", Map.of(), me, NoticeKind.SUPPORT).block();
    mails.put(cause + " 2", "joined", "hm@mail.example", Map.of(), me, NoticeKind.ACCOUNT).block();
    notices.put(me, cause, NoticeKind.SUPPORT, words(cause)).block();
    assertThat(state(cause)).isEqualTo("withheld");
    assertThat(state(cause + " 2")).as("what must reach a person").isNotEqualTo("withheld");
    assertThat(hiring.page("/notices").text()).doesNotContain(cause);
    var admin = Browserless.as("admin", port);
    assertThat(admin.page("/operations/mail?state=withheld").text())
        .contains("Its reader chose not to be told this by mail");
    assertThat(admin.page("/operations/health").text()).contains("Mail");
    hiring.post("/account/notices", "mail", "support", "shown", "support");
  }

  private String state(String cause) {
    return Objects.requireNonNull(
        worker
            .db()
            .sql("select state from mail where cause = :cause")
            .bind("cause", cause)
            .mapValue(String.class)
            .one()
            .block());
  }

  @Test
  void answersAVisitorByMailAlone() {
    var request = Ids.next();
    var address = "v" + request.toString().substring(24) + "@mail.example";
    worker
        .db()
        .sql(
            """
            with r as (
              insert into support_request (id, name, email, realm, state)
              values (:id, 'Vera', :email, 'visitor', 'answered') returning id)
            insert into support_message (id, request, by_casewell, text)
            select :message, id, true, 'Press the green button.' from r
            """)
        .bind("id", request)
        .bind("email", address)
        .bind("message", Ids.next())
        .then()
        .block();
    var event = new HelpAnswered(1, request, 2);
    answered.on(event).block();
    answered.on(event).block();
    var mail = new io.casewell.CaughtMails(port).to(address);
    assertThat(mail.text()).contains("We answered what you asked");
    assertThat(
            worker
                .db()
                .sql("select count(*) from mail where recipient = :address")
                .bind("address", address)
                .mapValue(Long.class)
                .one()
                .block())
        .isEqualTo(1);
  }
}
