package io.casewell.platform;

import org.flywaydb.core.Flyway;

/** Says that the tables are there: whoever opens a pool asks for it. */
public record Migrated() {
  /** Brings the database's tables to where this release expects them. */
  public static Migrated by(DatabaseSettings settings) {
    Flyway.configure()
        .dataSource(settings.jdbcUrl(), DatabaseSettings.OWNER, settings.ownerPassword())
        .load()
        .migrate();
    return new Migrated();
  }
}
