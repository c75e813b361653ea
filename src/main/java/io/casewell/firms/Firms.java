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
            select m.account, a.name, a.email, m.roles
            from membership m join account a on a.id = m.account
            where m.firm = :firm order by a.name
            """)
        .bind("firm", firm.value())
        .mapProperties(Colleague.class)
        .all();
  }

  /** Writes a new one. */
  Mono<Void> add(FirmId firm, FirmDetails details) {
    return db.sql(
            """
            insert into firm (id, name, jurisdiction, size, zone, practice_areas, version)
            values (:id, :name, :jurisdiction, :size, :zone, :areas, 1)
            """)
        .bind("id", firm.value())
        .bind("name", details.name())
        .bind("jurisdiction", details.jurisdiction())
        .bind("size", details.size())
        .bind("zone", details.zone())
        .bind("areas", details.practiceAreas().toArray(String[]::new))
        .then();
  }

  /** Writes what the firm says of itself. */
  Mono<Void> change(FirmId firm, FirmDetails details) {
    return db.sql(
            """
            update firm set name = :name, jurisdiction = :jurisdiction, size = :size, zone = :zone,
              practice_areas = :areas where id = :id
            """)
        .bind("id", firm.value())
        .bind("name", details.name())
        .bind("jurisdiction", details.jurisdiction())
        .bind("size", details.size())
        .bind("zone", details.zone())
        .bind("areas", details.practiceAreas().toArray(String[]::new))
        .then();
  }
}
