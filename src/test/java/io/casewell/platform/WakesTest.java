package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database calls; whoever lost the connection listens again. */
@CasewellTest
class WakesTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Autowired DatabaseSettings running;

  @Test
  void callsWhenRowsAreCommittedAlsoAfterItsConnectionWasCut() throws InterruptedException {
    var fresh = FreshDatabase.migrated(running, "wakes_test").settings();
    var wakes = OtherNode.listening(fresh);
    var calls = new AtomicInteger();
    var other = new AtomicInteger();
    var one = wakes.of("outbox", NEVER).subscribe(_ -> calls.incrementAndGet());
    var two = wakes.of("rankable", NEVER).subscribe(_ -> other.incrementAndGet());
    try {
      // one at once, one because the connection is open
      until(calls, 2);
      insert(fresh);
      until(calls, 3);
      Thread.sleep(200);
      assertThat(other.get()).as("of another table").isEqualTo(2);

      assertThat(OtherNode.cut(fresh)).isEqualTo(1);
      // what was missed meanwhile is looked for when it listens again
      until(calls, 4);
      insert(fresh);
      until(calls, 5);
    } finally {
      one.dispose();
      two.dispose();
      OtherNode.stop(wakes);
    }
  }

  private static void insert(DatabaseSettings at) {
    try (var connection = FreshDatabase.superuser(at);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into outbox (id, aggregate_kind, aggregate, version, type, payload) values"
              + " (gen_random_uuid(), 'wake', gen_random_uuid(), 1, 'NobodyListens', '{}')");
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void until(AtomicInteger calls, int least) throws InterruptedException {
    var end = Instant.now().plusSeconds(10);
    while (calls.get() < least) {
      assertThat(Instant.now()).as("%s of %s calls", calls, least).isBefore(end);
      Thread.sleep(20);
    }
  }
}
