package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What the database shows to whom: with a row of two tenants in every table, nobody sees across.
 */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
  /** Seen across tenants by design: firms see what anybody costs, staff how pay becomes a price. */
  private static final Map<String, Set<String>> BY_DESIGN =
      Map.of(
          "account", Set.of("sales"),
          "bill_rate", Set.of("firm", "sales"),
          "rate_card", Set.of("staff"),
          "rate_card_line", Set.of("staff"));

  /**
   * Inserted by anybody by design: an event tells of a change that its own policy let through, a
   * job is left by one.
   */
  private static final Set<String> OPEN_TO_INSERTS = Set.of("outbox", "scheduled_tasks");

  private final TenantRows one = TenantRows.next();
  private final TenantRows other = TenantRows.next();

  @Autowired DatabaseSettings running;
  @Autowired DatabaseClient db;
  private FreshDatabase fresh;
  private PostgresqlConnectionFactory connections;
  private DatabaseClient app;
  private Tenancy tx;

  @BeforeAll
  void writeRowsOfTwo() throws SQLException {
    fresh = FreshDatabase.migrated(running, "tenancy_test");
    try (var worker = fresh.worker()) {
      one.writeAll(worker);
      other.writeAll(worker);
    }
    connections =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(running.host())
                .port(running.port())
                .database(fresh.settings().name())
                .username(DatabaseSettings.APP)
                .password(running.appPassword())
                .build());
    pool =
        new ConnectionPool(
            io.r2dbc.pool.ConnectionPoolConfiguration.builder(connections).maxSize(2).build());
    app = DatabaseClient.create(pool);
    tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(pool)));
  }

  private ConnectionPool pool;

  @AfterAll
  void close() {
    pool.dispose();
  }

  @Test
  void theRequestsConnectionsArePooled() {
    assertThat(db.getConnectionFactory()).isInstanceOf(ConnectionPool.class);
  }

  @Test
  void everyTableButThePublicOnesIsBehindForcedRowSecurity() throws Exception {
    var open =
        asAdministrator(
            """
            select relname from pg_class where relkind in ('r', 'p')
              and relnamespace = 'public'::regnamespace
              and not (relrowsecurity and relforcerowsecurity)
            """);
    var allowed = publicTables();
    assertThat(allowed.values()).as("reasons in public-tables.txt").noneMatch(String::isBlank);
    assertThat(open).isSubsetOf(allowed.keySet());
    assertThat(everyTable()).as("tables").containsAll(allowed.keySet());
    var views =
        asAdministrator(
            """
            select relname from pg_class where relkind in ('v', 'm')
              and relnamespace = 'public'::regnamespace
              and not coalesce('security_invoker=true' = any(reloptions), false)
            """);
    assertThat(views).as("views that look through their owner's eyes").isEmpty();
  }

  @Test
  void everyTableHasRowsOfTwoTenantsHere() throws Exception {
    var tested = new ArrayList<>(everyTable());
    tested.removeAll(publicTables().keySet());
    assertThat(TenantRows.tables()).as("TenantRows, which needs a line").containsAll(tested);
    var empty = new ArrayList<String>();
    for (var table : tested) {
      if (asAdministrator("select 'row' from " + table + " limit 1").isEmpty()) {
        empty.add(table);
      }
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void showsNoRowToNobody() throws Exception {
    var seen = new ArrayList<String>();
    for (var table : behindPolicies()) {
      if (rows(table, "true") > 0) {
        seen.add(table + " outside a transaction");
      }
      if (rows(table, "true", new Caller.Visitor()) > 0) {
        seen.add(table + " by a visitor");
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void showsNoRowOfTheOneToTheOther() throws Exception {
    var callers = List.of(other.owner(), other.professional(), other.rep());
    var seen = new ArrayList<String>();
    for (var table : behindPolicies()) {
      var theirs = theirs(table);
      for (var caller : callers) {
        boolean byDesign = BY_DESIGN.getOrDefault(table, Set.of()).contains(caller.realm());
        if (!byDesign && rows(table, theirs, caller) > 0) {
          seen.add(table + " by the other's " + caller.realm());
        }
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void showsEachTheOwnRows() throws Exception {
    // without this, a policy that shows nobody anything would pass all the others
    for (var table : List.of("firm", "membership", "need", "need_parties", "match_run")) {
      assertThat(rows(table, theirs(table), one.owner())).as(table).isPositive();
    }
    for (var table : List.of("staff", "credential", "working_hours", "commitment", "staff_rate")) {
      assertThat(rows(table, theirs(table), one.professional())).as(table).isPositive();
    }
  }

  @Test
  void hidesFromAFirmWhatStaffAreAndFromStaffWhatFirmsPay() throws Exception {
    for (var table :
        List.of("staff", "credential", "past_party", "working_hours", "commitment", "staff_rate")) {
      assertThat(rows(table, "true", other.owner())).as(table).isZero();
    }
    assertThat(rows("bill_rate", "true", one.professional())).isZero();
    assertThat(rows("rate_card_line", "true", one.owner())).isZero();
    assertThat(rows("need", "true", one.professional())).isZero();
  }

  @Test
  void refusesARowWrittenInSomebodyElsesName() {
    var written = new ArrayList<String>();
    for (var table : TenantRows.tables()) {
      for (var caller : List.of(other.owner(), other.professional(), other.rep())) {
        var state = stateOf(one.insert(table), caller);
        if (!state.equals("42501") && !OPEN_TO_INSERTS.contains(table)) {
          written.add(table + " by the other's " + caller.realm() + ": " + state);
        }
      }
    }
    assertThat(written).isEmpty();
  }

  @Test
  void refusesTheOwnRowUnderSomebodyElsesParent() throws Exception {
    var bare = new TenantRows(one.account(), one.firm(), one.staff(), Ids.next());
    try (var worker = fresh.worker();
        var statement = worker.createStatement()) {
      statement.execute(bare.insert("need"));
    }
    var sql =
        "insert into need_parties values ('%s', '%s', '[]')".formatted(bare.need(), other.firm());
    assertThat(stateOf(sql, other.owner())).isEqualTo("23503");
  }

  @Test
  void letsNobodyChangeOrTakeAwayTheOthersRows() throws Exception {
    for (var table : behindPolicies()) {
      for (var caller : List.of(other.owner(), other.professional(), other.rep())) {
        var gone = stateOf("delete from " + table + " where " + theirs(table), caller);
        assertThat(gone).as("delete from %s by %s", table, caller.realm()).isIn("42501", "0 rows");
      }
    }
    assertThat(stateOf("update need set title = 'taken'", other.owner())).isEqualTo("1 rows");
    assertThat(asAdministrator("select title from need where id = '" + one.need() + "'"))
        .containsExactly("T");
    var move = "update need set firm = '" + one.firm() + "'";
    assertThat(stateOf(move, other.owner())).as("handing it to another firm").isEqualTo("42501");
  }

  @Test
  void theApplicationsRoleIsAPlainOne() throws Exception {
    for (var role : List.of(DatabaseSettings.APP, DatabaseSettings.WORKER)) {
      var rights =
          asAdministrator(
              "select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"
                  + "::text from pg_roles where rolname = '%s'".formatted(role));
      assertThat(rights).as(role).containsExactly("false");
      var more =
          asAdministrator(
              """
              select 'member of ' || roleid::regrole from pg_auth_members where member = '%1$s'::regrole
              union all
              select 'owns ' || oid::regclass from pg_class where relowner = '%1$s'::regrole
              union all
              select 'owns ' || oid::regprocedure from pg_proc where proowner = '%1$s'::regrole
              union all
              select 'may create' where has_schema_privilege('%1$s', 'public', 'create')
              union all
              select 'may truncate ' || oid::regclass from pg_class
                where relkind = 'r' and relnamespace = 'public'::regnamespace
                  and has_table_privilege('%1$s', oid, 'truncate')
              """
                  .formatted(role));
      assertThat(more).as(role).isEmpty();
    }
  }

  @Test
  void noFunctionOfTheOwnersTakesItsTablesFromTheCallersPath() throws Exception {
    var loose =
        asAdministrator(
            """
            select oid::regprocedure from pg_proc where prosecdef
              and pronamespace = 'public'::regnamespace
              and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)
            """);
    assertThat(loose).isEmpty();
  }

  private long rows(String table, String where, Caller caller) {
    return orNone(count(table, where).as(tx::transactional).contextWrite(Tenancy.as(caller)));
  }

  private long rows(String table, String where) {
    return orNone(count(table, where));
  }

  private static long orNone(Mono<Long> count) {
    // no right to look at all is seeing nothing, too
    return count
        .onErrorResume(trouble -> state(trouble).equals("42501"), _ -> Mono.just(0L))
        .blockOptional()
        .orElse(0L);
  }

  private Mono<Long> count(String table, String where) {
    return app.sql("select count(*) from " + table + " where " + where).mapValue(Long.class).one();
  }

  private String stateOf(String sql, Caller caller) {
    return app.sql(sql)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows + " rows")
        .as(tx::transactional)
        .contextWrite(Tenancy.as(caller))
        .onErrorResume(trouble -> Mono.just(state(trouble)))
        .blockOptional()
        .orElse("");
  }

  private static String state(Throwable trouble) {
    for (var t = trouble; t != null; t = t.getCause()) {
      if (t instanceof R2dbcException known) {
        return String.valueOf(known.getSqlState());
      }
    }
    return String.valueOf(trouble);
  }

  /** The rows of the one, by every id a row may carry. */
  private String theirs(String table) throws SQLException {
    var columns =
        asAdministrator(
            "select column_name from information_schema.columns where table_schema = 'public'"
                + " and table_name = '%s' and data_type = 'uuid'".formatted(table));
    return columns.isEmpty()
        ? "true"
        : columns.stream()
            .map(column -> column + " in (" + one.ids() + ")")
            .collect(Collectors.joining(" or "));
  }

  private List<String> behindPolicies() throws Exception {
    var tables = new ArrayList<>(everyTable());
    tables.removeAll(publicTables().keySet());
    return tables;
  }

  private List<String> everyTable() throws SQLException {
    return asAdministrator("select tablename from pg_tables where schemaname = 'public'");
  }

  private static Map<String, String> publicTables() throws IOException {
    return new ClassPathResource("db/public-tables.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(halves -> halves[0], halves -> halves[1]));
  }

  private List<String> asAdministrator(String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var connection = fresh.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
