package io.casewell.platform;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * A database of a test's own on the running server: same roles, same migrations, no rows but the
 * test's. For whoever writes rows that the running application should not meet.
 */
public final class FreshDatabase {
  private final DatabaseSettings settings;

  private FreshDatabase(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** Makes it anew, empty, as an administrator hands it over. */
  public static FreshDatabase empty(DatabaseSettings beside, String name) {
    var made =
        new DatabaseSettings(
            beside.host(),
            beside.port(),
            name,
            beside.ownerPassword(),
            beside.appPassword(),
            beside.workerPassword());
    var fresh = new FreshDatabase(made);
    run(beside, "drop database if exists " + name + " with (force)", "create database " + name);
    run(
        made,
        "grant create, usage on schema public to casewell_owner",
        "create schema extensions",
        "create extension btree_gist schema extensions");
    return fresh;
  }

  /** Makes it anew, with the tables. */
  public static FreshDatabase migrated(DatabaseSettings beside, String name) {
    var fresh = empty(beside, name);
    Flyway.configure()
        .dataSource(
            fresh.settings.jdbcUrl(), DatabaseSettings.OWNER, fresh.settings.ownerPassword())
        .load()
        .migrate();
    return fresh;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** A connection as the worker, who sees every row. */
  Connection worker() throws SQLException {
    return DriverManager.getConnection(
        settings.jdbcUrl(), DatabaseSettings.WORKER, settings.workerPassword());
  }

  /** A connection as PostgreSQL's administrator, whom nothing holds back. */
  Connection superuser() throws SQLException {
    return superuser(settings);
  }

  /** Connections as the role that answers requests. */
  PostgresqlConnectionFactory application() {
    return connections(DatabaseSettings.APP, settings.appPassword());
  }

  /** Connections as the worker, for what runs reactively. */
  PostgresqlConnectionFactory asWorker() {
    return connections(DatabaseSettings.WORKER, settings.workerPassword());
  }

  private PostgresqlConnectionFactory connections(String role, String password) {
    return new PostgresqlConnectionFactory(
        PostgresqlConnectionConfiguration.builder()
            .host(settings.host())
            .port(settings.port())
            .database(settings.name())
            .username(role)
            .password(password)
            .build());
  }

  static Connection superuser(DatabaseSettings settings) throws SQLException {
    return DriverManager.getConnection(settings.jdbcUrl(), "postgres", "");
  }

  private static void run(DatabaseSettings at, String... statements) {
    try (var connection = superuser(at);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
