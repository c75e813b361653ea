package io.casewell.matching;

import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.pricing.RateCards;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a professional is ranked by, read for themselves at this moment. */
@Component
public class OwnFacts {
  private final DatabaseClient db;
  private final RateCards cards;
  private final Tenancy tx;

  OwnFacts(DatabaseClient db, RateCards cards, Tenancy tx) {
    this.db = db;
    this.cards = cards;
    this.tx = tx;
  }

  /**
   * A professional's own facts.
   *
   * @param facts as matching takes them; with a rate of nothing where none is set
   * @param rated whether a rate is set, without which nobody is found
   */
  public record Own(StaffFacts facts, boolean rated) {}

  /** The caller's own; empty while no role is offered. */
  public Mono<Own> of(StaffId staff) {
    return Mono.zip(
            db.sql(StaffRow.SQL)
                .bind("ids", new UUID[] {staff.value()})
                .mapProperties(StaffRow.class)
                .one(),
            cards.current())
        .filter(both -> both.getT1().offersRoles())
        .map(both -> new Own(both.getT1().orPaid(1).facts(both.getT2()), both.getT1().rankable()))
        .as(tx::transactional);
  }
}
