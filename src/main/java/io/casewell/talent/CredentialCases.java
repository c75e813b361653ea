package io.casewell.talent;

import io.casewell.platform.StaffId;
import io.casewell.platform.StoredFile;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Certifications on their way from claim to decision. */
@Component
class CredentialCases {
  private static final String SELECT =
      "select "
          + CredentialCase.COLUMNS
          + " from credential c left join stored_file f on f.id = c.document ";

  private final DatabaseClient db;

  CredentialCases(DatabaseClient db) {
    this.db = db;
  }

  /** Somebody's, in the order they were added. */
  Flux<CredentialCase> of(StaffId staff) {
    return db.sql(SELECT + "where c.staff = :staff order by c.created_at, c.id")
        .bind("staff", staff.value())
        .mapProperties(CredentialCase.Row.class)
        .all()
        .map(CredentialCase.Row::one);
  }

  /** This one, if the caller may see it. */
  Mono<CredentialCase> find(UUID id) {
    return find(id, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<CredentialCase> locked(UUID id) {
    return find(id, " for update of c");
  }

  private Mono<CredentialCase> find(UUID id, String lock) {
    return db.sql(SELECT + "where c.id = :id" + lock)
        .bind("id", id)
        .mapProperties(CredentialCase.Row.class)
        .one()
        .map(CredentialCase.Row::one);
  }

  /** Puts a document to it and sends it to review; gives the version reached. */
  Mono<Long> submit(UUID id, StoredFile document) {
    return db.sql(
            """
            update credential set document = :document, state = 'in review', submitted_at = now(),
              reason = null, decided_at = null, decided_by = null, second_look_by = null,
              second_look_note = null, version = version + 1
            where id = :id returning version
            """)
        .bind("document", document.id())
        .bind("id", id)
        .mapValue(Long.class)
        .one();
  }

  /** Verifies it until that day, or for ever; gives the version reached. */
  Mono<Long> verify(UUID id, @Nullable LocalDate until, UUID by) {
    var update =
        db.sql(
                """
                update credential set state = 'verified', valid_until = :until, reason = null,
                  decided_at = now(), decided_by = :by, second_look_by = null,
                  second_look_note = null, version = version + 1
                where id = :id returning version
                """)
            .bind("id", id)
            .bind("by", by);
    return (until == null ? update.bindNull("until", LocalDate.class) : update.bind("until", until))
        .mapValue(Long.class)
        .one();
  }

  /** Rejects it for this reason; gives the version reached. */
  Mono<Long> reject(UUID id, String reason, UUID by) {
    return db.sql(
            """
            update credential set state = 'rejected', reason = :reason, decided_at = now(),
              decided_by = :by, second_look_by = null, second_look_note = null,
              version = version + 1
            where id = :id returning version
            """)
        .bind("id", id)
        .bind("reason", reason)
        .bind("by", by)
        .mapValue(Long.class)
        .one();
  }

  /** Leaves the decision to somebody else; gives the version reached. */
  Mono<Long> secondLook(UUID id, String note, UUID by) {
    return db.sql(
            """
            update credential set second_look_by = :by, second_look_note = :note,
              version = version + 1
            where id = :id returning version
            """)
        .bind("id", id)
        .bind("note", note)
        .bind("by", by)
        .mapValue(Long.class)
        .one();
  }
}
