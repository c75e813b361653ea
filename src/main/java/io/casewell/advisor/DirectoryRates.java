package io.casewell.advisor;

import io.casewell.catalogue.Role;
import io.casewell.platform.Tenancy;
import java.time.Duration;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Bill rates by role over the directory's active people. Public by intent: only quartiles of five
 * people and more leave the database.
 */
@Component
class DirectoryRates {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Mono<Map<Role, RateRange>> ranges;

  DirectoryRates(DatabaseClient db, Tenancy tx) {
    // rates move slowly and everybody sees the same, so one read serves many answers
    ranges = tx.transactional(read(db)).cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  private record Row(String role, int people, int lowCents, int middleCents, int highCents) {}

  /** The range of each role; a role too few people offer is absent. */
  Mono<Map<Role, RateRange>> ranges() {
    return ranges;
  }

  private static Mono<Map<Role, RateRange>> read(DatabaseClient db) {
    return db.sql("select role, people, low_cents, middle_cents, high_cents from public_rates()")
        .mapProperties(Row.class)
        .all()
        .collectMap(
            row -> Role.of(row.role()).orElseThrow(),
            row -> new RateRange(row.people(), row.lowCents(), row.middleCents(), row.highCents()));
  }
}
