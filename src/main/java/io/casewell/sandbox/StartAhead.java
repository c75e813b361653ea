package io.casewell.sandbox;

import io.casewell.platform.Migrated;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

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

  /** Whether the build writes the wiring down, for which nothing has to run. */
  private static final boolean PROCESSING = Boolean.getBoolean("spring.aot.processing");

  /** The servers under way; whoever needs one joins it. */
  record Servers(
      CompletableFuture<EmbeddedDatabase> database,
      CompletableFuture<Migrated> migrated,
      CompletableFuture<SandboxIdentity> identity) {}

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var environment = event.getEnvironment();
    if (List.of(environment.getActiveProfiles()).contains("sandbox") && !PROCESSING) {
      takeWiring(event.getSpringApplication());
      var database = ahead("sandbox-database", () -> database(environment));
      var servers =
          new Servers(
              database,
              database.thenApply(its -> Migrated.by(its.settings())),
              ahead("sandbox-identity", () -> identity(environment)));
      event
          .getSpringApplication()
          .addInitializers(context ->
              context.getBeanFactory().registerSingleton("sandboxServersAhead", servers));
    }
  }

  /**
   * The packaged sandbox is put together as the build has written down, without reading every class
   * for what it asks: a quarter of the way to the first page. Production decides by its settings,
   * at its start; so does whoever says {@code -Dspring.aot.enabled=false}.
   */
  private static void takeWiring(SpringApplication application) {
    var main = application.getMainApplicationClass();
    boolean written =
        main != null
            && ClassUtils.isPresent(
                main.getName() + "__ApplicationContextInitializer", main.getClassLoader());
    if (written && SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
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
        : SandboxIdentity.on(port);
  }

  private static <T> CompletableFuture<T> ahead(String name, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, work -> Thread.ofPlatform().daemon().name(name).start(work));
  }
}
