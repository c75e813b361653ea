package io.casewell.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes away bytes that no row names: of an upload whose transaction failed, of a document that was
 * removed. A day's grace, so that nothing is taken from under a running transaction.
 */
@Component
class SweepFiles implements RecurringJob {
  private static final Duration GRACE = Duration.ofDays(1);
  private static final int AT_ONCE = 500;

  private final FileStore store;
  private final Worker worker;
  private final Clock clock;

  SweepFiles(FileStore store, Worker worker, Clock clock) {
    this.store = store;
    this.worker = worker;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sweep files";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(12));
  }

  @Override
  public Mono<Void> run() {
    return Mono.fromCallable(this::old)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapMany(Flux::fromIterable)
        .buffer(AT_ONCE)
        .concatMap(this::sweep)
        .then();
  }

  private List<String> old() throws java.io.IOException {
    var before = clock.instant().minus(GRACE);
    store.tidy(before);
    var keys = new ArrayList<String>();
    store.keysBefore(before, keys::add);
    return keys;
  }

  private Mono<Void> sweep(List<String> keys) {
    return worker
        .db()
        .sql("select key from stored_file where key = any(:keys)")
        .bind("keys", keys.toArray(String[]::new))
        .mapValue(String.class)
        .all()
        .collectList()
        .publishOn(Schedulers.boundedElastic())
        .flatMap(named -> Mono.fromCallable(() -> remove(keys, named)))
        .then();
  }

  private int remove(List<String> keys, List<String> named) throws java.io.IOException {
    var orphans = new HashSet<>(keys);
    named.forEach(orphans::remove);
    for (var key : orphans) {
      store.remove(key);
    }
    return orphans.size();
  }
}
