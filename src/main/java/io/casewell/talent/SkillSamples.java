package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The samples of work people sent to have a skill confirmed. */
@Component
class SkillSamples {
  /** How many stand on a page. */
  static final int PAGE = 25;

  private static final String SELECT =
      """
      select p.id, p.staff, p.skill, p.level, p.about, p.document as file,
        coalesce(f.name, 'A document') as file_name,
        coalesce(f.type, 'application/pdf') as file_type, coalesce(f.bytes, 0) as file_bytes,
        coalesce(f.pages, 0) as file_pages, p.state,
        p.confirmed_level, p.words, p.submitted_at, p.version
      from skill_sample p left join stored_file f on f.id = p.document
      """;

  private final DatabaseClient db;

  SkillSamples(DatabaseClient db) {
    this.db = db;
  }

  /** Somebody's, newest first. */
  Flux<SkillSample> of(StaffId staff) {
    return db.sql(SELECT + " where p.staff = :staff order by p.submitted_at desc, p.id limit 200")
        .bind("staff", staff.value())
        .mapProperties(SkillSample.Row.class)
        .all()
        .map(SkillSample.Row::sample);
  }

  /** This one, if the caller may see it. */
  Mono<SkillSample> find(UUID id) {
    return find(id, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<SkillSample> locked(UUID id) {
    return find(id, " for update of p");
  }

  private Mono<SkillSample> find(UUID id, String lock) {
    return db.sql(SELECT + " where p.id = :id" + lock)
        .bind("id", id)
        .mapProperties(SkillSample.Row.class)
        .one()
        .map(SkillSample.Row::sample);
  }

  /** Adds one; false when one for this skill waits already. */
  Mono<Boolean> add(UUID id, StaffId staff, String skill, int level, String about, UUID document) {
    return db.sql(
            """
            insert into skill_sample (id, staff, skill, level, about, document, state)
            values (:id, :staff, :skill, :level, :about, :document, 'in review')
            on conflict (staff, skill) where state = 'in review' do nothing
            """)
        .bind("id", id)
        .bind("staff", staff.value())
        .bind("skill", skill)
        .bind("level", level)
        .bind("about", about)
        .bind("document", document)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Ends the review of one; gives the version reached. */
  Mono<Long> decide(UUID id, @Nullable Integer level, String words, UUID by) {
    var update =
        db.sql(
                """
                update skill_sample set state = :state, confirmed_level = :level, words = :words,
                  decided_at = now(), decided_by = :by, version = version + 1
                where id = :id returning version
                """)
            .bind("id", id)
            .bind("state", level == null ? "declined" : "confirmed")
            .bind("words", words)
            .bind("by", by);
    return (level == null ? update.bindNull("level", Integer.class) : update.bind("level", level))
        .mapValue(Long.class)
        .one();
  }

  /** Writes down that a sample confirmed the skill up to this level. */
  Mono<Void> confirm(UUID id, SkillSample sample, int level, String words, UUID by) {
    return db.sql(
            """
            insert into skill_confirmation (id, staff, skill, level, words, sample, by_account)
            values (:id, :staff, :skill, :level, :words, :sample, :by)
            """)
        .bind("id", id)
        .bind("staff", sample.staff().value())
        .bind("skill", sample.skill())
        .bind("level", level)
        .bind("words", words)
        .bind("sample", sample.id())
        .bind("by", by)
        .then();
  }

  /** A sample that waits, with whose it is. */
  record Waiting(UUID id, String name, String skill, int level, Instant submittedAt) {}

  /** Those that wait, the longest first, after this place; one more than fits a page. */
  Flux<Waiting> waiting(VettingQuery.@Nullable Place after) {
    return db.sql(
            """
            select p.id, s.name, p.skill, p.level, p.submitted_at
            from skill_sample p join staff s on s.id = p.staff
            where p.state = 'in review' and (p.submitted_at, p.id) > (:at, :after)
            order by p.submitted_at, p.id limit %d
            """
                .formatted(PAGE + 1))
        .bind("at", after == null ? Instant.EPOCH : after.at())
        .bind("after", after == null ? new UUID(0, 0) : after.id())
        .mapProperties(Waiting.class)
        .all();
  }
}
