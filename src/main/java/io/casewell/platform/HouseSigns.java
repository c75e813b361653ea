package io.casewell.platform;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What the ground floor itself shows of its health. Figures only, nobody's rows. */
@Configuration(proxyBeanMethods = false)
class HouseSigns {
  private static final Duration SLOW_ANSWER = Duration.ofMillis(200);
  private static final long SLOW_RELAY = 10;
  private static final long BROKEN_RELAY = 300;

  @Bean
  HealthSign databaseSign(DatabaseClient db, Tenancy tx) {
    return sign(
        1,
        "Database",
        Mono.defer(() -> {
          long begun = System.nanoTime();
          return db.sql(
                  """
                  select split_part(version(), ' ', 2) as version,
                    pg_size_pretty(pg_database_size(current_database())) as size
                  """)
              .mapProperties(Database.class)
              .one()
              .as(tx::transactional)
              .map(seen -> database(seen, Duration.ofNanos(System.nanoTime() - begun)));
        }));
  }

  private record Database(String version, String size) {}

  private static HealthSign.Sign database(Database seen, Duration took) {
    boolean slow = took.compareTo(SLOW_ANSWER) > 0;
    return new HealthSign.Sign(
        "Database",
        slow ? HealthSign.State.SLOW : HealthSign.State.WELL,
        took.toMillis() + " ms",
        "PostgreSQL %s, %s. %s"
            .formatted(
                seen.version(),
                seen.size(),
                slow ? "It answers slowly: look at its load." : "It answers quickly."));
  }

  @Bean
  HealthSign requestPoolSign(ConnectionPool appPool) {
    return pool(2, "Connections for requests", appPool);
  }

  @Bean
  HealthSign workerPoolSign(@Qualifier("workerPool") ConnectionPool workerPool) {
    return pool(3, "Connections for the worker", workerPool);
  }

  private static HealthSign pool(int place, String name, ConnectionPool pool) {
    return sign(
        place,
        name,
        Mono.fromSupplier(() -> {
          var now = pool.getMetrics().orElseThrow();
          int waiting = now.pendingAcquireSize();
          return new HealthSign.Sign(
              name,
              waiting > 0 ? HealthSign.State.SLOW : HealthSign.State.WELL,
              now.acquiredSize() + " of " + now.getMaxAllocatedSize(),
              waiting > 0
                  ? TimeWords.count(waiting, "request waits", "requests wait")
                      + " for a connection on this node."
                  : "Nobody waits for a connection on this node.");
        }));
  }

  private record Waiting(long waiting, long failed, long seconds) {}

  @Bean
  HealthSign relaySign(DatabaseClient db, Tenancy tx) {
    return sign(
        4,
        "Outbox",
        db.sql(
                """
                select count(*) as waiting, count(*) filter (where error is not null) as failed,
                  coalesce(extract(epoch from now() - min(at)), 0)::bigint as seconds
                from outbox where delivered_at is null
                """)
            .mapProperties(Waiting.class)
            .one()
            .as(tx::transactional)
            .map(HouseSigns::relay));
  }

  private static HealthSign.Sign relay(Waiting seen) {
    if (seen.waiting() == 0) {
      return new HealthSign.Sign(
          "Outbox", HealthSign.State.WELL, "0 waiting", "Everything is delivered.");
    }
    var state =
        seen.failed() > 0 || seen.seconds() > BROKEN_RELAY
            ? HealthSign.State.BROKEN
            : seen.seconds() > SLOW_RELAY ? HealthSign.State.SLOW : HealthSign.State.WELL;
    return new HealthSign.Sign(
        "Outbox",
        state,
        "%,d waiting".formatted(seen.waiting()),
        "The oldest has waited for %s; %s."
            .formatted(
                TimeWords.span(Duration.ofSeconds(seen.seconds())),
                seen.failed() == 0
                    ? "none has failed"
                    : TimeWords.count(seen.failed(), "has failed and is", "have failed and are")
                        + " tried again"));
  }

  private record Overdue(long all, long failing, long late) {}

  @Bean
  HealthSign jobsSign(DatabaseClient db, Tenancy tx) {
    return sign(
        5,
        "Jobs",
        db.sql(
                """
                select count(*) as all, count(*) filter (where error is not null) as failing,
                  count(*) filter (where not picked and execution_time < now() - interval '1 minute')
                    as late
                from scheduled_tasks
                """)
            .mapProperties(Overdue.class)
            .one()
            .as(tx::transactional)
            .map(HouseSigns::jobs));
  }

  private static HealthSign.Sign jobs(Overdue seen) {
    var state =
        seen.failing() > 0
            ? HealthSign.State.BROKEN
            : seen.late() > 0 ? HealthSign.State.SLOW : HealthSign.State.WELL;
    return new HealthSign.Sign(
        "Jobs",
        state,
        TimeWords.count(seen.all(), "job", "jobs"),
        "%,d ended in an error last, %,d overdue by more than a minute."
            .formatted(seen.failing(), seen.late()));
  }

  @Bean
  HealthSign trailSign(DatabaseClient db, Tenancy tx) {
    return sign(
        6,
        "Audit chain",
        db.sql(
                "select coalesce((select extract(epoch from now() - at) from audit_head"
                    + " order by number desc limit 1), -1)::bigint")
            .mapValue(Long.class)
            .one()
            .as(tx::transactional)
            .map(seconds ->
                new HealthSign.Sign(
                    "Audit chain",
                    HealthSign.State.WELL,
                    seconds < 0 ? "Not begun" : TimeWords.span(Duration.ofSeconds(seconds)),
                    "Since a trail's end was linked last. Links are added each minute when there"
                        + " is something new.")));
  }

  private static HealthSign sign(int place, String name, Mono<HealthSign.Sign> look) {
    return new HealthSign() {
      @Override
      public int place() {
        return place;
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public Mono<Sign> look() {
        return look;
      }
    };
  }
}
