package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.Administrator;
import io.casewell.CasewellTest;
import io.casewell.SampleFiles;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The vetting desk: who decides what, and what comes of it. */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class VettingTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;

  private Somebody me;
  private Administrator ruth;
  private String id = "";

  @BeforeEach
  void submit() {
    var record = Somebody.record();
    record.put("name", "Zora " + UUID.randomUUID().toString().substring(0, 8));
    record.put(
        "credentials",
        List.of(
            Map.of("code", "NFPA-RP", "number", "N-1", "validUntil", TODAY.plusDays(400) + "")));
    me = Somebody.of(record, importStaff, worker, port);
    ruth = Administrator.of("Ruth Second", worker, port);
    id = one("select id::text from credential where staff = :staff");
    var sent =
        me.browser()
            .upload(
                "/profile/credentials/" + id + "/document",
                "document",
                "rp.png",
                SampleFiles.png());
    assertThat(sent.statusCode()).isEqualTo(200);
  }

  private String one(String sql) {
    return worker
        .db()
        .sql(sql)
        .bind("staff", me.staff().value())
        .mapValue(String.class)
        .one()
        .blockOptional()
        .orElse("");
  }

  private String state() {
    return one("select state from credential where staff = :staff");
  }

  private String seen(Administrator by) {
    return by.browser().page("/operations/vetting/" + id).select("[name=seen]").val();
  }

  private java.net.http.HttpResponse<String> decide(
      Administrator by, String seen, String... fields) {
    var all = new java.util.ArrayList<>(List.of("seen", seen));
    all.addAll(List.of(fields));
    return by.browser().post("/operations/vetting/" + id + "/decision", all.toArray(String[]::new));
  }

  @Test
  void verifiesAndTellsMatchingInTheSameBreath() {
    var page = ruth.browser().page("/operations/vetting/" + id);
    assertThat(page.text())
        .contains("N-1", "12 hours of continuing education every 2 years, 1 of them in ethics");
    assertThat(page.select("img[src^=/files/]")).hasSize(1);
    assertThat(page.select("[name=validUntil]").val()).isEqualTo(TODAY.plusDays(400).toString());
    var facts = one("select count(*)::text from rankable where staff = :staff");
    var until = TODAY.plusDays(300).toString();
    var answer = decide(ruth, seen(ruth), "decision", "verify", "validUntil", until);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Verified. It counts for matching");
    assertThat(one("select state || ' ' || valid_until from credential where staff = :staff"))
        .isEqualTo("verified " + until);
    assertThat(one("select count(*)::text from rankable where staff = :staff"))
        .isEqualTo(String.valueOf(Integer.parseInt(facts) + 1));
    assertThat(
            one(
                """
                select string_agg(type || ' ' || version, ', ' order by version) from outbox
                where aggregate_kind = 'credential' and aggregate =
                  (select id from credential where staff = :staff)
                """))
        .isEqualTo("CredentialSubmitted 1, CredentialVerified 2");
    assertThat(
            one(
                """
                select what || ' ' || account || ' ' || (before ->> 'state') || ' '
                  || (after ->> 'validUntil') from audit_event
                where subject_kind = 'credential' and staff = :staff order by seq desc limit 1
                """))
        .isEqualTo("verified " + ruth.account() + " in review " + until);
    assertThat(me.browser().page("/profile").text()).contains("Firms see it as verified");
    assertThat(decide(ruth, "x", "decision", "reject", "reason", "late").statusCode())
        .as("decided already")
        .isEqualTo(409);
  }

  @Test
  void rejectsWithAReasonThatThePersonReads() {
    var without = decide(ruth, seen(ruth), "decision", "reject", "reason", "");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(without.body()).select("#f-reason-error").text()).contains("Say why");
    assertThat(state()).isEqualTo("in review");
    decide(ruth, seen(ruth), "decision", "reject", "reason", "The name <b>differs</b>.");
    assertThat(state()).isEqualTo("rejected");
    var page = me.browser().page("/profile");
    assertThat(page.text()).contains("Why it could not be verified: The name <b>differs</b>.");
    me.browser()
        .upload("/profile/credentials/" + id + "/document", "document", "b.png", SampleFiles.png());
    assertThat(state()).as("rejected → in review").isEqualTo("in review");
    assertThat(me.browser().page("/profile").text()).doesNotContain("Why it could not be verified");
  }

  @Test
  void leavesASecondLookToSomebodyElse() {
    decide(ruth, seen(ruth), "decision", "second-look", "note", "The seal looks copied.");
    assertThat(state()).isEqualTo("in review");
    assertThat(ruth.browser().page("/operations/vetting/" + id).select("[name=decision]"))
        .isEmpty();
    assertThat(decide(ruth, "x", "decision", "verify").statusCode()).isEqualTo(409);
    assertThat(state()).isEqualTo("in review");
    var omar = Administrator.of("Omar Third", worker, port);
    var page = omar.browser().page("/operations/vetting/" + id);
    assertThat(page.text()).contains("The seal looks copied.");
    assertThat(me.browser().page("/profile").text()).doesNotContain("The seal looks copied.");
    assertThat(omar.browser().page("/operations/vetting?view=second-look").text()).contains("Zora");
    var endless = decide(omar, seen(omar), "decision", "verify", "validUntil", "");
    assertThat(endless.statusCode()).as("its issuer lets it end").isEqualTo(422);
    assertThat(Jsoup.parse(endless.body()).select("#f-validUntil-error").text())
        .contains("Give its last day");
    assertThat(state()).isEqualTo("in review");
    var end = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusYears(2).toString();
    decide(omar, seen(omar), "decision", "verify", "validUntil", end);
    assertThat(state()).isEqualTo("verified");
  }

  @Test
  void decidesNothingOnWhatWasChangedMeanwhile() {
    var seen = seen(ruth);
    me.browser()
        .upload(
            "/profile/credentials/" + id + "/document", "document", "c.pdf", SampleFiles.pdf(1));
    var late = decide(ruth, seen, "decision", "verify", "validUntil", "");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("This changed while you were looking");
    assertThat(state()).isEqualTo("in review");
  }

  @Test
  void refusesWrongInputAtItsField() {
    for (var wrong : List.of("2020-01-01", "tomorrow", "9999-12-31")) {
      var answer = decide(ruth, seen(ruth), "decision", "verify", "validUntil", wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
      assertThat(Jsoup.parse(answer.body()).select("#f-validUntil").val()).isEqualTo(wrong);
    }
    assertThat(decide(ruth, seen(ruth)).statusCode()).isEqualTo(422);
    assertThat(
            decide(ruth, seen(ruth), "decision", "reject", "reason", "x".repeat(1001)).statusCode())
        .isEqualTo(422);
    assertThat(ruth.browser().get("/operations/vetting/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(ruth.browser().get("/operations/vetting?after=zzz&view=nonsense").statusCode())
        .isEqualTo(200);
    assertThat(state()).isEqualTo("in review");
  }

  @Test
  void letsNobodyDecideAboutTheirOwn() {
    worker
        .db()
        .sql("update staff set account = :account where id = :staff")
        .bind("account", ruth.account().value())
        .bind("staff", me.staff().value())
        .then()
        .block();
    assertThat(decide(ruth, seen(ruth), "decision", "verify").statusCode()).isEqualTo(409);
    assertThat(state()).isEqualTo("in review");
  }

  @Test
  void letsNobodyVerifyThemselvesWhateverTheCodeDoes() {
    for (var change :
        List.of("state = 'verified'", "state = 'rejected'", "valid_until = '2090-01-01'")) {
      assertThatThrownBy(() ->
              db.sql("update credential set " + change + " where staff = :staff")
                  .bind("staff", me.staff().value())
                  .then()
                  .as(tx::transactional)
                  .contextWrite(Tenancy.as(me.caller()))
                  .block())
          .as(change)
          .hasMessageContaining("credential");
    }
    assertThatThrownBy(() ->
            db.sql("update credential set state = 'expired' where staff = :staff")
                .bind("staff", me.staff().value())
                .then()
                .as(tx::transactional)
                .contextWrite(Tenancy.as(ruth.caller()))
                .block())
        .as("a move that is not drawn")
        .hasMessageContaining("credential");
    assertThat(state()).isEqualTo("in review");
  }

  @Test
  void findsByTheBeginningOfANameAndByCertification() {
    var name = one("select name from staff where id = :staff");
    var found = ruth.browser().page("/operations/vetting?q=" + name.replace(" ", "%20"));
    assertThat(found.select("tbody th")).hasSize(1);
    assertThat(found.select("tbody th").text()).isEqualTo(name);
    assertThat(
            ruth.browser()
                .page("/operations/vetting?code=NALA-CP&q=" + name.replace(" ", "%20"))
                .select("tbody th"))
        .isEmpty();
  }

  @Test
  void pagesWithoutShowingOneTwice() {
    worker
        .db()
        .sql(
            """
            insert into credential (id, staff, code, number, state, submitted_at)
            select gen_random_uuid(), :staff, 'OH-OSBA', 'p' || n, 'in review',
              now() - interval '1 day' * (n % 7) from generate_series(1, 60) n
            """)
        .bind("staff", me.staff().value())
        .then()
        .block();
    var name = one("select name from staff where id = :staff").replace(" ", "%20");
    var seen = new java.util.ArrayList<String>();
    var next = "/operations/vetting?code=OH-OSBA&q=" + name;
    while (!next.isEmpty()) {
      var page = ruth.browser().page(next);
      seen.addAll(page.select("tbody th a").eachAttr("href"));
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
  }
}
