package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a time for a visitor while they fill in the form: five minutes, one time each. */
@Component
class HoldSlot {
  private final DemoTypes types;
  private final Demos demos;
  private final Diary diary;
  private final Tenancy tx;
  private final int perBrowser;
  private final int perAddress;

  HoldSlot(
      DemoTypes types,
      Demos demos,
      Diary diary,
      Tenancy tx,
      @Value("${casewell.limits.holds-per-browser:40}") int perBrowser,
      @Value("${casewell.limits.holds-per-address:400}") int perAddress) {
    this.types = types;
    this.demos = demos;
    this.diary = diary;
    this.tx = tx;
    this.perBrowser = perBrowser;
    this.perAddress = perAddress;
  }

  /** Holds it; gives until when. */
  Mono<Instant> hold(
      String slug, Instant start, @Nullable UUID rep, byte[] browser, byte[] address) {
    return types
        .bookable(slug)
        .zipWhen(type -> types.pool(type.id()))
        .map(both -> new Offer(both.getT1(), both.getT2()))
        .map(offer -> rep == null ? offer : offer.with(rep))
        .flatMap(offer -> diary.hold(offer, start, browser))
        .delayUntil(_ -> counted(browser, address))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }

  private Mono<Void> counted(byte[] browser, byte[] address) {
    return demos
        .count("hold", browser, "hour", perBrowser)
        .then(demos.count("hold", address, "hour", perAddress));
  }

  /** Until when this visitor holds that time; empty when they do not. */
  Mono<Instant> until(DemoType type, Instant start, byte[] browser) {
    return diary
        .heldUntil(type, start, browser)
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }
}
