package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import io.casewell.needs.Needs;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import io.casewell.pricing.RateCard;
import io.casewell.pricing.RateCards;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Holds a professional against today's open needs: how many fit, and what alone keeps others off.
 */
@Component
class OpenedByParts {
  /** Firms decide these, not the professional. */
  private static final int NOT_THEIRS =
      Constraint.CONFLICT.bit() | Constraint.BLOCKED.bit() | Constraint.STATUS.bit();

  private final Needs needs;
  private final RateCards cards;
  private final Engine engine;
  private final DatabaseClient db;
  private final Clock clock;
  private final Tenancy tx;

  OpenedByParts(
      Needs needs, RateCards cards, Engine engine, DatabaseClient db, Clock clock, Tenancy tx) {
    this.needs = needs;
    this.cards = cards;
    this.engine = engine;
    this.db = db;
    this.clock = clock;
    this.tx = tx;
  }

  private record Known(StaffRow row, RateCard card, List<NeedTerms> asks) {}

  Mono<Opened> of(Caller.Professional me) {
    return Mono.zip(row(me), cards.current(), needs.openAsks().collectList())
        .map(all -> new Known(all.getT1(), all.getT2(), all.getT3()))
        .as(tx::transactional)
        .publishOn(Schedulers.parallel())
        .map(known -> held(known, clock.instant()));
  }

  private Mono<StaffRow> row(Caller.Professional me) {
    return db.sql(StaffRow.SQL)
        .bind("ids", new UUID[] {me.staff().value()})
        .mapProperties(StaffRow.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private Opened held(Known known, Instant now) {
    boolean paid = known.row().rankable();
    var facts = known.row().orPaid(1).facts(known.card());
    int ignored = NOT_THEIRS | (paid ? 0 : Constraint.RATE.bit());
    var alone = new EnumMap<Constraint, Integer>(Constraint.class);
    var among = new EnumMap<Constraint, Integer>(Constraint.class);
    int asked = 0;
    int fit = 0;
    for (var terms : known.asks()) {
      if (facts.roles().contains(terms.role())) {
        asked++;
        var ask = new Ask(Ids.next(), FirmId.next(), terms, Set.of());
        int mask = engine.evaluate(ask, facts, now).mask() & ~ignored;
        if (mask == 0) {
          fit++;
        } else if (Integer.bitCount(mask) == 1) {
          alone.merge(Constraint.in(mask).getFirst(), 1, Integer::sum);
        } else {
          Constraint.in(mask).forEach(missing -> among.merge(missing, 1, Integer::sum));
        }
      }
    }
    return Opened.of(asked, fit, alone, among);
  }
}
