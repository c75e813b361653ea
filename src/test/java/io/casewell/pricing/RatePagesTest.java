package io.casewell.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

@CasewellTest
class RatePagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;

  private Somebody imported(int rateCents) {
    Map<String, Object> record = Somebody.record();
    record.put("rateCents", rateCents);
    return Somebody.of(record, importStaff, worker, port);
  }

  private long count(String sql, Caller caller) {
    Long count =
        db.sql(sql)
            .mapValue(Long.class)
            .one()
            .as(tx::transactional)
            .contextWrite(Tenancy.as(caller))
            .block();
    return count == null ? -1 : count;
  }

  private String given(Somebody somebody) {
    return String.valueOf(
        worker
            .db()
            .sql(
                """
                select r.kind || ' ' || r.cents || ' ' || b.cents from staff_rate r
                join bill_rate b on b.staff = r.staff where r.staff = :id
                """)
            .bind("id", somebody.staff().value())
            .mapValue(String.class)
            .one()
            .block());
  }

  @Test
  void showsAnImportedBillRateAsItsPayOnly() {
    var me = imported(987_600);
    for (var path : new String[] {"/rate", "/rate/summary", "/profile", "/hours", "/home"}) {
      assertThat(me.browser().get(path).body())
          .as(path)
          .doesNotContain("9,876")
          .doesNotContain("9876")
          .doesNotContain("987600")
          .doesNotContainIgnoringCase("markup");
    }
    assertThat(me.browser().get("/rate").body()).contains("an hour");
  }

  @Test
  void setsPayAndDerivesTheBillRate() {
    var me = imported(4200);
    var seen = me.browser().page("/rate").select("[name=seen]").val();
    var answer = me.browser().post("/rate", "seen", seen, "pay", "40.00");
    assertThat(answer.body()).contains("Your pay rate is saved.").contains("$40.00 an hour");
    assertThat(given(me)).startsWith("pay 4000 ");
    assertThat(me.browser().post("/rate", "seen", seen, "pay", "41").statusCode())
        .as("a stale edit")
        .isEqualTo(409);
    assertThat(
            worker
                .db()
                .sql("select before::text || after::text from audit_event where subject = :id")
                .bind("id", me.staff().value())
                .mapValue(String.class)
                .one()
                .block())
        .as("the trail that its subject may read")
        .contains("4000")
        .doesNotContain("4200");
  }

  @Test
  void leavesAnImportedRateAloneWhenTheSamePayIsSaved() {
    var me = imported(4200);
    var page = me.browser().page("/rate");
    me.browser()
        .post(
            "/rate",
            "seen",
            page.select("[name=seen]").val(),
            "pay",
            page.select("[name=pay]").val());
    assertThat(given(me)).isEqualTo("bill 4200 4200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-5", "1e18", "1e3", "NaN", "1,5", "1.234", "10000.01", "999999999999"})
  void refusesAPayNobodyMeans(String pay) {
    var me = imported(4200);
    var answer = me.browser().post("/rate", "pay", pay);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("[name=pay]").val()).isEqualTo(pay);
    assertThat(given(me)).isEqualTo("bill 4200 4200");
  }

  @Test
  void showsEachSideOnlyItsOwnFigure() {
    var me = imported(4200);
    assertThat(count("select count(*) from bill_rate", me.caller())).isZero();
    var firm = new Caller.FirmMember(FirmId.next(), AccountId.next(), Set.of(FirmRole.OWNER));
    for (var table : new String[] {"staff_rate", "rate_card", "rate_card_line", "staff"}) {
      assertThat(count("select count(*) from " + table, firm)).as(table).isZero();
    }
    assertThat(count("select count(*) from bill_rate", firm)).isPositive();
    assertThat(count("select count(*) from bill_rate", new Caller.Visitor())).isZero();
    for (var persona : new String[] {"firm-owner", "paralegal", "sales-rep"}) {
      assertThat(Browserless.as(persona, port).get("/rate-card").statusCode()).isEqualTo(404);
    }
    assertThat(Browserless.as("admin", port).get("/rate-card").statusCode()).isEqualTo(403);
    assertThat(Browserless.as("firm-owner", port).get("/rate").statusCode()).isEqualTo(404);
  }

  @Test
  void publishesACardOnceAndRewritesWhatIsDerivedFromIt() {
    var paid = imported(4200);
    var billed = imported(4300);
    paid.browser()
        .post(
            "/rate",
            "seen",
            paid.browser().page("/rate").select("[name=seen]").val(),
            "pay",
            "100");
    var finance = Browserless.as("finance", port);
    var page = finance.page("/rate-card");
    var fields =
        new String[] {
          "after", page.select("[name=after]").val(),
          "markup-paralegal", "50",
          "floor-paralegal", page.select("[name=floor-paralegal]").val(),
          "markup-case_manager", page.select("[name=markup-case_manager]").val(),
          "floor-case_manager", page.select("[name=floor-case_manager]").val(),
          "note", "Test <b>of</b> a version"
        };
    assertThat(finance.post("/rate-card", fields).statusCode()).isEqualTo(200);
    assertThat(given(paid)).isEqualTo("pay 10000 15000");
    assertThat(given(billed)).isEqualTo("bill 4300 4300");
    var again = finance.post("/rate-card", fields);
    assertThat(again.statusCode()).as("the second of a double click").isEqualTo(409);
    assertThat(Jsoup.parse(again.body()).select("[name=markup-paralegal]").val()).isEqualTo("50");
    assertThat(Jsoup.parse(again.body()).select("td b")).isEmpty();
    fields[1] = Jsoup.parse(again.body()).select("[name=after]").val();
    fields[3] = "35";
    assertThat(finance.post("/rate-card", fields).statusCode()).isEqualTo(200);
    assertThat(given(paid)).isEqualTo("pay 10000 13500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "401", "1e2", "NaN", "35,5", ""})
  void refusesAMarkupNobodyMeans(String markup) {
    var finance = Browserless.as("finance", port);
    var answer =
        finance.post(
            "/rate-card",
            "after",
            "1",
            "markup-paralegal",
            markup,
            "floor-paralegal",
            "24",
            "markup-case_manager",
            "35",
            "floor-case_manager",
            "19",
            "note",
            "x");
    assertThat(answer.statusCode()).isEqualTo(422);
  }
}
