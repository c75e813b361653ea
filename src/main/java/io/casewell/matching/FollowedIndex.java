package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.StaffId;
import io.casewell.platform.Wakes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * This node's index of everybody, loaded from the log at start and kept up with it: a change stands
 * in the ranking within a second of its commit, on every node alike.
 */
@Component
class FollowedIndex {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedIndex.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BATCH = 2_000;
  private static final int NEAR = 10;

  private final FactsLog log;
  private final MatchIndex index;
  private final List<FactsFollower> followers;
  private final Wakes wakes;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicReference<Position> position = new AtomicReference<>(new Position(0));
  private final Sinks.Empty<Void> loaded = Sinks.empty();
  private final Disposable.Swap following = Disposables.swap();

  FollowedIndex(FactsLog log, Engine engine, Wakes wakes, List<FactsFollower> followers) {
    this.log = log;
    this.followers = List.copyOf(followers);
    this.index = new MatchIndex(engine);
    this.wakes = wakes;
  }

  /** A ranking and the place in the log it was made from: replaying gives the same bytes. */
  record Run(Position position, Ranking ranking) {}

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    following.update(
        load()
            .thenMany(wakes.of("rankable", PAUSE).concatMap(_ -> catchUp(), 1))
            .subscribe(_ -> {}, trouble -> LOG.error("the matching index stopped", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    following.dispose();
  }

  private Mono<Void> load() {
    return log.end()
        .flatMap(end -> put(Mono.just(end), log.at(end).buffer(BATCH)))
        .doOnSuccess(_ -> loaded.tryEmitEmpty())
        .retryWhen(
            reactor.util.retry.Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1))
                .doBeforeRetry(
                    again -> LOG.warn("the facts could not be loaded", again.failure())));
  }

  private Mono<Void> catchUp() {
    var from = position.get();
    return log.end()
        .filter(end -> end.transaction() > from.transaction())
        .flatMap(end -> put(Mono.just(end), log.between(from, end).buffer(BATCH)))
        .onErrorResume(trouble -> {
          LOG.warn("the log of facts could not be read, trying again: {}", trouble.toString());
          return Mono.empty();
        });
  }

  /** Takes all of it in, then moves the position: between the two nobody ranks. */
  private Mono<Void> put(
      Mono<Position> end, reactor.core.publisher.Flux<List<StaffFacts>> batches) {
    return batches
        .publishOn(Schedulers.boundedElastic())
        .collectList()
        .zipWith(end)
        .doOnNext(both -> takeIn(both.getT1(), both.getT2()))
        .then();
  }

  private void takeIn(List<List<StaffFacts>> batches, Position end) {
    lock.writeLock().lock();
    try {
      batches.forEach(index::put);
      followers.forEach(follower -> batches.forEach(follower::put));
      position.set(end);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** How far this node has read the log. */
  Position position() {
    return position.get();
  }

  /** Whether everybody has been read in. */
  boolean isLoaded() {
    return Boolean.TRUE.equals(loaded.scan(reactor.core.Scannable.Attr.TERMINATED));
  }

  /** Ranks everybody for this need, as soon as everybody is there. */
  Mono<Run> rank(Ask ask, Instant now, int limit) {
    return loaded
        .asMono()
        .then(Mono.fromCallable(() -> ranked(ask, now, limit)).subscribeOn(Schedulers.parallel()));
  }

  /** What a need would gain by asking for less, as soon as everybody is there. */
  Mono<NearMisses> nearMisses(Ask ask, Instant now, Catalogue catalogue) {
    return loaded
        .asMono()
        .then(
            Mono.fromCallable(() -> missed(ask, now, catalogue))
                .subscribeOn(Schedulers.parallel()));
  }

  /** What is known of these people, of whom nothing is known left out. */
  Mono<Map<StaffId, StaffFacts>> facts(Collection<StaffId> staff) {
    return loaded
        .asMono()
        .then(Mono.fromCallable(() -> factsNow(staff)).subscribeOn(Schedulers.parallel()));
  }

  private Map<StaffId, StaffFacts> factsNow(Collection<StaffId> staff) {
    var facts = new LinkedHashMap<StaffId, StaffFacts>();
    lock.readLock().lock();
    try {
      staff.forEach(one -> index.facts(one).ifPresent(known -> facts.put(one, known)));
      return facts;
    } finally {
      lock.readLock().unlock();
    }
  }

  private NearMisses missed(Ask ask, Instant now, Catalogue catalogue) {
    lock.readLock().lock();
    try {
      return index.nearMisses(ask, now, NEAR, catalogue);
    } finally {
      lock.readLock().unlock();
    }
  }

  private Run ranked(Ask ask, Instant now, int limit) {
    lock.readLock().lock();
    try {
      return new Run(position.get(), index.rank(ask, now, limit));
    } finally {
      lock.readLock().unlock();
    }
  }
}
