package io.casewell.calendar;

import io.casewell.platform.Ids;
import io.casewell.platform.Origin;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Promised hours of every week. They become shifts for half a year ahead, so that no two firms hold
 * one person at one hour, and go on from there by a job. Matching takes the patterns, not the
 * shifts, off the hours a person declared.
 */
@Component
public class AgreedHours {
  /** How far ahead shifts are made. */
  static final int HORIZON_DAYS = 26 * 7;

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Clock clock;

  AgreedHours(DatabaseClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes the pattern down and holds its hours, in the running transaction of the firm, of the
   * professional or of operations. Refused with a conflict when one of them is promised already.
   *
   * @return the commitment's id
   */
  public Mono<UUID> agree(AgreedPattern pattern) {
    return Mono.deferContextual(context -> agree(pattern, Origin.in(context).kept()));
  }

  private Mono<UUID> agree(AgreedPattern pattern, String origin) {
    var today = LocalDate.ofInstant(clock.instant(), pattern.zone());
    var madeUntil = today.plusDays(HORIZON_DAYS);
    var its = new TreeMap<String, Object>();
    its.put("id", Ids.next().toString());
    its.put("staff", pattern.staff().toString());
    its.put("kind", pattern.kind());
    its.put("source", pattern.source().toString());
    its.put("zone", pattern.zone().getId());
    its.put("rows", new RawValue(HoursText.json(pattern.rows())));
    its.put("hoursPerWeek", pattern.hoursPerWeek());
    its.put("from", pattern.from().toString());
    its.put("title", pattern.title());
    its.put("madeUntil", madeUntil.toString());
    its.put("origin", origin);
    var firm = pattern.firm();
    if (firm != null) {
      its.put("firm", firm.toString());
    }
    var until = pattern.until();
    if (until != null) {
      its.put("until", until.toString());
    }
    return db.sql("select agree_hours(:its, :shifts) as id")
        .bind("its", Json.of(json.writeValueAsBytes(its)))
        .bind("shifts", shifts(pattern, today, madeUntil))
        .mapValue(UUID.class)
        .one()
        .onErrorMap(AgreedHours::refusal);
  }

  private Json shifts(AgreedPattern pattern, LocalDate first, LocalDate last) {
    return Json.of(
        json.writeValueAsBytes(
            pattern.shifts(first, last).stream()
                .map(shift -> Map.of("a", shift.start().toString(), "b", shift.end().toString()))
                .toList()));
  }

  private static Throwable refusal(Throwable trouble) {
    var known = Appointments.refusal(trouble);
    return known instanceof Refusal.Conflict && !(trouble instanceof Refusal)
        ? new Refusal.Conflict(
            "Some of these hours are promised already. Look at the calendar and choose others.")
        : known;
  }

  /**
   * Ends it after a day: later shifts are given back. Ended before it began, it never was.
   *
   * @return how many shifts were given back
   */
  public Mono<Integer> end(AgreedPattern pattern, LocalDate last, String reason) {
    return Mono.deferContextual(context ->
        db.sql("select end_hours(:kind, :source, :last, :from, :reason, :origin) as n")
            .bind("kind", pattern.kind())
            .bind("source", pattern.source())
            .bind("last", last)
            .bind(
                "from", Appointments.at(last.plusDays(1).atStartOfDay(pattern.zone()).toInstant()))
            .bind("reason", reason.strip())
            .bind("origin", Origin.in(context).kept())
            .map(row -> Optional.ofNullable(row.get("n", Integer.class)))
            .one()
            .flatMap(Mono::justOrEmpty)
            .switchIfEmpty(Mono.error(Refusal::notFound)));
  }

  private record Row(
      UUID id,
      UUID staff,
      String kind,
      UUID source,
      String zone,
      String rows,
      int hoursPerWeek,
      LocalDate fromDate,
      @Nullable LocalDate untilDate,
      String title,
      LocalDate madeUntil,
      @Nullable UUID firm) {
    AgreedPattern pattern() {
      return new AgreedPattern(
          new StaffId(staff),
          kind,
          source,
          null,
          ZoneId.of(zone),
          HoursText.rows(rows),
          hoursPerWeek,
          fromDate,
          untilDate,
          title);
    }
  }

  /** Holds the hours of the weeks that came within the horizon, as the worker; says how many. */
  Mono<Integer> goOn(Worker worker) {
    var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    return worker
        .db()
        .sql(
            """
            select id, staff, kind, source, zone, rows::text as rows, hours_per_week, from_date,
              until_date, title, made_until, firm
            from commitment
            where made_until < :wanted and (until_date is null or until_date > made_until)
            order by made_until limit 500
            """)
        .bind("wanted", today.plusDays(HORIZON_DAYS - 7))
        .mapProperties(Row.class)
        .all()
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(row -> goOn(worker, row, today.plusDays(HORIZON_DAYS)))
        .reduce(0, Integer::sum);
  }

  private Mono<Integer> goOn(Worker worker, Row row, LocalDate until) {
    return worker.transactional(
        worker
            .db()
            .sql("select go_on_with_hours(:id, :shifts, :until) as n")
            .bind("id", row.id())
            .bind("shifts", shifts(row.pattern(), row.madeUntil().plusDays(1), until))
            .bind("until", until)
            .mapValue(Integer.class)
            .one());
  }

  /** An agreement that holds hours now or soon, and with whom. */
  public record Running(UUID commitment, AgreedPattern pattern, @Nullable UUID firm) {}

  /** Every agreement that holds hours on this day or later, for the worker's jobs. */
  public Flux<Running> running(Worker worker, LocalDate day) {
    return worker
        .db()
        .sql(
            """
            select id, staff, kind, source, zone, rows::text as rows, hours_per_week, from_date,
              until_date, title, made_until, firm
            from commitment
            where made_until is not null and (until_date is null or until_date >= :day)
            order by id
            """)
        .bind("day", day)
        .mapProperties(Row.class)
        .all()
        .map(row -> new Running(row.id(), row.pattern(), row.firm()));
  }

  /** Shifts of a professional that begin between two moments, whoever asks as far as they may. */
  public Flux<AgreedPattern.Shift> shifts(StaffId staff, Instant from, Instant to) {
    return db.sql(
            """
            select start_at, end_at from appointment
            where person = :person and kind = 'shift' and status = 'confirmed'
              and start_at >= :from and start_at < :to order by start_at
            """)
        .bind("person", staff.value())
        .bind("from", Appointments.at(from))
        .bind("to", Appointments.at(to))
        .map(row ->
            new AgreedPattern.Shift(
                instant(row.get("start_at", OffsetDateTime.class)),
                instant(row.get("end_at", OffsetDateTime.class))))
        .all();
  }

  private static Instant instant(@Nullable OffsetDateTime at) {
    return java.util.Objects.requireNonNull(at).toInstant();
  }
}
