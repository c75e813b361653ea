package io.casewell.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Starts the sandbox's servers while the application still reads its own classes: both take a
 * second or two, and nobody waits for them one after the other.
 */
final class StartAhead implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  /**
   * The port of a running sandbox's database: this application joins it as a second node, and signs
   * in where that one does.
   */
  private static final String OTHER = "sandbox.database-port";

  /** The servers under way; whoever needs one joins it. */
  record Servers(
      CompletableFuture<EmbeddedDatabase> database, CompletableFuture<SandboxIdentity> identity) {}

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var environment = event.getEnvironment();
    if (List.of(environment.getActiveProfiles()).contains("sandbox")) {
      var servers =
          new Servers(
              ahead("sandbox-database", () -> database(environment)),
              ahead("sandbox-identity", () -> identity(environment)));
      event
          .getSpringApplication()
          .addInitializers(context ->
              context.getBeanFactory().registerSingleton("sandboxServersAhead", servers));
    }
  }

  private static EmbeddedDatabase database(Environment environment) {
    var other = environment.getProperty(OTHER, Integer.class);
    if (other != null) {
      return EmbeddedDatabase.of(other);
    }
    // a bare --sandbox.reset arrives as the empty text
    var reset = environment.getProperty("sandbox.reset", "false");
    return EmbeddedDatabase.start(
        Path.of(environment.getProperty("sandbox.data", "data")),
        reset.isEmpty() || Boolean.parseBoolean(reset));
  }

  private static SandboxIdentity identity(Environment environment) {
    int port = environment.getProperty("sandbox.identity-port", Integer.class, 8090);
    return environment.containsProperty(OTHER)
        ? SandboxIdentity.of(port)
        : SandboxIdentity.start(port);
  }

  private static <T> CompletableFuture<T> ahead(String name, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, work -> Thread.ofPlatform().daemon().name(name).start(work));
  }
}
