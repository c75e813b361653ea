package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.spi.ConnectionFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The trail is a chain: whoever changes a link, even the administrator, breaks it. */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditChainTest {
  @Autowired DatabaseSettings running;
  @Autowired JsonMapper json;

  private FreshDatabase fresh;
  private Audit audit;
  private Tenancy tx;
  private TenantRows people = TenantRows.next();
  private UUID subject = Ids.next();

  @BeforeAll
  void open() {
    fresh = FreshDatabase.migrated(running, "audit_chain_test");
    ConnectionFactory plain = fresh.application();
    audit = new Audit(DatabaseClient.create(plain), json);
    tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(plain)));
  }

  @BeforeEach
  void writeThreeLinks() {
    people = TenantRows.next();
    subject = Ids.next();
    append("posted", null, Map.of("title", "One"));
    append("changed", Map.of("title", "One"), Map.of("title", "Two"));
    append("closed", Map.of("title", "Two"), null);
  }

  private void append(
      String what, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
    audit
        .append(
            new Audit.Entry("need", subject, new FirmId(people.firm()), null, what, before, after))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(people.owner()))
        .block();
  }

  @Test
  void isWholeAsItWasWritten() throws SQLException {
    assertThat(broken()).isEmpty();
    assertThat(
            ask(
                "select realm || ' ' || account || ' ' || seq from audit_event where subject ="
                    + " '%s'"))
        .hasSize(3)
        .allMatch(line -> line.startsWith("firm " + people.account()));
  }

  @Test
  void staysOneChainUnderManyWritersAtOnce() throws SQLException {
    Flux.range(0, 40)
        .flatMap(
            i ->
                audit
                    .append(
                        new Audit.Entry(
                            "need",
                            subject,
                            new FirmId(people.firm()),
                            null,
                            "changed",
                            null,
                            Map.of("i", i)))
                    .as(tx::transactional)
                    .contextWrite(Tenancy.as(people.owner())),
            8)
        .blockLast();
    assertThat(broken()).isEmpty();
    assertThat(ask("select max(seq)::text from audit_event where subject = '%s'"))
        .containsExactly("43");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set what = 'never happened' where subject = '%s' and seq = 2",
        "update audit_event set at = at - interval '1 day' where subject = '%s' and seq = 2",
        "update audit_event set account = gen_random_uuid() where subject = '%s' and seq = 1",
        "update audit_event set after = '{\"title\":\"Three\"}' where subject = '%s' and seq = 2",
        "update audit_event set before = after, after = before where subject = '%s' and seq = 1",
        "update audit_event set firm = null, staff = firm where subject = '%s' and seq = 1",
        "update audit_event set hash = sha256('x') where subject = '%s' and seq = 2",
        "update audit_event set origin = 'web|closed', what = '' where subject = '%s' and seq = 3",
        "delete from audit_event where subject = '%s' and seq = 2",
        "delete from audit_event where subject = '%s' and seq = 1"
      })
  void showsThatItWasTamperedWith(String sql) throws SQLException {
    try (var connection = fresh.superuser();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(subject))).isEqualTo(1);
    }
    assertThat(broken()).isNotEmpty();
  }

  @Test
  void isNotTheApplicationsToRewrite() throws SQLException {
    try (var connection = fresh.worker();
        var statement = connection.createStatement()) {
      for (var sql : List.of("update audit_event set what = 'x'", "delete from audit_event")) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute(sql)))
            .hasMessageContaining("permission denied");
      }
    }
  }

  /** The links that do not hold, worked out here and not by the function that wrote them. */
  private List<String> broken() throws SQLException {
    return ask(
        """
        select seq::text from (
          select seq, row_number() over (order by seq) as place,
            previous = coalesce(lag(hash) over (order by seq), sha256('')) as linked,
            hash = sha256(previous || convert_to(jsonb_build_array(subject_kind, subject, seq,
              extract(epoch from at), realm, account, firm, staff, origin, what, before, after
              )::text, 'UTF8')) as sound
          from audit_event where subject = '%s') link
        where seq <> place or not linked or not sound
        """);
  }

  private List<String> ask(String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var connection = fresh.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.formatted(subject))) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
