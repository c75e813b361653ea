package io.casewell.firms;

import io.casewell.platform.FirmId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A firm's supervising attorneys, to the firm itself. */
@Component
public class Attorneys {
  private final DatabaseClient db;

  Attorneys(DatabaseClient db) {
    this.db = db;
  }

  /** All of them, by name. */
  public Flux<Attorney> of(FirmId firm) {
    return db.sql(
            """
            select id, name, jurisdiction, bar_number from attorney
            where firm = :firm order by lower(name), id
            """)
        .bind("firm", firm.value())
        .mapProperties(Attorney.class)
        .all();
  }

  /** Adds one; false when this bar number is there already. */
  Mono<Boolean> add(FirmId firm, Attorney one) {
    return db.sql(
            """
            insert into attorney (id, firm, name, jurisdiction, bar_number)
            values (:id, :firm, :name, :jurisdiction, :bar) on conflict do nothing
            """)
        .bind("id", one.id())
        .bind("firm", firm.value())
        .bind("name", one.name())
        .bind("jurisdiction", one.jurisdiction())
        .bind("bar", one.barNumber())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Takes one out; empty when there is no such one. */
  Mono<Attorney> remove(FirmId firm, UUID id) {
    return db.sql(
            """
            delete from attorney where firm = :firm and id = :id
            returning id, name, jurisdiction, bar_number
            """)
        .bind("firm", firm.value())
        .bind("id", id)
        .mapProperties(Attorney.class)
        .one();
  }
}
