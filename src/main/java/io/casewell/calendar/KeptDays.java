package io.casewell.calendar;

import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.r2dbc.postgresql.codec.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What differs from somebody's usual week: dates of their own, time off, travel, holidays. */
@Component
class KeptDays {
  private final DatabaseClient db;

  KeptDays(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Away.
   *
   * @param cover the colleague who stands in
   * @param coverName who stands in where there are no colleagues; empty for nobody
   */
  record Off(
      UUID id,
      LocalDate from,
      LocalDate to,
      String reason,
      @Nullable UUID cover,
      String coverName) {}

  /** Elsewhere. */
  record Trip(UUID id, LocalDate from, LocalDate to, ZoneId zone) {}

  /** Whose holidays are kept, and which are worked all the same. */
  record HolidayChoice(String country, Set<String> optOuts) {
    static final HolidayChoice NONE = new HolidayChoice("", Set.of());
  }

  /** Everything from a day on. */
  record All(List<DateOverride> dates, List<Off> off, List<Trip> trips, HolidayChoice holidays) {}

  Mono<All> of(Person person, LocalDate from) {
    return Mono.zip(dates(person, from), off(person, from), trips(person, from), holidays(person))
        .map(all -> new All(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
  }

  private Mono<List<DateOverride>> dates(Person person, LocalDate from) {
    return rows(
            "select date, windows from date_override where person = :person and date >= :from"
                + " order by date limit 500",
            person,
            from)
        .map((row, _) ->
            new DateOverride(
                value(row, "date", LocalDate.class),
                DateWindows.of(value(row, "windows", Json.class).asString())))
        .all()
        .collectList();
  }

  private Mono<List<Off>> off(Person person, LocalDate from) {
    return rows(
            "select id, from_date, to_date, reason, cover, cover_name from time_off where person ="
                + " :person and to_date >= :from order by from_date, id limit 500",
            person,
            from)
        .map((row, _) ->
            new Off(
                value(row, "id", UUID.class),
                value(row, "from_date", LocalDate.class),
                value(row, "to_date", LocalDate.class),
                value(row, "reason", String.class),
                row.get("cover", UUID.class),
                value(row, "cover_name", String.class)))
        .all()
        .collectList();
  }

  private Mono<List<Trip>> trips(Person person, LocalDate from) {
    return rows(
            "select id, from_date, to_date, zone from travel where person = :person and to_date >="
                + " :from order by from_date limit 500",
            person,
            from)
        .map((row, _) ->
            new Trip(
                value(row, "id", UUID.class),
                value(row, "from_date", LocalDate.class),
                value(row, "to_date", LocalDate.class),
                ZoneId.of(value(row, "zone", String.class))))
        .all()
        .collectList();
  }

  private DatabaseClient.GenericExecuteSpec rows(String sql, Person person, LocalDate from) {
    return db.sql(sql).bind("person", person.id()).bind("from", from);
  }

  private static <T> T value(io.r2dbc.spi.Readable row, String column, Class<T> type) {
    return java.util.Objects.requireNonNull(row.get(column, type));
  }

  private Mono<HolidayChoice> holidays(Person person) {
    return db.sql("select country, opt_outs from holiday_choice where person = :person")
        .bind("person", person.id())
        .map((row, _) ->
            new HolidayChoice(
                value(row, "country", String.class),
                Set.of(value(row, "opt_outs", String[].class))))
        .one()
        .defaultIfEmpty(HolidayChoice.NONE);
  }

  Mono<Void> put(Person person, DateOverride date) {
    return db.sql(
            """
            insert into date_override (person, date, windows) values (:person, :date, :windows)
            on conflict (person, date)
              do update set windows = excluded.windows, updated_at = now()
            """)
        .bind("person", person.id())
        .bind("date", date.date())
        .bind("windows", Json.of(DateWindows.json(date.windows())))
        .then();
  }

  Mono<Boolean> removeDate(Person person, LocalDate date) {
    return changed(
        db.sql("delete from date_override where person = :person and date = :date")
            .bind("person", person.id())
            .bind("date", date));
  }

  /** Takes days off, under the person's lock: sent twice, the same days are off once. */
  Mono<Void> addOff(Person person, Off off) {
    var statement =
        db.sql(
                """
                insert into time_off (id, person, from_date, to_date, reason, cover, cover_name)
                select :id, :person, :from, :to, :reason, :cover, :coverName
                where not exists (
                  select from time_off
                  where person = :person and from_date = :from and to_date = :to)
                """)
            .bind("id", off.id())
            .bind("person", person.id())
            .bind("from", off.from())
            .bind("to", off.to())
            .bind("reason", off.reason())
            .bind("coverName", off.coverName());
    return (off.cover() == null
            ? statement.bindNull("cover", UUID.class)
            : statement.bind("cover", off.cover()))
        .then();
  }

  Mono<Void> addTrip(Person person, LocalDate from, LocalDate to, ZoneId zone) {
    return db.sql(
            """
            insert into travel (id, person, from_date, to_date, zone)
            values (:id, :person, :from, :to, :zone)
            """)
        .bind("id", Ids.next())
        .bind("person", person.id())
        .bind("from", from)
        .bind("to", to)
        .bind("zone", zone.getId())
        .then();
  }

  Mono<Boolean> removeOff(Person person, UUID id) {
    return changed(
        db.sql("delete from time_off where person = :person and id = :id")
            .bind("person", person.id())
            .bind("id", id));
  }

  Mono<Boolean> removeTrip(Person person, UUID id) {
    return changed(
        db.sql("delete from travel where person = :person and id = :id")
            .bind("person", person.id())
            .bind("id", id));
  }

  private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec statement) {
    return statement.fetch().rowsUpdated().map(n -> n > 0);
  }

  Mono<Void> put(Person person, HolidayChoice choice) {
    if (choice.country().isEmpty()) {
      return db.sql("delete from holiday_choice where person = :person")
          .bind("person", person.id())
          .then();
    }
    return db.sql(
            """
            insert into holiday_choice (person, country, opt_outs)
            values (:person, :country, :outs)
            on conflict (person) do update set country = excluded.country,
              opt_outs = excluded.opt_outs, updated_at = now()
            """)
        .bind("person", person.id())
        .bind("country", choice.country())
        .bind("outs", choice.optOuts().stream().sorted().toArray(String[]::new))
        .then();
  }

  /** Who may stand in for the caller: the sales team for each of it; nobody yet for others. */
  Flux<Colleague> colleagues(Caller caller) {
    return caller instanceof Caller.SalesRep(var me, _)
        ? db.sql("select account, name from sales_team() where account <> :me order by name")
            .bind("me", me.value())
            .mapProperties(Colleague.class)
            .all()
        : Flux.empty();
  }

  /** One of the team. */
  record Colleague(UUID account, String name) {}
}
