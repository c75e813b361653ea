package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.casewell.CasewellTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One key, one result, however often and however fast it is asked for. */
@CasewellTest
class IdempotencyTest {
  private final UUID actor = Ids.next();
  private final AtomicInteger done = new AtomicInteger();

  @Autowired Idempotency idempotency;
  @Autowired Tenancy tx;

  private Mono<String> ask(UUID by, String key, String payload) {
    var work = Mono.fromCallable(() -> "answer " + done.incrementAndGet());
    return Mono.defer(() -> idempotency.once(by, key, payload, work)).as(tx::transactional);
  }

  @Test
  void doesTheWorkOnceForFiftyAtOnce() {
    var answers =
        Flux.range(0, 50)
            .flatMap(_ -> ask(actor, "key", "payload"), 50)
            .collectList()
            .block(Duration.ofSeconds(30));
    assertThat(answers).hasSize(50).containsOnly("answer 1");
    assertThat(done).hasValue(1);
  }

  @Test
  void refusesAnotherPayloadUnderTheKey() {
    ask(actor, "key", "payload").block();
    assertThat(catchThrowable(() -> ask(actor, "key", "another").block()))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(done).hasValue(1);
  }

  @Test
  void keepsEachActorsKeysApart() {
    ask(actor, "key", "payload").block();
    assertThat(ask(Ids.next(), "key", "another").block()).isEqualTo("answer 2");
  }

  @Test
  void leavesTheKeyFreeWhenTheWorkFails() {
    var broken = Mono.<String>error(new IllegalStateException("broken"));
    assertThat(
            catchThrowable(
                () -> idempotency.once(actor, "key", "p", broken).as(tx::transactional).block()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ask(actor, "key", "p").block()).isEqualTo("answer 1");
  }

  @Test
  void takesKeysOfUpTo255Characters() {
    assertThat(ask(actor, "k".repeat(255), "p").block()).isEqualTo("answer 1");
    assertThat(catchThrowable(() -> ask(actor, "k".repeat(256), "p").block()))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(ask(actor, "", "p").block()).isEqualTo("answer 2");
    assertThat(ask(actor, "", "p").block()).as("without a key").isEqualTo("answer 3");
  }

  @Test
  void standsAKeyOfAnyCharacters() {
    for (var key : new String[] {"'; drop table need", "\u202e", "a\u0000b"}) {
      var trouble = catchThrowable(() -> ask(actor, key, "p").block());
      if (trouble != null) {
        assertThat(trouble).as(key).isInstanceOf(Refusal.class);
      }
    }
  }
}
