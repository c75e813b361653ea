package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The heads of all trails form a chain of their own, and the check sees through both. */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCheckTest {
  @Autowired DatabaseSettings running;
  @Autowired JsonMapper json;

  private FreshDatabase fresh;
  private Audit audit;
  private Tenancy tx;
  private AuditCheck check;
  private ChainAuditHeads chain;
  private TenantRows people = TenantRows.next();
  private UUID one = Ids.next();
  private UUID other = Ids.next();

  @BeforeAll
  void open() {
    fresh = FreshDatabase.migrated(running, "audit_check_test");
    var plain = fresh.application();
    var db = DatabaseClient.create(plain);
    audit = new Audit(db, json);
    tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(plain)));
    check = new AuditCheck(db, tx);
    var workers =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(fresh.asWorker())
                .initialSize(1)
                .maxSize(1)
                .build());
    chain =
        new ChainAuditHeads(
            new Worker(
                DatabaseClient.create(workers),
                TransactionalOperator.create(new R2dbcTransactionManager(workers))));
  }

  @BeforeEach
  void chainThreeRowsOfOneAndTwoOfAnother() throws SQLException {
    try (var connection = fresh.superuser();
        var statement = connection.createStatement()) {
      statement.execute("truncate audit_event, audit_head");
    }
    people = TenantRows.next();
    one = Ids.next();
    other = Ids.next();
    append(one, 2);
    append(other, 2);
    chain.run().block();
    append(one, 1);
    chain.run().block();
    chain.run().block();
  }

  private void append(UUID subject, int times) {
    var entry =
        new Audit.Entry(
            "need", subject, new FirmId(people.firm()), null, "changed", null, Map.of("a", 1));
    Mono.defer(() -> audit.append(entry))
        .repeat(times - 1L)
        .then()
        .as(tx::transactional)
        .contextWrite(Tenancy.as(people.owner()))
        .block();
  }

  private AuditReport report() {
    var admin =
        new Caller.Operations(new AccountId(people.account()), Set.of(OperationsRole.ADMIN));
    return check.check().contextWrite(Tenancy.as(admin)).blockOptional().orElseThrow();
  }

  @Test
  void findsNothingInAnUntouchedTrail() {
    var report = report();
    assertThat(report.sound()).as("%s", report).isTrue();
    assertThat(List.of(report.events(), report.subjects(), report.heads()))
        .containsExactly(5L, 2L, 3L);
    assertThat(report.newest()).startsWith("3 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set what = 'never' where subject = '%1$s' and seq = 2",
        "update audit_event set previous = sha256('x') where subject = '%1$s' and seq = 2",
        "delete from audit_event where subject = '%1$s' and seq = 1",
        "delete from audit_event where subject = '%1$s' and seq = 2",
        // what a subject's own chain cannot show: its end, or all of it, gone
        "delete from audit_event where subject = '%1$s' and seq = 3",
        "delete from audit_event where subject = '%2$s'",
        "update audit_head set seq = 1 where number = 3",
        "update audit_head set head = sha256('x') where number = 2",
        "delete from audit_head where number = 1",
        "delete from audit_head where number = 2",
        "update audit_event set at = at - interval '10 minutes' where subject = '%1$s' and seq = 3"
      })
  void showsThatItWasTamperedWith(String sql) throws SQLException {
    try (var connection = fresh.superuser();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(one, other))).isPositive();
    }
    var report = report();
    assertThat(report.sound()).isFalse();
    assertThat(report.examples()).isNotEmpty();
  }

  @Test
  void showsRowsThatNoHeadCovers() throws SQLException {
    try (var connection = fresh.superuser();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from audit_head where number = 3");
      statement.executeUpdate("update audit_event set at = at - interval '1 day'");
    }
    assertThat(report().late()).isEqualTo(1);
  }
}
