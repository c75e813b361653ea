package io.casewell.operations;

import io.casewell.platform.AccountId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The history of staff imports. */
@Component
class StaffImports {
  private final DatabaseClient db;

  StaffImports(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> begin(UUID id, AccountId account, boolean dryRun) {
    return db.sql(
            """
            insert into staff_import (id, account, dry_run, started_at)
            values (:id, :account, :dryRun, now())
            """)
        .bind("id", id)
        .bind("account", account.value())
        .bind("dryRun", dryRun)
        .then();
  }

  /** Adds what came of some lines; in their transaction, so that the history is never ahead. */
  Mono<Void> add(UUID id, ImportSummary counted) {
    return db.sql(
            """
            update staff_import set lines = lines + :lines, created = created + :created,
              updated = updated + :updated, unchanged = unchanged + :unchanged,
              rejected = rejected + :rejected
            where id = :id
            """)
        .bind("lines", (int) counted.lines())
        .bind("created", (int) counted.created())
        .bind("updated", (int) counted.updated())
        .bind("unchanged", (int) counted.unchanged())
        .bind("rejected", (int) counted.rejected())
        .bind("id", id)
        .then();
  }

  Mono<Void> finish(UUID id) {
    return db.sql("update staff_import set finished_at = now() where id = :id")
        .bind("id", id)
        .then();
  }

  /** An import as the history shows it. */
  public record Past(
      UUID id,
      String by,
      boolean dryRun,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime finishedAt,
      int lines,
      int created,
      int updated,
      int unchanged,
      int rejected) {}

  /** The latest imports, newest first. */
  Flux<Past> latest(int limit) {
    return db.sql(
            """
            select i.id, a.name as by, i.dry_run, i.started_at, i.finished_at, i.lines, i.created,
              i.updated, i.unchanged, i.rejected
            from staff_import i join account a on a.id = i.account
            order by i.started_at desc, i.id desc limit :limit
            """)
        .bind("limit", limit)
        .mapProperties(Past.class)
        .all();
  }
}
