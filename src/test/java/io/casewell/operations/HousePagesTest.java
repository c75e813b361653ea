package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class HousePagesTest {
  @LocalServerPort int port;
  @Autowired Worker worker;

  private UUID stuck(UUID aggregate, long version) {
    var id = UUID.randomUUID();
    worker
        .db()
        .sql(
            """
            insert into outbox (id, aggregate_kind, aggregate, version, type, payload, attempts,
              next_try_at, error)
            values (:id, 'sample', :aggregate, :version, 'SampleBroke', '{}', 3,
              now() + interval '1 day', 'the post office is closed')
            """)
        .bind("id", id)
        .bind("aggregate", aggregate)
        .bind("version", version)
        .then()
        .block();
    return id;
  }

  @Test
  void showsWhatFailedAndTriesItAgainInOrder() throws Exception {
    var aggregate = UUID.randomUUID();
    var first = stuck(aggregate, 1);
    var second = stuck(aggregate, 2);
    var admin = Browserless.as("admin", port);
    var page = admin.page("/operations/outbox?state=failed");
    assertThat(page.select("tbody").text())
        .contains("Sample broke")
        .contains("the post office is closed")
        .contains("tried 3 times");
    assertThat(page.select("tr:has(form[action*=" + second + "])").text())
        .contains("After an earlier one of the same thing");
    assertThat(admin.post("/operations/outbox/" + second + "/retry").statusCode()).isEqualTo(200);
    Thread.sleep(1_500);
    assertThat(delivered(second)).as("the earlier one still goes first").isFalse();
    assertThat(admin.post("/operations/outbox/" + first + "/retry").statusCode()).isEqualTo(200);
    for (int i = 0; i < 50 && !(delivered(first) && delivered(second)); i++) {
      Thread.sleep(200);
    }
    assertThat(delivered(first)).isTrue();
    assertThat(delivered(second)).isTrue();
    assertThat(admin.post("/operations/outbox/" + first + "/retry").statusCode()).isEqualTo(404);
  }

  private boolean delivered(UUID id) {
    return Boolean.TRUE.equals(
        worker
            .db()
            .sql("select delivered_at is not null from outbox where id = :id")
            .bind("id", id)
            .mapValue(Boolean.class)
            .one()
            .block());
  }

  @Test
  void listsJobsAndRunsOneNow() throws Exception {
    var admin = Browserless.as("admin", port);
    var page = admin.page("/operations/jobs");
    for (int i = 0; i < 50 && !page.text().contains("clean up"); i++) {
      Thread.sleep(200);
      page = admin.page("/operations/jobs");
    }
    assertThat(page.select("tbody th").text()).contains("clean up", "erase accounts that left");
    assertThat(admin.post("/operations/jobs/run", "name", "no such job", "key", "x").statusCode())
        .isEqualTo(409);
    assertThat(
            admin.post("/operations/jobs/run", "name", "clean up", "key", "recurring").statusCode())
        .isIn(200, 409);
  }

  @Test
  void saysHowTheHouseIs() {
    var admin = Browserless.as("admin", port);
    var page = admin.page("/operations/health");
    assertThat(page.select("tbody th").eachText())
        .contains("Database", "Outbox", "Jobs", "Matching index", "Connections for requests");
    assertThat(page.select("tbody").text()).doesNotContain("No answer");
  }

  @Test
  void checksTheChain() {
    var admin = Browserless.as("admin", port);
    var checked = org.jsoup.Jsoup.parse(admin.post("/operations/audit/check").body());
    assertThat(checked.text()).contains("Rows checked").contains("Flaws");
  }

  @Test
  void isNobodyElsesDesk() {
    for (var path : new String[] {"/operations/outbox", "/operations/jobs", "/operations/health"}) {
      assertThat(Browserless.as("sales-lead", port).get(path).statusCode()).isEqualTo(404);
      assertThat(Browserless.as("finance", port).get(path).statusCode()).isEqualTo(403);
      // E20: nothing a reader may ask for is unbounded
      assertThat(
              Browserless.as("admin", port)
                  .get(path + "?page=99999&size=1000000&state=%27")
                  .statusCode())
          .isEqualTo(200);
    }
  }
}
