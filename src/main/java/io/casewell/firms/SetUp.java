package io.casewell.firms;

import io.casewell.platform.FirmId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far a firm is with setting itself up. */
@Component
class SetUp {
  private final DatabaseClient db;

  SetUp(DatabaseClient db) {
    this.db = db;
  }

  /** Begins it; {@code next} is where its owner wanted to go before, or empty. */
  Mono<Void> begin(FirmId firm, String next) {
    return db.sql("insert into firm_setup (firm, next_path) values (:firm, :next)")
        .bind("firm", firm.value())
        .bind("next", next)
        .then();
  }

  /** What is there; a firm that never began (it was brought in) counts as set up. */
  Mono<SetUpState> state(FirmId firm) {
    return db.sql(
            """
            select (s.firm is null or s.finished_at is not null) as finished,
              coalesce(s.next_path, '') as next_path,
              (select count(*) from attorney where firm = :firm)::int as attorneys,
              (select count(*) from firm_party where firm = :firm)::int as parties,
              exists (select from billing_contact where firm = :firm) as billing,
              (select count(*) from membership where firm = :firm)::int as people
            from (select :firm::uuid as id) f left join firm_setup s on s.firm = f.id
            """)
        .bind("firm", firm.value())
        .mapProperties(SetUpState.class)
        .one();
  }

  /** Ends it; again changes nothing. */
  Mono<Void> finish(FirmId firm) {
    return db.sql(
            """
            update firm_setup set finished_at = coalesce(finished_at, now()) where firm = :firm
            """)
        .bind("firm", firm.value())
        .then();
  }
}
