package io.casewell.notifications;

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

/**
 * Sends what waits, a few at a time, from the moment the application is ready. What a server does
 * not take is tried again with growing pauses; what it refuses for good is given up, visibly.
 */
@Component
class MailRun {
  private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LANES = 4;

  /** About a day. */
  static final int MOST_TRIES = 14;

  private final Mails mails;
  private final Letters letters;
  private final MailGateway gateway;
  private final Disposable.Swap running = Disposables.swap();

  MailRun(Mails mails, Letters letters, MailGateway gateway) {
    this.mails = mails;
    this.letters = letters;
    this.gateway = gateway;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    running.update(
        Mono.defer(this::round)
            .repeatWhen(done -> done.delayElements(PAUSE))
            .subscribe(_ -> {}, trouble -> LOG.error("the mail run stopped", trouble)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    running.dispose();
  }

  /** Sends what waits, and ends when nothing does. */
  Mono<Void> round() {
    return Flux.range(0, LANES)
        .flatMap(_ -> one().repeat().takeWhile(found -> found).then())
        .then()
        .onErrorResume(trouble -> {
          LOG.warn("the mails could not be read, trying again: {}", trouble.toString());
          return Mono.empty();
        });
  }

  private Mono<Boolean> one() {
    return mails.claim().flatMap(mail -> tried(mail).thenReturn(true)).defaultIfEmpty(false);
  }

  private Mono<Void> tried(Mail mail) {
    return Mono.fromCallable(() -> letters.write(mail))
        .flatMap(written -> gateway.send(mail, written))
        .then(Mono.just(Verdict.TAKEN))
        .onErrorResume(trouble -> Mono.just(Verdict.of(trouble)))
        .flatMap(verdict -> note(mail, verdict));
  }

  private Mono<Void> note(Mail mail, Verdict verdict) {
    if (verdict.equals(Verdict.TAKEN)) {
      return mails.sent(mail.id());
    }
    // neither the address nor the words: an id is enough to find it
    LOG.warn("mail {} ({}) was not taken: {}", mail.id(), mail.kind(), verdict.words());
    return verdict.forGood() || mail.tries() >= MOST_TRIES
        ? mails.giveUp(mail.id(), verdict.words())
        : mails.postpone(mail.id(), verdict.words());
  }
}
