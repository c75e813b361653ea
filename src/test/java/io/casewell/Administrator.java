package io.casewell;

import io.casewell.identity.Agreed;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Secrets;
import io.casewell.platform.Worker;
import java.net.HttpCookie;
import java.net.URI;
import java.util.Set;

/** An administrator of a test's own, signed in. */
public record Administrator(AccountId account, Browserless browser) {

  /** As a caller. */
  public Caller.Operations caller() {
    return new Caller.Operations(account, Set.of(OperationsRole.ADMIN));
  }

  /** Makes one and signs them in. */
  public static Administrator of(String name, Worker worker, int port) {
    var account = AccountId.next();
    var value = Secrets.token();
    worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name)
              values (:account, 'urn:test', :subject, :name) returning id),
            o as (insert into operator select id, array['admin'] from a returning account)
            insert into session (id_hash, account, realm, expires_at)
            select :hash, account, 'operations', now() + interval '1 hour' from o
            """)
        .bind("account", account.value())
        .bind("subject", account.toString())
        .bind("name", name)
        .bind("hash", Secrets.hash(value))
        .then()
        .block();
    Agreed.to(account, worker);
    var browser = new Browserless(port);
    var cookie = new HttpCookie("casewell", value);
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    return new Administrator(account, browser);
  }
}
