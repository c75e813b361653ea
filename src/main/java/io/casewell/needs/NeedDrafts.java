package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.AccountId;
import io.casewell.platform.FirmId;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The drafts a firm keeps. Every read and write names the firm; nobody else's are there. */
@Component
class NeedDrafts {
  private static final int FIELDS_MAX = 200_000;
  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

  private final DatabaseClient db;
  private final Catalogue catalogue;
  private final JsonMapper json;

  NeedDrafts(DatabaseClient db, Catalogue catalogue, JsonMapper json) {
    this.db = db;
    this.catalogue = catalogue;
    this.json = json;
  }

  private record Row(
      UUID id,
      UUID firm,
      long version,
      String tab,
      int step,
      String fields,
      String changedBy,
      Instant updatedAt) {}

  /** A draft in the list. */
  record Line(UUID id, String title, int step, String changedBy, Instant updatedAt) {}

  private static final String SELECT =
      """
      select d.id, d.firm, d.version, d.tab, d.step, (d.fields -> 'fields')::text as fields,
        coalesce(a.name, '') as changed_by, d.updated_at
      from need_draft d left join account a on a.id = d.changed_by
      where d.id = :id and d.firm = :firm
      """;

  /** The firm's draft. */
  Mono<NeedDraft> find(UUID id, FirmId firm) {
    return one(SELECT, id, firm);
  }

  /** The same with its row locked, in the running transaction. */
  Mono<NeedDraft> locked(UUID id, FirmId firm) {
    return one(SELECT + " for update of d", id, firm);
  }

  private Mono<NeedDraft> one(String sql, UUID id, FirmId firm) {
    return db.sql(sql)
        .bind("id", id)
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .one()
        .map(this::draft);
  }

  private NeedDraft draft(Row row) {
    return new NeedDraft(
        row.id(),
        new FirmId(row.firm()),
        row.version(),
        row.tab(),
        Step.of(Integer.toString(row.step())).orElse(Step.WORK),
        NeedForm.kept(json.readValue(row.fields(), FIELDS), catalogue),
        row.changedBy(),
        row.updatedAt());
  }

  /** The firm's drafts, the last changed first. */
  Flux<Line> of(FirmId firm, int limit) {
    return db.sql(
            """
            select d.id, d.title, d.step, coalesce(a.name, '') as changed_by, d.updated_at
            from need_draft d left join account a on a.id = d.changed_by
            where d.firm = :firm order by d.updated_at desc, d.id limit :limit
            """)
        .bind("firm", firm.value())
        .bind("limit", limit)
        .mapProperties(Line.class)
        .all();
  }

  /** Writes a draft that was not there; false when its id is taken, by whomever. */
  Mono<Boolean> add(NeedDraft draft, AccountId by) {
    return db.sql(
            """
            insert into need_draft
              (id, firm, version, tab, title, step, fields, begun_by, changed_by)
            values (:id, :firm, :version, :tab, :title, :step, :fields, :by, :by)
            on conflict do nothing
            """)
        .bind("id", draft.id())
        .bind("firm", draft.firm().value())
        .bind("version", draft.version())
        .bind("tab", draft.tab())
        .bind("title", title(draft))
        .bind("step", draft.step().number())
        .bind("fields", fields(draft))
        .bind("by", by.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Writes over the locked row. */
  Mono<Void> update(NeedDraft draft, AccountId by) {
    return db.sql(
            """
            update need_draft set version = :version, tab = :tab, title = :title, step = :step,
              fields = :fields, changed_by = :by, updated_at = now()
            where id = :id and firm = :firm
            """)
        .bind("id", draft.id())
        .bind("firm", draft.firm().value())
        .bind("version", draft.version())
        .bind("tab", draft.tab())
        .bind("title", title(draft))
        .bind("step", draft.step().number())
        .bind("fields", fields(draft))
        .bind("by", by.value())
        .then();
  }

  Mono<Void> remove(UUID id, FirmId firm) {
    return db.sql("delete from need_draft where id = :id and firm = :firm")
        .bind("id", id)
        .bind("firm", firm.value())
        .then();
  }

  private static String title(NeedDraft draft) {
    var title = draft.form().text("title");
    int most = 200;
    return title.codePointCount(0, title.length()) > most
        ? title.substring(0, title.offsetByCodePoints(0, most))
        : title;
  }

  private Json fields(NeedDraft draft) {
    var kept = json.writeValueAsString(Map.of("v", 1, "fields", draft.form().all()));
    if (kept.length() > FIELDS_MAX) {
      var problems = new Problems();
      problems.add("text", "This is more text than a need can hold. Please shorten it.");
      throw new Refusal.Invalid(problems);
    }
    return Json.of(kept);
  }
}
