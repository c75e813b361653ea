package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Publishes a new version of the rate card and derives every bill rate from it, all or nothing.
 * What was agreed with a firm is written down elsewhere and does not move.
 */
@Component
class PublishRateCard {
  /** The subject of the card's trail: there is one card. */
  static final UUID CARD = new UUID(0, 1);

  private static final int CHUNK = 500;

  private final RateCards cards;
  private final StaffRates rates;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  PublishRateCard(
      RateCards cards,
      StaffRates rates,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.cards = cards;
    this.rates = rates;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /**
   * Publishes.
   *
   * @param after the version that was in force when this one was written
   * @return the new version; empty when somebody else published in the meantime
   */
  Mono<Integer> publish(
      Caller.Operations by, int after, Map<Role, RateCard.Line> lines, String note) {
    return cards
        .add(after, lines, note, by.account())
        .delayUntil(this::derive)
        .delayUntil(version -> audit.append(entry(version, lines, note)))
        .as(tx::transactional);
  }

  private Mono<Void> derive(int version) {
    return rates
        .derive(version)
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(changed -> changed)
        .buffer(CHUNK)
        .concatMap(this::renew)
        .then();
  }

  private Mono<Void> renew(List<StaffId> changed) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(changed);
  }

  private static Audit.Entry entry(int version, Map<Role, RateCard.Line> lines, String note) {
    var after = new TreeMap<String, Object>();
    after.put("version", version);
    after.put("note", note);
    lines.forEach((role, line) -> after.put(role.code(), line));
    return new Audit.Entry("rate_card", CARD, null, null, "published", null, after);
  }
}
