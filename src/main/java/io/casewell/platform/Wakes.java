package io.casewell.platform;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears from the database, on every node, that something was committed. A wake says only "look
 * now": whoever waits for one looks from time to time as well, since a lost connection hears
 * nothing until it is open again.
 */
@Component
public class Wakes {
  private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What may have been missed: everybody looks. */
  private static final String ANYTHING = "anything";

  private final DatabaseSettings settings;
  private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();
  private final Disposable.Swap listening = Disposables.swap();

  Wakes(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * When to look for rows newly committed into this table, and at the latest after each pause; one
   * wake waits while the last one is attended to, and however many come meanwhile are that one.
   */
  public Flux<String> of(String table, Duration pause) {
    var calls = heard.asFlux().filter(said -> said.equals(table) || said.equals(ANYTHING));
    return Flux.merge(calls, Flux.interval(Duration.ZERO, pause).map(_ -> table))
        .onBackpressureLatest();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    listening.update(
        Flux.usingWhen(connection(), this::listen, PostgresqlConnection::close)
            // a stream that ends is as lost as one that fails
            .concatWith(Mono.error(new IllegalStateException("the connection was closed")))
            .doOnNext(heard::tryEmitNext)
            .retryWhen(
                Retry.fixedDelay(Long.MAX_VALUE, AGAIN)
                    .doBeforeRetry(again ->
                        LOG.warn("not listening to the database: {}", why(again.failure()))))
            .subscribe());
  }

  private static String why(Throwable failure) {
    return failure.toString();
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    listening.dispose();
  }

  private Mono<PostgresqlConnection> connection() {
    return new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(DatabaseSettings.WORKER)
                .password(settings.workerPassword())
                .applicationName("casewell wakes")
                .connectTimeout(Duration.ofSeconds(3))
                .tcpKeepAlive(true)
                .build())
        .create();
  }

  private Flux<String> listen(PostgresqlConnection connection) {
    var begin =
        connection
            .createStatement("listen casewell")
            .execute()
            .flatMap(PostgresqlResult::getRowsUpdated)
            .then(Mono.just(ANYTHING));
    return begin.concatWith(connection.getNotifications().mapNotNull(Notification::getParameter));
  }
}
