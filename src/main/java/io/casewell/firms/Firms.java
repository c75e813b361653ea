package io.casewell.firms;

import io.casewell.platform.FirmId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of law firms; each sees itself. */
@Component
public class Firms {
  private final DatabaseClient db;

  Firms(DatabaseClient db) {
    this.db = db;
  }

  /** The firm, to its own people. */
  public Mono<Firm> find(FirmId firm) {
    return db.sql(
            """
            select id, name, jurisdiction, size, zone, practice_areas from firm where id = :firm
            """)
        .bind("firm", firm.value())
        .mapProperties(Firm.class)
        .one();
  }

  /** Its people, by name. */
  public Flux<Colleague> people(FirmId firm) {
    return db.sql(
            """
            select a.name, a.email, m.roles
            from membership m join account a on a.id = m.account
            where m.firm = :firm order by a.name
            """)
        .bind("firm", firm.value())
        .mapProperties(Colleague.class)
        .all();
  }
}
