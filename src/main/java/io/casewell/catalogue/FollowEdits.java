package io.casewell.catalogue;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Keeps this node's catalogue up with the steps in the database: it looks once a second. */
@Component
public class FollowEdits {
  private static final Logger LOG = LoggerFactory.getLogger(FollowEdits.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Edits edits;
  private final Catalogue catalogue;
  private final Disposable.Swap following = Disposables.swap();

  FollowEdits(Edits edits, Catalogue catalogue) {
    this.edits = edits;
    this.catalogue = catalogue;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    following.update(
        Mono.defer(this::look)
            .onErrorResume(trouble -> {
              LOG.warn("the catalogue's steps could not be read: {}", trouble.toString());
              return Mono.empty();
            })
            .repeatWhen(done -> done.delayElements(PAUSE))
            .subscribe(_ -> {}, trouble -> LOG.error("the catalogue is not followed", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    following.dispose();
  }

  /** Takes in what is new, now. */
  public Mono<Void> look() {
    return edits
        .latest()
        .filter(latest -> latest != catalogue.number())
        .flatMap(_ -> edits.all())
        .doOnNext(catalogue::become)
        .then();
  }
}
