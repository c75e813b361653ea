package io.casewell.sandbox;

import io.casewell.platform.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL beside the application, its data kept in a folder. The library starts it with
 * fsync off; what is acknowledged here shall survive, so it is turned on.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String NAME = "casewell";

  private final int port;
  private final Closeable server;

  private EmbeddedDatabase(int port, Closeable server) {
    this.port = port;
    this.server = server;
  }

  /** The one another sandbox keeps on this port: this application is its second node. */
  static EmbeddedDatabase of(int port) {
    return new EmbeddedDatabase(port, () -> {});
  }

  /** Starts on the folder's data, or on new data when there is none or a reset is asked for. */
  static EmbeddedDatabase start(Path folder, boolean reset) {
    try {
      var data = folder.toAbsolutePath().resolve("postgresql");
      if (reset) {
        FileSystemUtils.deleteRecursively(data);
      }
      Files.createDirectories(folder);
      boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(folder.toAbsolutePath().resolve("binaries").toFile())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      if (fresh) {
        prepare(server);
      } else {
        // data of before there was an extension
        run(
            server,
            NAME,
            List.of(
                "create schema if not exists extensions",
                "create extension if not exists btree_gist schema extensions"));
      }
      return new EmbeddedDatabase(server.getPort(), server);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
  }

  /** Where it listens, with the sandbox's own passwords. */
  DatabaseSettings settings() {
    return new DatabaseSettings("localhost", port, NAME, "sandbox", "sandbox", "sandbox");
  }

  private static void prepare(EmbeddedPostgres server) {
    var roles = roles();
    run(server, "postgres", List.of("create database " + NAME));
    run(
        server,
        NAME,
        List.of(
            roles,
            "alter role casewell_owner password 'sandbox'",
            "alter role casewell_app password 'sandbox'",
            "alter role casewell_worker password 'sandbox'"));
  }

  private static void run(EmbeddedPostgres server, String database, List<String> statements) {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the embedded PostgreSQL cannot be prepared", e);
    }
  }

  private static String roles() {
    try {
      return new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
