package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database share the jobs: each runs once, whoever ordered it. */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
  private static final JobType<Drawing> DRAW = new JobType<>("draw", Drawing.class);

  @Autowired DatabaseSettings running;
  @Autowired JsonMapper json;

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final TenantRows people = TenantRows.next();
  private ConnectionPool workers;
  private Worker worker;
  private Jobs jobs;
  private Tenancy tx;
  private List<JobScheduler> nodes = List.of();

  /** An order as any feature has them. */
  record Drawing(String what) {}

  @BeforeAll
  void startTwoNodes() {
    var fresh = FreshDatabase.migrated(running, "jobs_test");
    workers =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(fresh.asWorker()).maxSize(4).build());
    worker =
        new Worker(
            DatabaseClient.create(workers),
            TransactionalOperator.create(new R2dbcTransactionManager(workers)));
    var app = fresh.application();
    jobs = new Jobs(DatabaseClient.create(app), worker, json);
    tx = new Tenancy(TransactionalOperator.create(new TenantTransactions(app)));
    nodes = List.of(node(fresh, "one"), node(fresh, "two"));
    nodes.forEach(JobScheduler::start);
  }

  @AfterAll
  void stopThem() {
    nodes.forEach(JobScheduler::stop);
    workers.dispose();
  }

  private JobScheduler node(FreshDatabase fresh, String name) {
    return new JobScheduler(
        fresh.settings(),
        worker,
        json,
        List.of(sweep(name)),
        List.of(draw()),
        new Wakes(fresh.settings()));
  }

  private RecurringJob sweep(String node) {
    return new RecurringJob() {
      @Override
      public String name() {
        return "sweep";
      }

      @Override
      public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofHours(1));
      }

      @Override
      public Mono<Void> run() {
        return Mono.fromRunnable(() -> done.add("swept by " + node));
      }
    };
  }

  private OneTimeJob<Drawing> draw() {
    return new OneTimeJob<>() {
      @Override
      public JobType<Drawing> type() {
        return DRAW;
      }

      @Override
      public Mono<Void> run(Drawing order) {
        return order.what().equals("the impossible")
            ? Mono.error(new IllegalStateException("no such ink"))
            : Mono.fromRunnable(() -> done.add("drew " + order.what()));
      }
    };
  }

  private Mono<Void> ordered(String what) {
    return jobs.order(DRAW, what, new Drawing(what));
  }

  private void committed(Mono<Void> work) {
    work.as(tx::transactional).contextWrite(Tenancy.as(people.owner())).block();
  }

  @Test
  void runsARecurringJobOnOneNodeOnly() throws InterruptedException {
    until(() -> done.stream().anyMatch(line -> line.startsWith("swept")));
    Thread.sleep(3_000);
    assertThat(done.stream().filter(line -> line.startsWith("swept"))).hasSize(1);
  }

  @Test
  void runsEachOrderedJobOnce() throws InterruptedException {
    committed(Flux.range(0, 30).concatMap(i -> ordered("tree " + i)).then());
    until(() -> drawn("tree").size() >= 30);
    Thread.sleep(2_500);
    assertThat(drawn("tree")).hasSize(30).doesNotHaveDuplicates();
    assertThat(waiting("tree%")).isZero();
  }

  @Test
  void takesAnOrderMadeTwiceAsOne() throws InterruptedException {
    committed(ordered("a house").then(ordered("a house")));
    until(() -> !drawn("a house").isEmpty());
    assertThat(drawn("a house")).hasSize(1);
  }

  @Test
  void leavesNoJobOfWorkThatWasUndone() {
    var undone = ordered("a ghost").then(Mono.error(new IllegalStateException("changed my mind")));
    undone.as(tx::transactional).contextWrite(Tenancy.as(people.owner())).onErrorComplete().block();
    assertThat(waiting("a ghost")).isZero();
  }

  @Test
  void waitsForAJobsTime() throws InterruptedException {
    var tomorrow = Instant.now().plus(Duration.ofDays(1));
    committed(jobs.order(DRAW, "the dawn", new Drawing("the dawn"), tomorrow));
    worker.transactional(jobs.orderAsWorker(DRAW, "the dusk", new Drawing("the dusk"))).block();
    until(() -> !drawn("the dusk").isEmpty());
    assertThat(drawn("the dawn")).isEmpty();
    assertThat(waiting("the dawn")).isEqualTo(1);
  }

  @Test
  void keepsAFailureInSightAndTriesAgain() throws InterruptedException {
    committed(ordered("the impossible"));
    var failed =
        "select count(*) from scheduled_tasks where task_instance = 'the impossible'"
            + " and consecutive_failures >= 1 and error like '%no such ink%'"
            + " and execution_time > last_failure";
    until(() -> count(failed) == 1);
    assertThat(JobScheduler.pause(1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(JobScheduler.pause(60)).isEqualTo(Duration.ofHours(1));
  }

  private List<String> drawn(String what) {
    return done.stream().filter(line -> line.startsWith("drew " + what)).toList();
  }

  private long waiting(String like) {
    return count("select count(*) from scheduled_tasks where task_instance like '" + like + "'");
  }

  private long count(String sql) {
    return worker.db().sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
  }

  private static void until(BooleanSupplier reached) throws InterruptedException {
    var end = Instant.now().plusSeconds(30);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waited long enough").isBefore(end);
      Thread.sleep(50);
    }
  }
}
