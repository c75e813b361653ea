package io.casewell.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the jobs, each on one node at a time: the database's rows say whose turn it is. A node that
 * dies loses its jobs to the others within a minute. Opened beside the first requests, not before.
 */
@Component
class JobScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int AT_ONCE = 3;

  private final DatabaseSettings settings;
  private final Worker worker;
  private final JsonMapper json;
  private final List<RecurringJob> recurring;
  private final List<OneTimeJob<?>> oneTime;
  private final Wakes wakes;
  private final Disposable.Swap opening = Disposables.swap();
  private volatile @Nullable HikariDataSource connections;
  private volatile @Nullable Scheduler scheduler;

  JobScheduler(
      DatabaseSettings settings,
      Worker worker,
      JsonMapper json,
      List<RecurringJob> recurring,
      List<OneTimeJob<?>> oneTime,
      Wakes wakes) {
    this.settings = settings;
    this.worker = worker;
    this.json = json;
    this.recurring = recurring;
    this.oneTime = oneTime;
    this.wakes = wakes;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    opening.update(
        Mono.fromRunnable(this::open)
            .subscribeOn(Schedulers.boundedElastic())
            .retryWhen(
                Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(5))
                    .doBeforeRetry(again -> LOG.warn("no jobs run yet", again.failure())))
            .thenMany(wakes.of("scheduled_tasks", PAUSE))
            .subscribe(_ -> wake(), trouble -> LOG.error("jobs wait for no wake", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    opening.dispose();
    // told twice where a second context, the management's, closes first
    var running = scheduler;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
    var open = connections;
    if (open != null) {
      open.close();
    }
  }

  private void wake() {
    var running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  private void open() {
    var pool = connections;
    if (pool == null) {
      pool = new HikariDataSource(pool());
      connections = pool;
    }
    var repeating = recurring.stream().map(this::task).toList();
    var ordered = new ArrayList<Task<?>>();
    oneTime.forEach(job -> ordered.add(task(job)));
    var ready =
        Scheduler.create(pool, ordered)
            .clock(SteadyClock.of(pool))
            .startTasks(repeating)
            .threads(AT_ONCE)
            .pollUsingLockAndFetch(0.5, 1.0)
            // a wake comes sooner: see start
            .pollingInterval(PAUSE.multipliedBy(5))
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .failureLogging(LogLevel.WARN, true)
            .serializer(new AsJson(json))
            .build();
    ready.start();
    scheduler = ready;
  }

  private HikariConfig pool() {
    var config = new HikariConfig();
    config.setPoolName("jobs");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(DatabaseSettings.WORKER);
    config.setPassword(settings.workerPassword());
    config.addDataSourceProperty("ApplicationName", "casewell jobs");
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(10_000);
    return config;
  }

  private RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), schedule(job.rhythm()))
        .execute((instance, _) -> run(job.run(), instance.getTaskName(), instance.getId()));
  }

  private static Schedule schedule(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Every(var pause) -> Schedules.fixedDelay(pause);
      case Rhythm.Daily(var at, var zone) -> Schedules.daily(zone, at);
    };
  }

  private <T> Task<T> task(OneTimeJob<T> job) {
    FailureHandler<T> later =
        (done, operations) ->
            operations.reschedule(
                done, done.getTimeDone().plus(pause(done.getExecution().consecutiveFailures)));
    return Tasks.oneTime(job.type().name(), job.type().order())
        .onFailure(later)
        .execute((instance, _) ->
            run(job.run(instance.getData()), instance.getTaskName(), instance.getId()));
  }

  /** 2, 4, 8 … seconds, an hour at most. */
  static Duration pause(int failures) {
    var pause = Duration.ofSeconds(2L << Math.min(failures, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** The scheduler's own thread waits: how it ends is what the scheduler writes down. */
  private void run(Mono<Void> work, String name, String key) {
    work.then(note(name, key, null))
        .onErrorResume(trouble -> note(name, key, trouble).then(Mono.error(trouble)))
        .block();
  }

  private Mono<Void> note(String name, String key, @Nullable Throwable trouble) {
    var statement =
        worker
            .db()
            .sql(
                """
                update scheduled_tasks set error = :error
                where task_name = :name and task_instance = :key
                  and error is distinct from :error
                """)
            .bind("name", name)
            .bind("key", key);
    return (trouble == null
            ? statement.bindNull("error", String.class)
            : statement.bind("error", trouble.toString()))
        .then();
  }

  /** Orders are kept as JSON, which people and later versions can read. */
  private record AsJson(JsonMapper json) implements Serializer {
    @Override
    public byte[] serialize(@Nullable Object order) {
      return order == null ? new byte[0] : json.writeValueAsBytes(order);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] order) {
      return order == null || order.length == 0 ? null : json.readValue(order, type);
    }
  }
}
