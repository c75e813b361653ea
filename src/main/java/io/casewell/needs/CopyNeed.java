package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Starts a draft from a need, its parties included; a first day that has passed becomes today. */
@Component
class CopyNeed {
  private final Needs needs;
  private final PostNeed postNeed;
  private final Tenancy tx;
  private final Clock clock;

  CopyNeed(Needs needs, PostNeed postNeed, Tenancy tx, Clock clock) {
    this.needs = needs;
    this.postNeed = postNeed;
    this.tx = tx;
    this.clock = clock;
  }

  Mono<NeedId> copy(NeedId id, Caller.FirmMember by, String key) {
    return needs
        .find(id, by.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWith(needs.parties(id, by.firm()))
        .map(both -> copied(both.getT1().terms(), both.getT2()))
        .flatMap(input -> postNeed.post(List.of(input), NeedState.DRAFT, by, key))
        .as(tx::transactional);
  }

  private NeedInput copied(NeedTerms terms, List<String> parties) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var start = terms.startDate().isBefore(today) ? today : terms.startDate();
    return new NeedInput(terms.withTitleAndStart(title(terms.title()), start), parties);
  }

  private static String title(String title) {
    var copy = "Copy of " + title;
    return copy.codePointCount(0, copy.length()) > 200
        ? copy.substring(0, copy.offsetByCodePoints(0, 200))
        : copy;
  }
}
