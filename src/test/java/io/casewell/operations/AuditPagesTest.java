package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class AuditPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody changed() {
    var somebody = Somebody.of(Somebody.record(), importStaff, worker, port);
    var seen =
        somebody.browser().page("/profile").selectFirst("[action='/profile/about'] [name=seen]");
    assertThat(
            somebody
                .browser()
                .post(
                    "/profile/about",
                    "name",
                    "Dana Whitcombe",
                    "roles",
                    "paralegal",
                    "years",
                    "9",
                    "status",
                    "active",
                    "seen",
                    seen == null ? "" : seen.val())
                .statusCode())
        .isEqualTo(200);
    return somebody;
  }

  @Test
  void showsWhoChangedWhatFromWhatToWhatAndFromWhere() {
    var somebody = changed();
    var admin = Browserless.as("admin", port);
    var list = admin.page("/operations/audit?subject=" + somebody.staff());
    assertThat(list.select("tbody tr").text())
        .contains("Dana Whitcombe")
        .contains("changed the name, the years of experience to 9.")
        .contains("In the browser, from 127.0.0.1");
    var entry = admin.page(list.select("tbody a").attr("href"));
    assertThat(entry.select("del").eachText()).contains("Dana Reyes");
    assertThat(entry.select("ins").eachText()).contains("Dana Whitcombe", "9");
  }

  @Test
  void filtersByKindPersonFirmAndDay() {
    var somebody = changed();
    var admin = Browserless.as("admin", port);
    var path = "/operations/audit?subject=" + somebody.staff();
    assertThat(admin.page(path + "&kind=staff").select("tbody th")).hasSize(1);
    assertThat(admin.page(path + "&kind=need").select("tbody th")).isEmpty();
    assertThat(admin.page(path + "&person=" + somebody.account()).select("tbody th")).hasSize(1);
    assertThat(admin.page(path + "&person=Castellane").select("tbody th")).isEmpty();
    assertThat(admin.page(path + "&firm=Alder").select("tbody th")).isEmpty();
    assertThat(admin.page(path + "&from=2999-01-01").select("tbody th")).isEmpty();
    assertThat(admin.page(path + "&until=2001-01-01").select("tbody th")).isEmpty();
    assertThat(admin.page("/operations/audit?subject=Whitcombe").select("tbody th")).isNotEmpty();
  }

  @Test
  void leadsFromPageToPageWithoutLosingOrRepeatingARow() {
    var account = UUID.randomUUID();
    worker
        .db()
        .sql(
            """
            select audit_append('sample', :subject, null, null, 'step ' || n, null, null, 'house')
            from generate_series(1, 120) n
            """)
        .bind("subject", account)
        .then()
        .block();
    var admin = Browserless.as("admin", port);
    var seen = new java.util.ArrayList<String>();
    var next = "/operations/audit?kind=sample&subject=" + account;
    while (!next.isEmpty()) {
      var page = admin.page(next);
      seen.addAll(page.select("tbody [data-label=What]").eachText());
      next = page.select("[rel=next]").attr("href");
    }
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(seen.getFirst()).contains("step 120");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=x",
        "after=1.1~a~b~c",
        "after=99999999999.1~k~%27~1",
        "from=9999-99-99",
        "kind=%27",
        "subject=%25",
        "person=_%5C",
        "after=9999999999999999999.1~a~"
      })
  void readsNonsenseAsNoWish(String query) {
    assertThat(Browserless.as("admin", port).get("/operations/audit?" + query).statusCode())
        .isEqualTo(200);
  }

  /** E4: what a spreadsheet would run stays text. */
  @Test
  void givesTheTrailAsAFileThatRunsNothing() {
    var subject = UUID.randomUUID();
    worker
        .db()
        .sql(
            """
            select audit_append('sample', :subject, null, null, '=cmd|'' /C calc''!A0', null,
              '{"name":"a, b"}', '@evil')
            """)
        .bind("subject", subject)
        .then()
        .block();
    var answer = Browserless.as("admin", port).get("/operations/audit.csv?subject=" + subject);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    var lines = answer.body().strip().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().split(",")).noneMatch(cell -> cell.matches("\"?[=@+].*"));
    assertThat(lines.getLast()).contains("\"{\"\"name\"\": \"\"a, b\"\"}\"");
    assertThat(Browserless.as("finance", port).get("/operations/audit.csv").statusCode())
        .isEqualTo(403);
  }

  @Test
  void tellsEachTheirOwnHistoryAndNobodyElses() {
    var somebody = changed();
    var path = "/history/staff/" + somebody.staff();
    assertThat(somebody.browser().page(path).select(".cw-timeline").text())
        .contains("changed the name");
    var part = somebody.browser().get(path, "HX-Request", "true").body();
    assertThat(Jsoup.parse(part).select("h1")).isEmpty();
    for (var other : new String[] {"firm-owner", "paralegal", "sales-lead"}) {
      assertThat(Browserless.as(other, port).get(path).statusCode()).as(other).isEqualTo(404);
    }
    assertThat(Browserless.as("admin", port).get(path).statusCode()).isEqualTo(200);
    assertThat(Browserless.as("finance", port).get("/operations/audit").statusCode())
        .isEqualTo(403);
    assertThat(
            Browserless.as("admin", port)
                .get("/operations/audit/staff/" + somebody.staff() + "/999")
                .statusCode())
        .isEqualTo(404);
  }
}
