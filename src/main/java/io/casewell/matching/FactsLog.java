package io.casewell.matching;

import io.casewell.platform.Worker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the append-only log of packed facts, as the worker. */
@Component
class FactsLog {
  private final Worker worker;

  FactsLog(Worker worker) {
    this.worker = worker;
  }

  /** How far the log may be read: up to the oldest transaction still running. */
  Mono<Position> end() {
    return worker
        .db()
        .sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as transaction")
        .mapProperties(Position.class)
        .one();
  }

  /** Everybody's facts as they stood at this position. */
  Flux<StaffFacts> at(Position position) {
    return worker
        .db()
        .sql(
            """
            select distinct on (staff) facts from rankable
            where xid < :position::text::xid8 order by staff, version desc
            """)
        .bind("position", Long.toString(position.transaction()))
        .mapValue(byte[].class)
        .all()
        .map(FactsCodec::unpack);
  }

  /** How many changes may be read that came after this position. */
  Mono<Long> changedAfter(Position position) {
    return worker
        .db()
        .sql(
            """
            select count(*) from rankable where xid >= :position::text::xid8
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            """)
        .bind("position", Long.toString(position.transaction()))
        .mapValue(Long.class)
        .one();
  }

  /** What was written from one position up to another, in order for each person. */
  Flux<StaffFacts> between(Position from, Position to) {
    return worker
        .db()
        .sql(
            """
            select facts from rankable
            where xid >= :from::text::xid8 and xid < :to::text::xid8 order by version
            """)
        .bind("from", Long.toString(from.transaction()))
        .bind("to", Long.toString(to.transaction()))
        .mapValue(byte[].class)
        .all()
        .map(FactsCodec::unpack);
  }
}
