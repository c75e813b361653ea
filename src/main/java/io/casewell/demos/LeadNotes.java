package io.casewell.demos;

import io.casewell.platform.AccountId;
import io.casewell.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the team wrote down about a prospect. */
@Component
class LeadNotes {
  private final DatabaseClient db;

  LeadNotes(DatabaseClient db) {
    this.db = db;
  }

  /** A note as the page shows it. */
  record Note(String text, String name, Instant at) {}

  /** The newest hundred of a prospect. */
  Flux<Note> of(UUID lead) {
    return db.sql(
            """
            select n.text, coalesce(t.name, 'Somebody') as name, n.at from lead_note n
              left join sales_team() t on t.account = n.account
            where n.lead = :lead order by n.at desc limit 100
            """)
        .bind("lead", lead)
        .mapProperties(Note.class)
        .all();
  }

  /** Adds one in the running transaction. */
  Mono<Void> add(UUID lead, AccountId by, String text) {
    return db.sql("insert into lead_note (id, lead, account, text) values (:id, :lead, :by, :text)")
        .bind("id", Ids.next())
        .bind("lead", lead)
        .bind("by", by.value())
        .bind("text", text)
        .then();
  }
}
