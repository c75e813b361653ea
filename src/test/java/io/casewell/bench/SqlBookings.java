package io.casewell.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A booking's own statements, as the application's role, straight against PostgreSQL: what the
 * application's bookings a second are measured by. The order is that of a booking over HTTP.
 */
final class SqlBookings {
  private static final Pattern NAMED = Pattern.compile(":(\\w+)");

  private static final String REMINDER =
      """
      insert into scheduled_tasks
        (task_name, task_instance, task_data, execution_time, picked, version)
      values ('remind of a demo', ':demo :start %s', '{"minutes":60}'::bytea,
        ':start'::timestamptz - interval '%s hours', false, 1)
      on conflict do nothing
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "select set_config('app.realm', 'visitor', true), set_config('app.account', '', true),"
              + " set_config('app.firm', '', true), set_config('app.staff', '', true)",
          "select terms::text from demo_type where id = ':type' and open",
          "insert into idempotency (actor, key, payload_hash)"
              + " values (':actor', ':demo', '\\x:hash') on conflict do nothing",
          "select account, name, weight from demo_host where type = ':type' order by name",
          "select person, starts from slot_facts(':reps'::uuid[], ':start'::timestamptz -"
              + " interval '4 days', ':start'::timestamptz + interval '2 days', ''::bytea, true,"
              + " ':type', '{}'::uuid[])",
          """
          select id from reserve_time('{"status":"confirmed","kind":"demo","start":":start",
            "end":":end","before":0,"after":0,"subject":":demo","subjectKind":"demo",
            "topic":":type","zone":"America/Chicago","title":"Measured","link":"","origin":"house",
            "candidates":[{"id":":event","person":":rep","chosen":{},"tallies":[]}]}')
          """,
          """
          insert into lead (id, state, name, email, email_key, firm_name, firm_key, zone, source,
            owner, answers) values (':lead', 'booked', 'Measured', ':demo@example.com',
            ':demo@example.com', 'Measured', 'measured', 'America/Chicago', 'booking', ':rep', '{}')
          """,
          """
          insert into demo (id, type, lead, rep, rep_name, state, start_at, end_at, zone, token_hash,
            booked_by) values (':demo', ':type', ':lead', ':rep', 'Rep', 'confirmed', ':start',
            ':end', 'America/Chicago', '\\x:hash', 'prospect')
          """,
          """
          insert into outbox (id, aggregate_kind, aggregate, version, type, payload)
          values (':event', 'demo', ':demo', 1, 'Measured', '{"version":1}')
          """,
          "select audit_append('lead', ':lead', null, null, 'demo booked', null,"
              + " '{\"start\":\":start\"}', 'house')",
          REMINDER.formatted("1440", "24"),
          REMINDER.formatted("60", "1"),
          "select count_demo('mail', '\\x:hash', 'day', 1000000)",
          "select count_demo('address', '\\x:who', 'hour', 100000000)",
          "update idempotency set answer = ':demo' where actor = ':actor' and key = ':demo'");

  private final String url;
  private final UUID type;
  private final UUID rep;

  /** All who may give it, as the booking asks who of them is free. */
  private final String reps;

  private final AtomicInteger turn = new AtomicInteger();
  private final Instant first = Instant.parse("2040-01-01T00:00:00Z");

  private SqlBookings(String url, UUID type, UUID rep, String reps) {
    this.url = url;
    this.type = type;
    this.rep = rep;
    this.reps = reps;
  }

  /** So many connections for so many seconds; gives bookings a second. */
  static double rate(int database, String slug, int connections, int seconds) throws Exception {
    var url = "jdbc:postgresql://localhost:" + database + "/casewell";
    try (var admin = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = admin.createStatement();
        var row =
            statement.executeQuery(
                "select t.id, min(h.account::text)::uuid, array_agg(h.account)::text from demo_type"
                    + " t join demo_host h on h.type = t.id where h.active and t.slug = '"
                    + slug
                    + "' group by t.id")) {
      row.next();
      var bookings =
          new SqlBookings(
              url, row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3));
      bookings.run(connections, 3);
      return bookings.run(connections, seconds) / (double) seconds;
    }
  }

  private long run(int connections, int seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var tasks = new ArrayList<Callable<Long>>();
    for (int i = 0; i < connections; i++) {
      tasks.add(() -> until(end));
    }
    long sum = 0;
    try (var threads = Executors.newFixedThreadPool(connections)) {
      for (var count : threads.invokeAll(tasks)) {
        sum += count.get();
      }
    }
    return sum;
  }

  private long until(long end) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "casewell_app", "sandbox")) {
      connection.setAutoCommit(false);
      long count = 0;
      while (System.nanoTime() < end) {
        book(connection);
        count++;
      }
      return count;
    }
  }

  private void book(Connection connection) throws SQLException {
    var start = first.plus(Duration.ofMinutes(30L * turn.incrementAndGet()));
    var demo = UUID.randomUUID();
    var lead = UUID.randomUUID();
    var hash =
        HexFormat.of()
            .formatHex((demo.toString().substring(4)).getBytes(StandardCharsets.US_ASCII));
    var values =
        java.util.Map.ofEntries(
            java.util.Map.entry("type", type.toString()),
            java.util.Map.entry("rep", rep.toString()),
            java.util.Map.entry("reps", reps),
            java.util.Map.entry("actor", type.toString()),
            java.util.Map.entry("demo", demo.toString()),
            java.util.Map.entry("lead", lead.toString()),
            java.util.Map.entry("event", UUID.randomUUID().toString()),
            java.util.Map.entry("start", start.toString()),
            java.util.Map.entry("end", start.plus(Duration.ofMinutes(30)).toString()),
            java.util.Map.entry("hash", hash),
            java.util.Map.entry("who", "00".repeat(32)));
    try (var statement = connection.createStatement()) {
      for (var sql : STATEMENTS) {
        statement.execute(filled(sql, values));
      }
      connection.commit();
    }
  }

  private static String filled(String sql, java.util.Map<String, String> values) {
    return NAMED
        .matcher(sql)
        .replaceAll(name -> {
          var value = values.get(name.group(1));
          // a colon of SQL's own, such as a cast
          return java.util.regex.Matcher.quoteReplacement(value == null ? name.group() : value);
        });
  }
}
