package io.casewell.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.CaughtMails;
import io.casewell.platform.Ids;
import io.casewell.platform.Worker;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail's way: written once, tried, given up visibly, tried again by hand, caught. */
@CasewellTest
class MailPagesTest {
  @LocalServerPort int port;
  @Autowired Mails mails;
  @Autowired Worker worker;
  private CaughtMails caught;

  @BeforeEach
  void findTheCatcher() {
    caught = new CaughtMails(port);
  }

  @AfterEach
  void behaveAgain() {
    caught.behave("FINE");
  }

  private String write(String cause) {
    var address = "m" + UUID.randomUUID().toString().substring(24) + "@mail.example";
    mails.put(cause, "invitation", address, facts()).block();
    return address;
  }

  private static Map<String, String> facts() {
    return Map.of(
        "invitation", Ids.next().toString(),
        "generation", "1",
        "inviter", "Margaret Alder",
        "place", "Alder & Finch LLP",
        "roles", "billing");
  }

  private record Row(UUID id, String state, int tries, String error) {}

  private Row row(String address) {
    return Objects.requireNonNull(
        worker
            .db()
            .sql(
                """
                select id, state, tries, coalesce(last_error, '') as error from mail
                where recipient = :address
                """)
            .bind("address", address)
            .mapProperties(Row.class)
            .one()
            .block());
  }

  private Row await(String address, java.util.function.Predicate<Row> wanted) {
    long until = System.nanoTime() + 20_000_000_000L;
    var row = row(address);
    while (!wanted.test(row)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it stays " + row);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
      row = row(address);
    }
    return row;
  }

  @Test
  void sendsWhatIsWrittenAndWritesItOnce() {
    var cause = "test " + UUID.randomUUID();
    var address = write(cause);
    mails.put(cause, "invitation", address, facts()).block();
    var mail = caught.to(address);
    assertThat(mail.select("h1").text()).startsWith("Margaret Alder invites you to Alder & Finch");
    assertThat(await(address, row -> row.state().equals("sent")).tries()).isEqualTo(1);
    assertThat(caught.count(address)).isEqualTo(1);
  }

  @Test
  void givesUpWhatIsRefusedForGoodAndShowsItToOperations() {
    caught.behave("REFUSES");
    var address = write("test " + UUID.randomUUID());
    var failed = await(address, row -> row.state().equals("failed"));
    assertThat(failed.tries()).isEqualTo(1);
    assertThat(failed.error()).contains("550");

    var admin = Browserless.as("admin", port);
    var line =
        admin.page("/operations/mail?state=failed").select("tbody tr").stream()
            .filter(row -> row.text().contains(address))
            .findFirst()
            .orElseThrow();
    assertThat(line.text()).contains("Failed", "Given up after 1 try", "nobody of that name");

    caught.behave("FINE");
    var retry = line.select("form").attr("action");
    assertThat(admin.post(retry).statusCode()).isEqualTo(200);
    assertThat(caught.to(address).text()).contains("billing");
    await(address, row -> row.state().equals("sent"));
    assertThat(admin.post(retry).statusCode()).as("never twice").isEqualTo(409);
  }

  @Test
  void waitsForABusyServerAndForASilentOne() {
    for (var mood : new String[] {"BUSY", "SILENT"}) {
      caught.behave(mood);
      var address = write("test " + UUID.randomUUID());
      var waiting = await(address, row -> !row.error().isEmpty());
      assertThat(waiting.state()).as(mood).isEqualTo("waiting");
      assertThat(waiting.tries()).as(mood).isEqualTo(1);
      caught.behave("FINE");
      var admin = Browserless.as("admin", port);
      admin.post("/operations/mail/" + waiting.id() + "/retry");
      await(address, row -> row.state().equals("sent"));
    }
  }

  @Test
  void isForAdministratorsAlone() {
    assertThat(Browserless.as("finance", port).get("/operations/mail").statusCode()).isEqualTo(403);
    var admin = Browserless.as("admin", port);
    assertThat(admin.post("/operations/mail/" + UUID.randomUUID() + "/retry").statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsACaughtMailInAFrameThatMayDoNothing() {
    var address = write("test " + UUID.randomUUID());
    var frame = caught.to(address).select("iframe").first();
    Objects.requireNonNull(frame);
    assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
    var body = new Browserless(port).get(frame.attr("src"));
    assertThat(body.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .contains("sandbox ");
    assertThat(body.body()).contains("Alder &amp; Finch LLP");
  }
}
