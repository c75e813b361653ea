package io.casewell.operations;

import static io.casewell.operations.LineReport.Result.created;
import static io.casewell.operations.LineReport.Result.rejected;
import static io.casewell.operations.LineReport.Result.unchanged;
import static io.casewell.operations.LineReport.Result.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@CasewellTest
class ImportStaffTest {
  private static final AccountId ADMIN =
      new AccountId(UUID.nameUUIDFromBytes("persona admin".getBytes(StandardCharsets.UTF_8)));

  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private String prefix = "";

  @BeforeEach
  void own() {
    prefix = UUID.randomUUID() + "-";
  }

  private List<ImportReport> run(boolean dryRun, List<String> lines) {
    var all =
        importStaff
            .lines(Flux.fromIterable(lines), ADMIN, dryRun)
            .contextWrite(Tenancy.as(new Caller.Operations(ADMIN, Set.of(OperationsRole.ADMIN))))
            .collectList()
            .block();
    return all == null ? List.of() : all;
  }

  private static List<LineReport.Result> results(List<ImportReport> reports) {
    return reports.stream()
        .filter(LineReport.class::isInstance)
        .map(report -> ((LineReport) report).result())
        .toList();
  }

  private static ImportSummary summary(List<ImportReport> reports) {
    return (ImportSummary) reports.getLast();
  }

  private long count(String sql) {
    var count = worker.db().sql(sql).bind("like", prefix + "%").mapValue(Long.class).one().block();
    return count == null ? 0 : count;
  }

  private long staff() {
    return count("select count(*) from staff where external_id like :like");
  }

  @Test
  void knowsTheSameContentAgainAndTakesAChange() {
    var record = SampleLines.record(prefix + "1");
    assertThat(results(run(false, List.of(SampleLines.text(record))))).containsExactly(created);
    assertThat(results(run(false, List.of(" " + SampleLines.text(record) + " "))))
        .containsExactly(unchanged);
    record.put("yearsExperience", 10);
    record.put("credentials", List.of());
    assertThat(results(run(false, List.of(SampleLines.text(record))))).containsExactly(updated);
    assertThat(staff()).isEqualTo(1);
    assertThat(count(of("credential"))).isZero();
    assertThat(count(of("past_party"))).isEqualTo(1);
    assertThat(count(of("working_hours"))).isEqualTo(1);
    assertThat(count(of("bill_rate"))).isEqualTo(1);
  }

  private static String of(String table) {
    return "select count(*) from "
        + table
        + " t join staff s on s.id = t.staff where external_id like :like";
  }

  @Test
  void writesNobodyInADryRun() {
    var lines = List.of(SampleLines.line(prefix + "1"), "{}");
    var reports = run(true, lines);
    assertThat(results(reports)).containsExactly(created, rejected);
    assertThat(summary(reports).lines()).isEqualTo(2);
    assertThat(staff()).isZero();
    run(false, lines);
    assertThat(results(run(true, lines))).containsExactly(unchanged, rejected);
  }

  @Test
  void letsNoBadLineStopAGoodOne() {
    var tooLong = SampleLines.record(prefix + "long");
    tooLong.put("name", "x".repeat(70_000));
    var reports =
        run(
            false,
            List.of(
                SampleLines.line(prefix + "1"),
                "not json",
                "[1]",
                "",
                SampleLines.text(tooLong),
                "{\"externalId\":\"a\",\"externalId\":\"b\"}",
                SampleLines.line(prefix + "2")));
    assertThat(results(reports))
        .containsExactly(created, rejected, rejected, rejected, rejected, created);
    assertThat(((LineReport) reports.get(3)).line()).as("blank lines are counted").isEqualTo(5);
    assertThat(summary(reports).rejected()).isEqualTo(4);
  }

  @Test
  void takesMoreLinesThanABatchHolds() {
    var lines =
        IntStream.range(0, 501)
            .mapToObj(i -> SampleLines.varied(prefix, i))
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    var reports = run(false, lines);
    assertThat(results(reports)).hasSize(501).containsOnly(created);
    assertThat(staff()).isEqualTo(501);
    assertThat(
            worker
                .db()
                .sql("select count(*) from audit_event where subject = :id")
                .bind("id", summary(reports).id())
                .mapValue(Long.class)
                .one()
                .block())
        .as("an audit row for each batch")
        .isEqualTo(2);
  }

  @Test
  void letsTheLaterLineAboutSomebodyWin() {
    var second = SampleLines.record(prefix + "1");
    second.put("name", "Dana Reyes-Okafor");
    assertThat(
            results(run(false, List.of(SampleLines.line(prefix + "1"), SampleLines.text(second)))))
        .containsExactly(created, updated);
    assertThat(
            count("select count(*) from staff where external_id like :like and name like '%Ok%'"))
        .isEqualTo(1);
  }

  @Test
  void keepsNoPartyNameAndShowsFirmsOnlyAnInitial() {
    run(false, List.of(SampleLines.line(prefix + "1")));
    assertThat(
            worker
                .db()
                .sql(
                    """
                    select c.name || ' ' || c.state as card from staff_card c
                    join staff s on s.id = c.staff where s.external_id = :id
                    """)
                .bind("id", prefix + "1")
                .mapValue(String.class)
                .one()
                .block())
        .isEqualTo("Dana R. active");
    assertThat(
            count(
                "select count(*) from staff s where external_id like :like and s::text ilike"
                    + " '%acme%'"))
        .isZero();
  }

  @Test
  void keepsHostileTextAsItIs() {
    var record = SampleLines.record(prefix + "<script>");
    record.put("name", "<script>alert(1)</script> \u202e𝕳'); drop table staff; --");
    assertThat(results(run(false, List.of(SampleLines.text(record))))).containsExactly(created);
    assertThat(
            count(
                "select count(*) from staff where external_id like :like and name like"
                    + " '<script>%'"))
        .isEqualTo(1);
  }

  @Test
  void rejectsTextThatCannotBeStored() {
    var nul = SampleLines.line(prefix + "1").replace("Dana Reyes", "Dana\\u0000Reyes");
    var lone = SampleLines.line(prefix + "2").replace("Dana Reyes", "Dana\\ud800Reyes");
    var reports = run(false, List.of(nul, lone, SampleLines.line(prefix + "3")));
    assertThat(results(reports)).containsExactly(rejected, rejected, created);
    assertThat(((LineReport) reports.getFirst()).problems())
        .extracting(LineReport.Problem::field)
        .containsExactly("name");
  }

  @Test
  void countsItsLinesInTheHistory() {
    var reports = run(false, List.of(SampleLines.line(prefix + "1"), "x"));
    Map<String, Object> row =
        worker
            .db()
            .sql(
                """
                select lines, created, rejected, finished_at is not null as finished
                from staff_import where id = :id
                """)
            .bind("id", summary(reports).id())
            .fetch()
            .one()
            .block();
    assertThat(row)
        .containsEntry("lines", 2)
        .containsEntry("created", 1)
        .containsEntry("rejected", 1)
        .containsEntry("finished", true);
  }
}
