package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.r2dbc.postgresql.codec.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The history of staff imports. */
@Component
class StaffImports {
  private final DatabaseClient db;
  private final JsonMapper json;

  StaffImports(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
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

  /** Keeps why lines were rejected; in the transaction that counts them. */
  Mono<Void> addProblems(UUID id, List<LineReport> reports) {
    var rejected = reports.stream().filter(report -> !report.problems().isEmpty()).toList();
    return rejected.isEmpty() ? Mono.empty() : insert(id, rejected);
  }

  private Mono<Void> insert(UUID id, List<LineReport> rejected) {
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (var report : rejected) {
      for (var problem : report.problems()) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("line", report.line());
        row.put("external_id", report.externalId());
        row.put("field", problem.field());
        row.put("message", problem.message());
        rows.add(row);
      }
    }
    return db.sql(
            """
            insert into staff_import_problem (import, line, external_id, field, message)
            select :id, line, external_id, field, message
            from jsonb_to_recordset(:rows) as r(line bigint, external_id text, field text,
              message text)
            """)
        .bind("id", id)
        .bind("rows", Json.of(json.writeValueAsBytes(rows)))
        .then();
  }

  /** Why a line was rejected. */
  record Rejected(long line, @Nullable String externalId, String field, String message) {}

  /** Whether there was such an import. */
  Mono<Boolean> known(UUID id) {
    return db.sql("select count(*) = 1 from staff_import where id = :id")
        .bind("id", id)
        .mapValue(Boolean.class)
        .one();
  }

  /** The rejected lines of an import, in order, the first hundred thousand. */
  Flux<Rejected> rejected(UUID id) {
    return db.sql(
            """
            select line, external_id, field, message from staff_import_problem
            where import = :id order by line, field limit 100000
            """)
        .bind("id", id)
        .mapProperties(Rejected.class)
        .all();
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
