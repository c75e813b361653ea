package io.casewell.needs;

import io.casewell.platform.FirmId;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds a firm's own needs by words of their titles. */
@Component
public class NeedTitles {
  private final DatabaseClient db;
  private final Tenancy tx;

  NeedTitles(DatabaseClient db, Tenancy tx) {
    this.db = db;
    this.tx = tx;
  }

  /**
   * A need found.
   *
   * @param state in words
   * @param tone of its badge
   */
  public record Titled(String id, String title, String state, String tone) {}

  private record Row(UUID id, String title, String state) {
    Titled titled() {
      var stands = NeedState.of(state).orElseThrow();
      return new Titled(id.toString(), title, stands.label(), NeedLine.tone(stands));
    }
  }

  /** Those with these words in the title, open ones first, then the newest. */
  public Mono<List<Titled>> with(FirmId firm, String words, int limit) {
    var literal = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return db.sql(
            """
            select id, title, state from need where firm = :firm and title ilike :like
            order by state = 'open' desc, created_at desc, id desc limit :limit
            """)
        .bind("firm", firm.value())
        .bind("like", "%" + literal + "%")
        .bind("limit", limit)
        .mapProperties(Row.class)
        .all()
        .map(Row::titled)
        .collectList()
        .as(tx::transactional);
  }
}
