package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Whatever the application asks of the database while people look at its pages is explained, as the
 * role that asked, on large tables: none of it may read one of them from end to end.
 */
@CasewellTest
@Import(PlansTest.Listening.class)
@TestPropertySource(properties = {"sandbox.data=target/plans-data", "sandbox.staff=30"})
@DirtiesContext
class PlansTest {
  private static final int MANY = 15_000;
  private static final Pattern READ_WHOLE = Pattern.compile("Seq Scan on (\\w+)");

  /** Read whole by design, each with the reason. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry(
              "select distinct on (staff) facts from rankable",
              "the index loads everybody once, at the start"),
          Map.entry(
              "a.disabled_at, (select string_agg(f.name",
              "operations search names and e-mails by any part of them"),
          Map.entry("where external_id like", "the sandbox counts its own people, at its start"),
          Map.entry(
              "s.external_id like 'sample-______'",
              "the sandbox's documents for its own people, at its start"),
          Map.entry(
              "select count(*) from need",
              "the sandbox asks whether there are needs, at its start"),
          Map.entry(
              "set submitted_at = now() - w.place",
              "the sandbox spreads its queue over the days before, at its start"),
          Map.entry(
              "where n.xid >= :from",
              "followed from where it was left: a few rows, but here all were written in one go"));

  /** What was asked: the statement, and the values of its first time. */
  private static final Map<String, Asked> ASKED = new ConcurrentHashMap<>();

  private record Asked(boolean byWorker, List<Object[]> binds) {}

  @LocalServerPort int port;
  @Autowired DatabaseSettings running;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;
  @Autowired Worker worker;

