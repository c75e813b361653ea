package io.casewell.openings;

import io.casewell.matching.Ask;
import io.casewell.matching.Engine;
import io.casewell.needs.NeedId;
import io.casewell.needs.NeedLog;
import io.casewell.needs.NeedState;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Secrets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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
 * This node's memory of every open need, loaded at the start and kept up with the database. Of the
 * parties only their keyed hashes are held.
 */
@Component
class OpenNeeds {
  private static final Logger LOG = LoggerFactory.getLogger(OpenNeeds.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final NeedLog log;
  private final Engine engine;
  private final PartyNames partyNames;
  private final Map<NeedId, OpenNeed> open = new ConcurrentHashMap<>();
  private final AtomicLong position = new AtomicLong();
  private final Sinks.Empty<Void> loaded = Sinks.empty();
  private final Disposable.Swap following = Disposables.swap();

  OpenNeeds(NeedLog log, Engine engine, Secrets secrets) {
    this.log = log;
    this.engine = engine;
    this.partyNames = new PartyNames(secrets.keyFor("party"));
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    following.update(
        load()
            .then(Mono.defer(this::catchUp).repeatWhen(done -> done.delayElements(PAUSE)).then())
            .subscribe(_ -> {}, trouble -> LOG.error("the open needs stopped", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    following.dispose();
  }

  private Mono<Void> load() {
    return log.end()
        .flatMap(end -> take(log.open(), end))
        .doOnSuccess(_ -> loaded.tryEmitEmpty())
        .retryWhen(
            Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1))
                .doBeforeRetry(
                    again -> LOG.warn("the open needs could not be loaded", again.failure())));
  }

  private Mono<Void> catchUp() {
    long from = position.get();
    return log.end()
        .filter(end -> end > from)
        .flatMap(end -> take(log.between(from, end), end))
        .onErrorResume(trouble -> {
          LOG.warn("the needs could not be read, trying again: {}", trouble.toString());
          return Mono.empty();
        });
  }

  private Mono<Void> take(Flux<NeedLog.Changed> changes, long end) {
    return changes.doOnNext(this::take).then(Mono.fromRunnable(() -> position.set(end)));
  }

  private void take(NeedLog.Changed changed) {
    var need = changed.need();
    if (need.state() != NeedState.OPEN) {
      open.remove(need.id());
      return;
    }
    var parties = changed.parties().stream().map(partyNames::hash).collect(Collectors.toSet());
    var ask = new Ask(need.id().value(), need.firm(), need.terms(), parties);
    // the names themselves are not held on to
    var kept =
        new NeedLog.Changed(
            need, List.of(), changed.firmName(), changed.firmPlace(), changed.firmSize());
    open.put(need.id(), new OpenNeed(kept, engine.judge(ask)));
  }

  /** Every open need, as soon as they are there. */
  Mono<Collection<OpenNeed>> all() {
    return loaded.asMono().then(Mono.fromSupplier(() -> List.copyOf(open.values())));
  }
}
