package io.casewell.matching;

import io.casewell.platform.RankedFacts;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import io.casewell.pricing.RateCard;
import io.casewell.pricing.RateCards;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes what people are ranked by as packed rows, in the transaction of whatever changed. The
 * row's version is the staff member's own, raised under its row lock.
 */
@Component
class PackedFacts implements RankedFacts {
  private final DatabaseClient db;
  private final RateCards cards;

  PackedFacts(DatabaseClient db, RateCards cards) {
    this.db = db;
    this.cards = cards;
  }

  @Override
  public Mono<Void> renew(Collection<StaffId> staff) {
    return renew(staff, db);
  }

  @Override
  public Mono<Void> renewBy(Worker worker, Collection<StaffId> staff) {
    return renew(staff, worker.db());
  }

  private Mono<Void> renew(Collection<StaffId> staff, DatabaseClient through) {
    return staff.isEmpty()
        ? Mono.empty()
        : cards.current(through).flatMap(card -> renew(staff, card, through));
  }

  private Mono<Void> renew(Collection<StaffId> staff, RateCard card, DatabaseClient through) {
    return through
        .sql(StaffRow.SQL)
        .bind("ids", staff.stream().map(StaffId::value).toArray(UUID[]::new))
        .mapProperties(StaffRow.class)
        .all()
        .filter(StaffRow::rankable)
        .map(row -> new Packed(row.id(), FactsCodec.pack(row.facts(card))))
        .collectList()
        .flatMap(rows -> write(rows, through));
  }

  private record Packed(UUID staff, byte[] facts) {
    String hex() {
      return HexFormat.of().formatHex(facts);
    }
  }

  private static Mono<Void> write(List<Packed> rows, DatabaseClient through) {
    return rows.isEmpty()
        ? Mono.empty()
        : through
            .sql(
                """
                with new_facts as (
                  select n.staff, decode(n.facts, 'hex') as facts
                  from unnest(:staff, :facts) as n(staff, facts)
                ), raised as (
                  update staff s set version = s.version + 1
                  from new_facts n where s.id = n.staff returning s.id, s.version
                )
                insert into rankable (staff, version, facts)
                select r.id, r.version, n.facts from raised r join new_facts n on n.staff = r.id
                """)
            .bind("staff", rows.stream().map(Packed::staff).toArray(UUID[]::new))
            // as hex: the driver leaks a buffer for each element of an array of byte arrays
            .bind("facts", rows.stream().map(Packed::hex).toArray(String[]::new))
            .then();
  }
}
