package io.casewell.platform;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a page pays for the database's tenancy: one list of needs read through the tenant
 * transaction under its policies, and the same list read plainly by the superuser, whom no policy
 * holds.
 */
public final class TenantCost implements AutoCloseable {
  private static final String SQL =
      """
      select id, title, state, role, seats, hours_per_week, start_date, created_at
      from need where firm = :firm order by created_at desc, id desc limit 26
      """;

  private final ConnectionPool app;
  private final ConnectionPool plain;
  private final Caller caller;
  private final UUID firm;

  public TenantCost(int port, UUID firm) {
    this.app = pool(port, DatabaseSettings.APP, "sandbox");
    this.plain = pool(port, "postgres", "postgres");
    this.firm = firm;
    this.caller =
        new Caller.FirmMember(new FirmId(firm), new AccountId(UUID.randomUUID()), Set.of());
  }

  private static ConnectionPool pool(int port, String role, String password) {
    var connections =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(port)
                .database("casewell")
                .username(role)
                .password(password)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(connections).initialSize(8).maxSize(8).build());
  }

  /** Microseconds of each reading in the tenant transaction, twenty at a time. */
  public double withTenancy(int seconds) {
    var tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(app)));
    var db = DatabaseClient.create(app);
    return micros(() -> tx.transactional(read(db)).contextWrite(Tenancy.as(caller)), seconds);
  }

  /** Microseconds of each reading without transaction or policy. */
  public double without(int seconds) {
    var db = DatabaseClient.create(plain);
    return micros(() -> read(db), seconds);
  }

  private Mono<Integer> read(DatabaseClient db) {
    return db.sql(SQL)
        .bind("firm", firm)
        .map(row -> String.valueOf(row.get("title")))
        .all()
        .collectList()
        .map(titles -> titles.size());
  }

  private static double micros(Supplier<Mono<Integer>> read, int seconds) {
    long begin = System.nanoTime();
    long end = begin + Duration.ofSeconds(seconds).toNanos();
    var times =
        Flux.<Mono<Integer>>generate(
                sink -> {
                  if (System.nanoTime() < end) {
                    sink.next(read.get());
                  } else {
                    sink.complete();
                  }
                })
            .flatMap(each -> each, 20, 1)
            .count()
            .block();
    return (System.nanoTime() - begin) / 1000.0 / (times == null ? 1 : times);
  }

  @Override
  public void close() {
    app.dispose();
    plain.dispose();
  }
}
