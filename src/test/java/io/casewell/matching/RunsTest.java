package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.platform.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class RunsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired Runs runs;

  private List<UUID> kept(UUID need) {
    return Objects.requireNonNull(
        worker
            .db()
            .sql("select id from match_run where need = :need")
            .bind("need", need)
            .mapValue(UUID.class)
            .all()
            .collectList()
            .block(LONG));
  }

  /** The first open need's page. */
  private static String path(Browserless firm) {
    var link = firm.page("/needs?state=open").selectFirst("a[href~=/needs/[0-9a-f-]{36}$]");
    return Objects.requireNonNull(link, "the firm has an open need").attr("href");
  }

  @Test
  void keepsWhatAFirmWasShownOnceAndMakesItAgainByteForByte() {
    var firm = Browserless.as("firm-owner", port);
    var path = path(firm);
    var need = UUID.fromString(path.substring(path.length() - 36));

    assertThat(firm.get(path + "/matches").statusCode()).isEqualTo(200);
    assertThat(firm.get(path + "/matches").statusCode()).isEqualTo(200);
    long end = System.nanoTime() + LONG.toNanos();
    var all = kept(need);
    while (all.isEmpty() && System.nanoTime() < end) {
      all = kept(need);
    }

    assertThat(all).isNotEmpty();
    for (var run : all) {
      assertThat(runs.replay(run).block(LONG)).as("the same bytes again").isTrue();
    }
  }

  @Test
  void replaysAfterASkillItAskedForWasMerged() {
    var admin = Browserless.as("admin", port);
    var name = "Telegraph reading " + UUID.randomUUID().toString().substring(0, 8);
    var added = admin.post("/operations/catalogue/skills", "name", name, "group", "research");
    var code = added.uri().getPath().replaceAll(".*/", "");
    var body =
        """
        {"title":"Before the merge","role":"paralegal","seats":1,"hoursPerWeek":10,
         "niceSkills":[{"skill":"%s","weight":3},{"skill":"legal-research","weight":1}],
         "window":{"zone":"America/New_York","days":["MON","TUE"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(code, java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(10));
    var posted =
        Probe.program("firm-owner", port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    var need = UUID.fromString(posted.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
    var firm = Browserless.as("firm-owner", port);
    assertThat(firm.get("/needs/" + need + "/matches").statusCode()).isEqualTo(200);
    long end = System.nanoTime() + LONG.toNanos();
    var all = kept(need);
    while (all.isEmpty() && System.nanoTime() < end) {
      all = kept(need);
    }
    assertThat(all).isNotEmpty();
    var merged =
        admin.post("/operations/catalogue/skills/" + code + "/merger", "into", "cite-checking");
    assertThat(merged.statusCode()).isEqualTo(200);
    for (var run : all) {
      assertThat(runs.replay(run).block(LONG)).as("the same bytes again").isTrue();
    }
  }

  @Test
  void aTamperedRunDoesNotReplay() {
    var firm = Browserless.as("firm-owner", port);
    var path = path(firm);
    var need = UUID.fromString(path.substring(path.length() - 36));
    firm.get(path + "/matches?limit=7");
    long end = System.nanoTime() + LONG.toNanos();
    var all = kept(need);
    while (all.isEmpty() && System.nanoTime() < end) {
      all = kept(need);
    }
    var copy = UUID.randomUUID();
    worker
        .db()
        .sql(
            """
            insert into match_run select :copy, firm, need, need_version + 1000000, result_hash, at,
              position, rules, catalogue, tzdata,
              jsonb_set(ask, '{terms,hoursPerWeek}', '168'), eligible, counts, shown
            from match_run where id = :id
            """)
        .bind("copy", copy)
        .bind("id", all.getFirst())
        .then()
        .block(LONG);
    assertThat(runs.replay(copy).block(LONG)).isFalse();
    worker.db().sql("delete from match_run where id = :id").bind("id", copy).then().block(LONG);
  }
}
