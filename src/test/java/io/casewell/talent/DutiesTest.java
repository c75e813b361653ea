package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Outbox;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What California asks of paralegals, declared by themselves. */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class DutiesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired Outbox outbox;
  @Autowired Catalogue catalogue;

  private Somebody me;

  @BeforeEach
  void signIn() {
    me = Somebody.of(Somebody.record(), importStaff, worker, port);
  }

  private StatutoryDuty duty() {
    return StatutoryDuty.of("CA-6450").orElseThrow();
  }

  private Credential known() {
    return catalogue.credentials().find("CA-6450").orElseThrow();
  }

  private java.net.http.HttpResponse<String> declare(String... fields) {
    return me.browser().post("/duties/CA-6450", fields);
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

  @Test
  void knowsThePeriodsOfTwoCalendarYearsSince2007() {
    assertThat(duty().period(LocalDate.of(2026, 11, 24), known()))
        .isEqualTo(new StatutoryDuty.Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)));
    assertThat(duty().period(LocalDate.of(2027, 1, 1), known()))
        .isEqualTo(new StatutoryDuty.Period(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 12, 31)));
    assertThat(StatutoryDuty.generalMinutes(known())).isEqualTo(4 * 60);
    assertThat(StatutoryDuty.ethicsMinutes(known())).isEqualTo(4 * 60);
    // every self-declared one of the catalogue has a form
    assertThat(
            catalogue.credentials().all().stream()
                .filter(Credential::selfDeclared)
                .map(Credential::code))
        .allMatch(code -> StatutoryDuty.of(code).isPresent());
  }

  @Test
  void firmsReadThatADutyIsDeclaredAndNoMore() {
    declare("way", "aba-program", "ethics", "2.5", "general", "4", "declare", "yes");
    var path = "/staff/" + me.staff() + "/duties";
    var firm = Browserless.as("firm-owner", port);
    var read = firm.page(path).text();
    assertThat(read).contains("Under way, self-declared", "section 6450", "does not check it");
    assertThat(read).doesNotContain("ABA", "2.5");
    assertThat(firm.page("/talent/" + me.staff()).select("[hx-get='" + path + "']")).hasSize(1);
    assertThat(me.browser().page(path).text()).contains("Under way, self-declared");
    var other = Somebody.of(Somebody.record(), importStaff, worker, port);
    assertThat(other.browser().page(path).text()).contains("None are declared");
  }

  @Test
  void keepsADeclarationAndSaysThatItIsSelfDeclared() {
    var today = LocalDate.now(ZoneOffset.UTC).toString();
    var half = declare("way", "aba-program", "ethics", "2.5", "general", "4", "declare", "yes");
    assertThat(half.body()).contains("Your declaration is kept.", "Under way, self-declared");
    assertThat(half.body()).contains("2.5 of 4 hours");
    var whole =
        declare(
            "way",
            "aba-program",
            "ethics",
            "4",
            "general",
            "4,0",
            "attorney",
            "Priya Raman",
            "barNumber",
            "301122",
            "certifiedOn",
            today,
            "declare",
            "yes");
    assertThat(whole.body()).contains("Complete, self-declared");
    assertThat(one("select count(*)::text from duty_declaration where staff = :staff"))
        .as("one a period")
        .isEqualTo("1");
    assertThat(
            one(
                "select count(*)::text from audit_event where staff = :staff and what = 'duty"
                    + " declared'"))
        .isEqualTo("2");
    assertThat(me.browser().page("/profile").text()).doesNotContain("301122");
  }

  @Test
  void saysAtTheFieldWhatIsWrong() {
    var wrong =
        declare(
            "way",
            "by-magic",
            "ethics",
            "-1",
            "general",
            "1e9",
            "attorney",
            "",
            "certifiedOn",
            "2099-01-01");
    assertThat(wrong.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(wrong.body());
    for (var field :
        new String[] {"way", "ethics", "general", "attorney", "certifiedOn", "declare"}) {
      assertThat(page.select("#CA-6450-" + field + "-error")).as(field).hasSize(1);
    }
    assertThat(page.select("[name=general]").val()).isEqualTo("1e9");
    assertThat(me.browser().post("/duties/NALA-CP", "declare", "yes").statusCode()).isEqualTo(404);
    assertThat(one("select count(*)::text from duty_declaration where staff = :staff"))
        .isEqualTo("0");
  }

  @Test
  void remindsOnceAtEachStepWhoeverIsNotComplete() {
    declare("way", "aba-program", "ethics", "1", "general", "0", "declare", "yes");
    var period = duty().period(LocalDate.now(ZoneOffset.UTC), known());
    for (int days : new int[] {91, 90, 80, 30, 8, 7, 0}) {
      var clock =
          Clock.fixed(Instant.parse(period.until().minusDays(days) + "T12:00:00Z"), ZoneOffset.UTC);
      new WatchDuties(worker, outbox, catalogue, clock).run().block();
    }
    assertThat(
            one(
                """
                select string_agg((payload ->> 'days') || ' ' || version, ', ' order by version)
                from outbox where aggregate_kind = 'duty' and aggregate = :staff
                """))
        .isEqualTo("90 1, 30 2, 7 3");
    var other = Somebody.of(Somebody.record(), importStaff, worker, port);
    assertThat(
            worker
                .db()
                .sql("select count(*) from duty_notice where staff = :staff")
                .bind("staff", other.staff().value())
                .mapValue(Long.class)
                .one()
                .block())
        .as("who never said anything is not reminded")
        .isZero();
  }
}
