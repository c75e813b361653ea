package io.casewell.catalogue;

import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The steps by which the catalogue was changed. Anybody may read them. */
@Component
class Edits {
  private final DatabaseClient db;
  private final JsonMapper json;

  Edits(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  private record Row(
      long number,
      String kind,
      String shelf,
      String code,
      @Nullable String intoCode,
      @Nullable String entry) {}

  /** The number of the latest step, 0 before the first. */
  Mono<Long> latest() {
    return db.sql("select coalesce(max(number), 0) from catalogue_edit").mapValue(Long.class).one();
  }

  /** Every step, in order. */
  Mono<List<Edit>> all() {
    return db.sql(
            """
            select number, kind, shelf, code, into_code, entry::text as entry
            from catalogue_edit order by number
            """)
        .mapProperties(Row.class)
        .all()
        .map(this::edit)
        .collectList();
  }

  private Edit edit(Row row) {
    var entry = row.entry();
    return new Edit(
        row.number(),
        Edit.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        ShelfName.of(row.shelf()).orElseThrow(),
        row.code(),
        row.intoCode(),
        entry == null ? null : json.readValue(entry, Edit.Words.class));
  }

  /** Makes the running transaction the only one that changes the catalogue. */
  Mono<Void> lock() {
    return db.sql("select pg_advisory_xact_lock(hashtextextended('catalogue', 0))").then();
  }

  /** Writes the next step down and gives its number; the lock must be held. */
  Mono<Long> add(
      Edit.Kind kind,
      ShelfName shelf,
      String code,
      @Nullable String into,
      Edit.@Nullable Words words) {
    var insert =
        db.sql(
                """
                insert into catalogue_edit (number, kind, shelf, code, into_code, entry, by_account)
                select coalesce(max(number), 0) + 1, :kind, :shelf, :code, :into, :entry,
                  caller_account() from catalogue_edit
                returning number
                """)
            .bind("kind", kind.name().toLowerCase(Locale.ROOT))
            .bind("shelf", shelf.code())
            .bind("code", code);
    insert = into == null ? insert.bindNull("into", String.class) : insert.bind("into", into);
    insert =
        words == null
            ? insert.bindNull("entry", Json.class)
            : insert.bind("entry", Json.of(json.writeValueAsBytes(words)));
    return insert.mapValue(Long.class).one();
  }
}
