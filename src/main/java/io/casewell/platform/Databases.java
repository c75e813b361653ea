package io.casewell.platform;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The two pools: requests as the plain role, relay and index as the worker. Migrations run first.
 */
@Configuration(proxyBeanMethods = false)
class Databases {

  @Bean
  @Profile("!sandbox")
  DatabaseSettings databaseSettings(
      @Value("${casewell.database.host}") String host,
      @Value("${casewell.database.port:5432}") int port,
      @Value("${casewell.database.name:casewell}") String name,
      @Value("${casewell.database.owner-password}") String owner,
      @Value("${casewell.database.app-password}") String app,
      @Value("${casewell.database.worker-password}") String worker) {
    return new DatabaseSettings(host, port, name, owner, app, worker);
  }

  @Bean
  @Profile("!sandbox")
  Migrated migrated(DatabaseSettings settings) {
    return Migrated.by(settings);
  }

  @Bean(destroyMethod = "dispose")
  @Primary
  ConnectionPool appPool(
      DatabaseSettings settings, Migrated after, @Value("${casewell.database.pool:16}") int size) {
    return pool(settings, DatabaseSettings.APP, settings.appPassword(), size);
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool workerPool(DatabaseSettings settings, Migrated after) {
    return pool(settings, DatabaseSettings.WORKER, settings.workerPassword(), 4);
  }

  private static ConnectionPool pool(DatabaseSettings at, String role, String password, int size) {
    var plain =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(at.host())
                .port(at.port())
                .database(at.name())
                .username(role)
                .password(password)
                .applicationName("casewell")
                .connectTimeout(Duration.ofSeconds(3))
                .statementTimeout(Duration.ofSeconds(10))
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(plain)
            .initialSize(Math.min(2, size))
            .maxSize(size)
            .maxAcquireTime(Duration.ofSeconds(10))
            .maxIdleTime(Duration.ofMinutes(10))
            .build());
  }

  @Bean
  @Primary
  DatabaseClient db(ConnectionPool appPool) {
    return DatabaseClient.create(appPool);
  }

  @Bean
  Tenancy tenancy(ConnectionPool appPool) {
    return new Tenancy(TransactionalOperator.create(new TenantTransactions(appPool)));
  }

  @Bean
  Worker worker(@Qualifier("workerPool") ConnectionPool workerPool) {
    return new Worker(
        DatabaseClient.create(workerPool),
        TransactionalOperator.create(new R2dbcTransactionManager((ConnectionFactory) workerPool)));
  }
}
