package io.casewell.talent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The credentials that wait to be checked, the longest wait first, and those decided, newest first.
 * Read page by page from an index: among a hundred thousand people a page touches the rows it
 * shows, by a function of the database that answers operations only (see the migration).
 */
@Component
class VettingQueue {
  /** How many stand on a page. */
  static final int PAGE = 25;

  /** Counting stops here: more is "1,000 or more". */
  static final int COUNTED = 1000;

  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final DatabaseClient db;

  VettingQueue(DatabaseClient db) {
    this.db = db;
  }

  /** A row of the queue; {@code at} is since when it waits, or when it was decided. */
  record Row(
      UUID id,
      String name,
      String code,
      String number,
      @Nullable LocalDate validUntil,
      Instant at,
      String type,
      @Nullable String decider) {
    VettingQuery.Place place() {
      return new VettingQuery.Place(at, id);
    }
  }

  /** A page of it, and one row more when there are more. */
  Flux<Row> page(VettingQuery query) {
    var after = query.after();
    boolean open = query.view().open();
    var name = query.name().toLowerCase(Locale.ROOT);
    return db.sql(
            """
            select p.id, s.name, c.code, c.number, c.valid_until, p.at,
              coalesce(f.type, '') as type, a.name as decider
            from vetting_page(:shelf, :code, :name, :beyond, :at, :after, :most) p
              join credential c on c.id = p.id
              join staff s on s.id = c.staff
              left join stored_file f on f.id = c.document
              left join account a on a.id = c.decided_by
            order by p.at %1$s, p.id %1$s
            """
                .formatted(open ? "asc" : "desc"))
        .bind("shelf", query.view().word())
        .bind("code", query.code())
        .bind("name", name)
        .bind("beyond", name + Character.toString(0x10FFFF))
        .bind("at", after == null ? (open ? BEGINNING : END) : after.at())
        .bind("after", after == null ? (open ? FIRST : LAST) : after.id())
        .bind("most", PAGE + 1)
        .mapProperties(Row.class)
        .all();
  }

  /** How many wait, and since when the longest. */
  record Counts(int waiting, int secondLook, @Nullable Instant oldest) {}

  /** What the page says above the list. */
  Mono<Counts> counts() {
    return db.sql("select waiting, second_look, oldest from vetting_counts(:most)")
        .bind("most", COUNTED)
        .mapProperties(Counts.class)
        .one();
  }

  /** The one that waits longest besides this one, to go on with. */
  Mono<UUID> nextBut(UUID decided) {
    return db.sql(
            """
            select id from vetting_page('waiting', '', '', '', :at, :after, 2)
            where id <> :decided order by at, id limit 1
            """)
        .bind("at", BEGINNING)
        .bind("after", FIRST)
        .bind("decided", decided)
        .mapValue(UUID.class)
        .one();
  }
}
