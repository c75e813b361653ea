package io.casewell;

import io.casewell.identity.Agreed;
import io.casewell.operations.ImportReport;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * A professional of a test's own, imported and signed in.
 *
 * @param browser where they are signed in
 */
public record Somebody(StaffId staff, AccountId account, String externalId, Browserless browser) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AccountId ADMIN =
      new AccountId(UUID.nameUUIDFromBytes("persona admin".getBytes(StandardCharsets.UTF_8)));

  /** An administrator, as a caller. */
  public static final Caller.Operations OPERATIONS =
      new Caller.Operations(ADMIN, Set.of(OperationsRole.ADMIN));

  /** As a caller. */
  public Caller.Professional caller() {
    return new Caller.Professional(staff, account);
  }

  /** A good record, whose fields a test may change. */
  public static Map<String, Object> record() {
    var record = new TreeMap<String, Object>();
    record.put("externalId", "test-" + UUID.randomUUID());
    record.put("name", "Dana Reyes");
    record.put("email", "dana@example.com");
    record.put("roles", List.of("paralegal"));
    record.put("skills", List.of(Map.of("skill", "cite-checking", "level", 3, "verified", true)));
    record.put("software", List.of("clio"));
    record.put("credentials", List.of(Map.of("code", "NALA-CP", "number", "77", "verified", true)));
    record.put("zone", "America/New_York");
    record.put("hours", List.of(Map.of("days", List.of("MON"), "start", "09:00", "end", "17:00")));
    record.put("capacityHours", 40);
    record.put("rateCents", 4200);
    return record;
  }

  /** Imports so many people like the record, who sign in nowhere; gives the mark they share. */
  public static String many(int people, Map<String, Object> record, ImportStaff importStaff) {
    var mark = "many-" + UUID.randomUUID() + "-";
    var lines =
        Flux.range(0, people)
            .map(i -> {
              var one = new TreeMap<>(record);
              one.put("externalId", mark + i);
              return JSON.writeValueAsString(one);
            });
    importStaff.lines(lines, ADMIN, false).contextWrite(Tenancy.as(OPERATIONS)).blockLast();
    return mark;
  }

  /** Imports the record and signs its person in. */
  public static Somebody of(
      Map<String, Object> record, ImportStaff importStaff, Worker worker, int port) {
    List<ImportReport> reports =
        importStaff
            .lines(Flux.just(JSON.writeValueAsString(record)), ADMIN, false)
            .contextWrite(Tenancy.as(OPERATIONS))
            .collectList()
            .block();
    var externalId = String.valueOf(record.get("externalId"));
    var account = AccountId.next();
    var cookie = Secrets.token();
    UUID staff =
        worker
            .db()
            .sql(
                """
                with a as (
                  insert into account (id, issuer, subject, name) values
                    (:account, 'urn:test', :subject, 'Somebody') returning id),
                s as (
                  update staff set account = (select id from a) where external_id = :external
                  returning id)
                insert into session (id_hash, account, realm, staff, expires_at)
                select :hash, a.id, 'staff', s.id, now() + interval '1 hour' from a, s
                returning staff
                """)
            .bind("account", account.value())
            .bind("subject", account.toString())
            .bind("external", externalId)
            .bind("hash", Secrets.hash(cookie))
            .mapValue(UUID.class)
            .one()
            .block();
    if (staff == null) {
      throw new AssertionError("not imported: " + reports);
    }
    Agreed.to(account, worker);
    return new Somebody(new StaffId(staff), account, externalId, signedIn(cookie, port));
  }

  private static Browserless signedIn(String value, int port) {
    var browser = new Browserless(port);
    var cookie = new HttpCookie("casewell", value);
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    return browser;
  }
}
