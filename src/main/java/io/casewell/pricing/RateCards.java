package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.AccountId;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every version of the rate card. The newest is in force; firms may read none. */
@Component
public class RateCards {
  private final DatabaseClient db;

  RateCards(DatabaseClient db) {
    this.db = db;
  }

  /**
   * A version as finance sees it.
   *
   * @param by who published it, or null for the opening card
   */
  public record Version(RateCard card, String note, @Nullable String by, OffsetDateTime at) {}

  private record Row(
      int version,
      String note,
      @Nullable String by,
      OffsetDateTime at,
      String role,
      int markup,
      int floor) {}

  /** The card in force. Needs a staff or operations caller. */
  public Mono<RateCard> current() {
    return current(db);
  }

  /** The same, read through the running transaction's own connections. */
  public Mono<RateCard> current(DatabaseClient through) {
    return rows(through, "where c.version = (select max(version) from rate_card)")
        .collectList()
        .filter(rows -> !rows.isEmpty())
        .map(RateCards::version)
        .map(Version::card);
  }

  /** The versions, newest first, at most a hundred. */
  public Flux<Version> all() {
    return rows(db, "where c.version > (select max(version) from rate_card) - 100")
        .bufferUntilChanged(Row::version)
        .map(RateCards::version);
  }

  private static Flux<Row> rows(DatabaseClient through, String where) {
    return through
        .sql(
            """
            select c.version, c.note, a.name as by, c.at, l.role,
              l.markup_basis_points as markup, l.floor_cents as floor
            from rate_card c
              join rate_card_line l on l.version = c.version
              left join account a on a.id = c.by_account
            """
                + where
                + " order by c.version desc, l.role")
        .mapProperties(Row.class)
        .all();
  }

  private static Version version(List<Row> rows) {
    var lines = new EnumMap<Role, RateCard.Line>(Role.class);
    for (var row : rows) {
      lines.put(Role.of(row.role()).orElseThrow(), new RateCard.Line(row.markup(), row.floor()));
    }
    var first = rows.getFirst();
    return new Version(new RateCard(first.version(), lines), first.note(), first.by(), first.at());
  }

  /**
   * Adds the version after this one. Somebody else may have published in the meantime.
   *
   * @return the new version's number; empty when {@code after} is no longer the newest
   */
  Mono<Integer> add(int after, Map<Role, RateCard.Line> lines, String note, AccountId by) {
    return db.sql(
            """
            insert into rate_card (version, note, by_account)
            select :after + 1, :note, :by
            where (select max(version) from rate_card) = :after
            on conflict do nothing returning version
            """)
        .bind("after", after)
        .bind("note", note)
        .bind("by", by.value())
        .mapValue(Integer.class)
        .one()
        .delayUntil(version ->
            Flux.fromIterable(lines.entrySet())
                .concatMap(line -> add(version, line.getKey(), line.getValue())));
  }

  private Mono<Void> add(int version, Role role, RateCard.Line line) {
    return db.sql("insert into rate_card_line values (:version, :role, :markup, :floor)")
        .bind("version", version)
        .bind("role", role.code())
        .bind("markup", line.markupBasisPoints())
        .bind("floor", line.floorCents())
        .then();
  }
}
