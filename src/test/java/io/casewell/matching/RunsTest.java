package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
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
