package io.casewell.demos;

import io.casewell.Browserless;
import io.casewell.calendar.HoursRow;
import io.casewell.calendar.WeeklyHours;
import io.casewell.calendar.WorkingHours;
import io.casewell.identity.Agreed;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.HttpCookie;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/** Somebody of the sales team of a test's own, signed in. */
record SalesPerson(AccountId account, String name, boolean lead, Browserless browser) {

  static SalesPerson of(String name, boolean lead, Worker worker, int port) {
    var account = AccountId.next();
    var value = Secrets.token();
    worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name, email)
              values (:account, 'urn:test', :subject, :name, :email) returning id),
            s as (insert into sales_person select id, :lead from a returning account)
            insert into session (id_hash, account, realm, expires_at)
            select :hash, account, 'sales', now() + interval '1 hour' from s
            """)
        .bind("account", account.value())
        .bind("subject", account.toString())
        .bind("name", name)
        .bind("email", account + "@sales.example")
        .bind("lead", lead)
        .bind("hash", Secrets.hash(value))
        .then()
        .block();
    Agreed.to(account, worker);
    var browser = new Browserless(port);
    var cookie = new HttpCookie("casewell", value);
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    return new SalesPerson(account, name, lead, browser);
  }

  Caller.SalesRep caller() {
    return new Caller.SalesRep(account, lead);
  }

  /** Works every day from eight to eight. */
  SalesPerson working(String zone, WorkingHours hours, Tenancy tx) {
    var week =
        new WeeklyHours(
            ZoneId.of(zone),
            List.of(new HoursRow(EnumSet.allOf(DayOfWeek.class), 8 * 60, 20 * 60)),
            40,
            0);
    hours.put(account, week).as(tx::transactional).contextWrite(Tenancy.as(caller())).block();
    return this;
  }
}
