package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events reach whoever reacts: in order, once where nothing fails, and again where something did.
 */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {
  @Autowired DatabaseSettings running;
  @Autowired JsonMapper json;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private ConnectionPool pool;
  private Worker worker;

  /** An event as any feature has them. */
  record Happened(String aggregateKind, UUID aggregate, long version) implements Event {}

  @BeforeAll
  void open() {
    var fresh = FreshDatabase.migrated(running, "relay_test");
    pool =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(fresh.asWorker()).maxSize(8).build());
    worker =
        new Worker(
            DatabaseClient.create(pool),
            TransactionalOperator.create(new R2dbcTransactionManager(pool)));
  }

  @AfterAll
  void close() {
    pool.dispose();
  }

  @BeforeEach
  void forget() {
    run("delete from outbox");
    heard.clear();
  }

  private Relay relay(Function<Happened, Mono<Void>> does) {
    var reaction =
        new Reaction<Happened>() {
          @Override
          public Class<Happened> to() {
            return Happened.class;
          }

          @Override
          public Mono<Void> on(Happened event) {
            return does.apply(event);
          }
        };
    return new Relay(worker, json, List.of(reaction), new Wakes(running));
  }

  private Mono<Void> hear(Happened event) {
    return Mono.fromRunnable(() -> heard.add(event.aggregateKind() + event.version()));
  }

  private void write(String kind, UUID aggregate, int versions) {
    var outbox = new Outbox(worker.db(), json);
    for (int version = 1; version <= versions; version++) {
      outbox.record(new Happened(kind, aggregate, version)).as(worker::transactional).block();
    }
  }

  @Test
  void deliversEachOnceAndInOrder() {
    write("a", Ids.next(), 5);
    write("b", Ids.next(), 3);
    var relay = relay(this::hear);
    relay.round().block();
    relay.round().block();
    assertThat(heard).containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3");
    assertThat(heard.stream().filter(h -> h.startsWith("a"))).isSorted();
    assertThat(heard.stream().filter(h -> h.startsWith("b"))).isSorted();
    assertThat(waiting()).isZero();
  }

  @Test
  void keepsAFailureInSightAndTriesAgainHoldingBackOnlyWhatComesAfterIt() {
    failsOnceThenDelivers(event -> Mono.error(new IllegalStateException("no mail today")));
  }

  @Test
  void survivesAReactionWhoseSqlFails() {
    // which spoils the transaction it ran in
    failsOnceThenDelivers(event -> worker.db().sql("select 1 / 0").then());
  }

  private void failsOnceThenDelivers(Function<Happened, Mono<Void>> failure) {
    write("a", Ids.next(), 2);
    write("b", Ids.next(), 2);
    relay(event -> event.aggregateKind().equals("a") ? failure.apply(event) : hear(event))
        .round()
        .block();
    assertThat(heard).containsExactly("b1", "b2");
    assertThat(waiting()).isEqualTo(2);
    assertThat(count("attempts = 1 and length(error) > 10 and version = 1")).isEqualTo(1);

    var well = relay(this::hear);
    well.round().block();
    assertThat(heard).as("before its pause is over").containsExactly("b1", "b2");
    run("update outbox set next_try_at = now()");
    well.round().block();
    assertThat(heard).containsExactly("b1", "b2", "a1", "a2");
    assertThat(count("error is not null")).isZero();
  }

  @Test
  void undoesWhatAFailedReactionWrote() {
    write("a", Ids.next(), 1);
    relay(event ->
            worker
                .db()
                .sql(
                    "insert into idempotency (actor, key, payload_hash) values"
                        + " (gen_random_uuid(), 'half-written', sha256('x'))")
                .then()
                .then(Mono.error(new IllegalStateException("and then it broke"))))
        .round()
        .block();
    var half = "select count(*) from idempotency where key = 'half-written'";
    assertThat(worker.db().sql(half).mapValue(Long.class).one().block()).isZero();
    assertThat(count("attempts = 1")).isEqualTo(1);
  }

  @Test
  void deliversNothingTwiceFromTwoNodes() {
    for (int i = 0; i < 20; i++) {
      write("k" + (char) ('a' + i), Ids.next(), 2);
    }
    var one = relay(event -> hear(event).delaySubscription(java.time.Duration.ofMillis(2)));
    var two = relay(event -> hear(event).delaySubscription(java.time.Duration.ofMillis(3)));
    for (int rounds = 0; rounds < 50 && waiting() > 0; rounds++) {
      Flux.merge(one.round(), two.round()).blockLast();
    }
    assertThat(heard).hasSize(40).doesNotHaveDuplicates();
    for (int i = 0; i < 20; i++) {
      var kind = "k" + (char) ('a' + i);
      assertThat(heard.stream().filter(h -> h.startsWith(kind))).isSorted();
    }
  }

  private long waiting() {
    return count("delivered_at is null");
  }

  private long count(String where) {
    return worker
        .db()
        .sql("select count(*) from outbox where " + where)
        .mapValue(Long.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }

  private void run(String sql) {
    worker.db().sql(sql).then().block();
  }
}
