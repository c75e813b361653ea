package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tenants in turn on the same few connections, half of them gone in the middle of their query. */
@CasewellTest
class SmallPoolTest {
  private static final long SEED = 20_261_123L;

  private final TenantRows one = TenantRows.next();
  private final TenantRows other = TenantRows.next();

  @Autowired DatabaseSettings running;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void neverLendsAConnectionWithTheCallerBefore(int size) throws SQLException {
    var fresh = FreshDatabase.migrated(running, "small_pool_test");
    try (var worker = fresh.worker()) {
      one.writeAll(worker);
      other.writeAll(worker);
    }
    var pool = pool(fresh.settings(), size);
    var random = new Random(SEED);
    var whole = new AtomicInteger();
    try {
      Flux.range(0, 500)
          .flatMap(
              i -> {
                var asked = needs(pool, i % 2 == 0 ? one : other);
                return i % 4 < 2
                    ? asked.doOnNext(_ -> whole.incrementAndGet())
                    : asked.takeUntilOther(Mono.delay(Duration.ofMillis(random.nextInt(12))));
              },
              8)
          .blockLast(Duration.ofSeconds(60));
      assertThat(whole).as("those who stayed, seed %s", SEED).hasValue(250);
      for (int i = 0; i < 2 * size; i++) {
        assertThat(needs(pool, one).block(Duration.ofSeconds(5))).hasSize(1);
        assertThat(needs(pool, other).block(Duration.ofSeconds(5))).hasSize(1);
      }
      assertThat(nobodysNeeds(pool)).as("left behind on the connection").isZero();
      assertThat(pool.getMetrics().orElseThrow().acquiredSize()).as("still lent").isZero();
    } finally {
      pool.dispose();
    }
  }

  private static Mono<List<UUID>> needs(ConnectionPool pool, TenantRows whose) {
    var tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(pool)));
    return DatabaseClient.create(pool)
        .sql("select firm, pg_sleep(0.003)::text from need")
        .map(row -> Objects.requireNonNull(row.get("firm", UUID.class)))
        .all()
        .as(tx::transactional)
        .collectList()
        .contextWrite(Tenancy.as(whose.owner()))
        .doOnNext(firms -> assertThat(firms).as("seed %s", SEED).containsExactly(whose.firm()));
  }

  private static long nobodysNeeds(ConnectionPool pool) {
    var count =
        DatabaseClient.create(pool)
            .sql("select count(*) from need")
            .mapValue(Long.class)
            .one()
            .block(Duration.ofSeconds(5));
    return count == null ? -1 : count;
  }

  private static ConnectionPool pool(DatabaseSettings at, int size) {
    var plain =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(at.host())
                .port(at.port())
                .database(at.name())
                .username(DatabaseSettings.APP)
                .password(at.appPassword())
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(plain).initialSize(1).maxSize(size).build());
  }
}