  /** Hears every statement on its way to the database. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    static BeanPostProcessor listener() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (bean instanceof DatabaseClient client) {
            return heard(client, false);
          }
          if (bean instanceof Worker plain) {
            var connections = plain.db().getConnectionFactory();
            return new Worker(
                heard(plain.db(), true),
                TransactionalOperator.create(new R2dbcTransactionManager(connections)));
          }
          return bean;
        }
      };
    }

    private static DatabaseClient heard(DatabaseClient client, boolean byWorker) {
      return proxy(
          DatabaseClient.class,
          (_, method, arguments) -> {
            var answer = invoke(client, method, arguments);
            return method.getName().equals("sql") && arguments[0] instanceof String sql
                ? spec((DatabaseClient.GenericExecuteSpec) answer, sql, byWorker, List.of())
                : answer;
          });
    }

    private static DatabaseClient.GenericExecuteSpec spec(
        DatabaseClient.GenericExecuteSpec plain,
        String sql,
        boolean byWorker,
        List<Object[]> binds) {
      return proxy(
          DatabaseClient.GenericExecuteSpec.class,
          (_, method, arguments) -> {
            var answer = invoke(plain, method, arguments);
            if (method.getName().startsWith("bind")
                && answer instanceof DatabaseClient.GenericExecuteSpec next) {
              var more = new ArrayList<>(binds);
              more.add(arguments);
              return spec(next, sql, byWorker, more);
            }
            ASKED.putIfAbsent(sql, new Asked(byWorker, binds));
            return answer;
          });
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments)
        throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  @Test
  void nothingReadsALargeTableFromEndToEnd() throws Exception {
    fill();
    // what the sandbox asked while it filled itself is no page's
    ASKED.clear();
    visit();
    assertThat(ASKED).as("statements heard").hasSizeGreaterThan(40);
    var large = largeTables();
    assertThat(large).contains("need", "staff", "session", "outbox", "rankable", "audit_event");
    var wrong = new LinkedHashMap<String, String>();
    ASKED.forEach((sql, asked) -> {
      if (sql.strip().matches("(?is)(select|with|insert|update|delete)\\b.*")) {
        var plan = plan(sql, asked);
        READ_WHOLE
            .matcher(plan)
            .results()
            .filter(scan -> large.contains(scan.group(1)))
            .filter(_ -> MEANT.keySet().stream().noneMatch(words(sql)::contains))
            .forEach(scan -> wrong.put(words(sql), scan.group(1) + "\n" + plan));
      }
    });
    assertThat(wrong).isEmpty();
  }

  private static String words(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }

  private String plan(String sql, Asked asked) {
    var client = asked.byWorker() ? worker.db() : db;
    var statement = client.sql("explain " + sql);
    for (var bind : asked.binds()) {
      statement =
          bind[1] instanceof Class<?> type
              ? statement.bindNull(String.valueOf(bind[0]), type)
              : statement.bind(String.valueOf(bind[0]), bind[1]);
    }
    var lines = statement.mapValue(String.class).all().collectList();
    var admin =
        new Caller.Operations(
            new AccountId(UUID.nameUUIDFromBytes("persona admin".getBytes(StandardCharsets.UTF_8))),
            Set.of(OperationsRole.ADMIN));
    var explained =
        asked.byWorker()
            ? worker.transactional(lines)
            : lines.as(tx::transactional).contextWrite(Tenancy.as(admin));
    return explained
        .map(all -> String.join("\n", all))
        .onErrorResume(trouble -> Mono.error(new AssertionError("not explained: " + sql, trouble)))
        .blockOptional()
        .orElse("");
  }

  private void visit() throws InterruptedException {
    var owner = Browserless.as("firm-owner", port);
    var link =
        Objects.requireNonNull(
            owner.page("/needs?state=open").selectFirst("a[href~=/needs/[0-9a-f-]{36}$]"));
    var need = link.attr("href");
    for (var path :
        List.of(
            "/home",
            "/needs",
            "/needs?q=a&sort=title&page=2",
            "/needs.csv",
            need,
            need + "/matches",
            need + "/matches.csv",
            need + "/near-misses",
            need + "/team",
            need + "/edit",
            "/needs/together",
            "/firm",
            "/firm/blocked",
            "/tokens",
            "/hats")) {
      assertThat(owner.get(path).statusCode()).as(path).isEqualTo(200);
    }
    var program = Probe.program("firm-owner", port);
    assertThat(program.get("/api/v1/needs?limit=20").statusCode()).isEqualTo(200);
    assertThat(program.get("/api/v1" + need + "/matches?limit=50").statusCode()).isEqualTo(200);
    var paralegal = Browserless.as("paralegal", port);
    for (var path :
        List.of(
            "/home",
            "/profile",
            "/hours",
            "/hours/summary",
            "/rate",
            "/rate/summary",
            "/blocked-firms")) {
      assertThat(paralegal.get(path).statusCode()).as(path).isEqualTo(200);
    }
    var admin = Browserless.as("admin", port);
    for (var path : List.of("/home", "/operations/people", "/operations/imports")) {
      assertThat(admin.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(Browserless.as("finance", port).get("/rate-card").statusCode()).isEqualTo(200);
    new Browserless(port).get("/advisor");
    owner.post(need + "/pause");
    owner.post(need + "/publication");
    // the relay, the index and the jobs look at least once a second
    Thread.sleep(2_500);
  }

  private void fill() throws SQLException {
    try (var connection = FreshDatabase.superuser(running);
        var statement = connection.createStatement()) {
      // as a backup is read in: neither foreign keys nor triggers look at each row
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      for (var sql : rows()) {
        statement.execute(sql.formatted(MANY));
      }
      statement.execute("analyze");
    }
  }

  /** Rows enough that reading all would be felt; the log of facts lies before where it is read. */
  private static List<String> rows() {
    return List.of(
        "insert into account (id, issuer, subject, name, email) select gen_random_uuid(), 'many',"
            + " 's' || i, 'Many ' || i, i || '@many.example' from generate_series(1, %d) i",
        "insert into firm (id, name, jurisdiction, size, zone) select gen_random_uuid(), 'Firm '"
            + " || i, 'NY', '1', 'America/New_York' from generate_series(1, %d / 20) i",
        "insert into membership (firm, account, roles) select f.id, a.id, '{owner}' from"
            + " (select id, row_number() over () n from firm where name like 'Firm %%') f join"
            + " (select id, row_number() over () n from account where issuer = 'many') a"
            + " on a.n %% (%d / 20) + 1 = f.n",
        "insert into session (id_hash, account, realm, expires_at) select sha256(id::text::bytea),"
            + " id, 'visitor', now() + interval '1 day' from account where issuer = 'many' limit"
            + " %d",
        "insert into api_token (id, token_hash, account, realm, name, scopes, expires_at) select"
            + " gen_random_uuid(), sha256(id::text::bytea), id, 'sales', 'T', '{}', now() +"
            + " interval '1 day' from account where issuer = 'many' limit %d",
        "insert into sign_in_attempt select sha256(('a' || i)::bytea), sha256(('b' || i)::bytea),"
            + " '', now() + interval '9 minutes' from generate_series(1, %d) i",
        "insert into idempotency select gen_random_uuid(), 'k' || i, sha256('x'), 'a' from"
            + " generate_series(1, %d) i",
        "insert into staff (id, external_id, name, email, status, profile) select"
            + " gen_random_uuid(), 'many-' || i, 'Many ' || i, i || '@many.example', 'paused', '{}'"
            + " from generate_series(1, %d) i",
        "insert into staff_card select id, external_id, name, '{paralegal}', status from staff"
            + " where external_id like 'many-%%' limit %d",
        "insert into working_hours select id, 'America/New_York', '[]', 40, 0 from staff where"
            + " external_id like 'many-%%' limit %d",
        "insert into credential (id, staff, code, number, state) select gen_random_uuid(), id,"
            + " 'NALA-CP', '1', 'claimed' from staff where external_id like 'many-%%' limit %d",
        "insert into staff_rate select id, 'bill', 4000 from staff where external_id like"
            + " 'many-%%' limit %d",
        "insert into bill_rate select id, 'paralegal', 4000 from staff where external_id like"
            + " 'many-%%' limit %d",
        "insert into past_party select id, sha256(id::text::bytea), '' from staff where external_id"
            + " like 'many-%%' limit %d",
        "insert into firm_block select s.id, f.id, 'firm' from (select id, row_number() over () n"
            + " from staff where external_id like 'many-%%' limit %d) s join (select id,"
            + " row_number() over () n from firm where name like 'Firm %%') f on s.n %% 5000 + 1 ="
            + " f.n",
        "insert into commitment (id, staff, kind, source, zone, rows, hours_per_week, from_date)"
            + " select gen_random_uuid(), id, 'offer', gen_random_uuid(), 'America/New_York', '[]',"
            + " 10, now() from staff where external_id like 'many-%%' limit %d",
        "insert into need (id, firm, version, state, title, role, seats, hours_per_week,"
            + " start_date, terms, created_by, created_at) select gen_random_uuid(), m.firm, 1,"
            + " 'paused', 'T', 'paralegal', 1, 20, now(), '{}', m.account, now() - interval '1 day'"
            + " from membership m join account a on a.id = m.account and a.issuer = 'many' limit"
            + " %d",
        "insert into need_parties select id, firm, '[]' from need where title = 'T' limit %d",
        "insert into match_run select gen_random_uuid(), firm, id, 1, sha256('x'), now(), '3', 'r',"
            + " 'c', 't', '{}', 0, '{}', '[]' from need where title = 'T' limit %d",
        "insert into rankable (staff, version, facts, xid) select gen_random_uuid(), 1, '', '3'"
            + " from generate_series(1, %d)",
        "insert into outbox (id, aggregate_kind, aggregate, version, type, payload, delivered_at,"
            + " xid) select gen_random_uuid(), 'many', gen_random_uuid(), 1, 'T', '{}', now(), '3'"
            + " from generate_series(1, %d)",
        "insert into audit_event select 'many', gen_random_uuid(), 1, now() - interval '2 hours',"
            + " 'firm', null, null, null, 'web', 'x', null, null, '', '' from generate_series(1,"
            + " %d)",
        "insert into audit_head select 1000000 + row_number() over (), now(), subject_kind,"
            + " subject, seq, hash, '', '' from audit_event where subject_kind = 'many' limit %d");
  }

  private Set<String> largeTables() throws SQLException {
    var large = new java.util.HashSet<String>();
    try (var connection = FreshDatabase.superuser(running);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and reltuples >= "
                    + MANY / 2
                    + " and relnamespace = 'public'::regnamespace")) {
      while (rows.next()) {
        large.add(rows.getString(1));
      }
    }
    return large;
  }
}
