package io.casewell;

import io.casewell.identity.Agreed;
import io.casewell.platform.AccountId;
import io.casewell.platform.FirmId;
import io.casewell.platform.Secrets;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Somebody of a law firm of a test's own, signed in.
 *
 * @param browser where they are signed in
 */
public record FirmPerson(FirmId firm, AccountId account, String email, Browserless browser) {

  /** A new firm and its owner. */
  public static FirmPerson founding(String firmName, Worker worker, int port) {
    var firm = FirmId.next();
    worker
        .db()
        .sql(
            """
            insert into firm (id, name, jurisdiction, size, zone)
            values (:id, :name, 'NY', '1', 'America/New_York')
            """)
        .bind("id", firm.value())
        .bind("name", firmName)
        .then()
        .block();
    return in(firm, List.of("owner"), worker, port);
  }

  /** Another person of the firm. */
  public static FirmPerson in(FirmId firm, List<String> roles, Worker worker, int port) {
    var account = AccountId.next();
    var cookie = Secrets.token();
    var email = "p" + account.toString().substring(24) + "@firm.example";
    worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name, email)
              values (:account, 'urn:test', :subject, 'Somebody of a firm', :email) returning id),
            m as (
              insert into membership (firm, account, roles) select :firm, a.id, :roles from a)
            insert into session (id_hash, account, realm, firm, expires_at)
            select :hash, a.id, 'firm', :firm, now() + interval '1 hour' from a
            """)
        .bind("account", account.value())
        .bind("subject", account.toString())
        .bind("email", email)
        .bind("firm", firm.value())
        .bind("roles", roles.toArray(String[]::new))
        .bind("hash", Secrets.hash(cookie))
        .then()
        .block();
    Agreed.to(account, worker);
    var browser = new Browserless(port);
    signIn(browser, cookie, port);
    return new FirmPerson(firm, account, email, browser);
  }

  private static void signIn(Browserless browser, String cookie, int port) {
    try {
      browser
          .cookies()
          .put(
              URI.create("http://localhost:" + port + "/"),
              Map.of("Set-Cookie", List.of("casewell=" + cookie + "; Path=/")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
