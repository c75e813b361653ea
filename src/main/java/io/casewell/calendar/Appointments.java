package io.casewell.calendar;

import io.casewell.platform.Ids;
import io.casewell.platform.Origin;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody's promised time. The database decides who gets it: two appointments of one person that
 * block never overlap, limits are counted where they are kept. Each change writes its trail and its
 * event in the same transaction, which the caller of these opens.
 */
@Component
public class Appointments {
  private static final String COLUMNS =
      """
      select id, version, person, kind, status, start_at, end_at, subject_kind, subject, topic, zone,
        title, sequence, meeting_link, reason, updated_at from appointment
      """;
  private static final Duration FARTHEST = Duration.ofDays(2 * 366);
  private static final HexFormat HEX = HexFormat.of();

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Clock clock;

  @Autowired
  Appointments(DatabaseClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /** The same in the worker's running transaction: what a job or a reaction does. */
  public Appointments by(Worker worker) {
    return new Appointments(worker.db(), json, clock);
  }

  /**
   * Reserves the time of every fixed person and of the first candidate the database accepts, in the
   * running transaction. Refused with a conflict when it is taken meanwhile, or a limit is reached;
   * the transaction is then over. What cannot be a time at all is refused as invalid.
   */
  public Mono<Reservation> reserve(NewAppointment what, Choice choice) {
    if (!choice.bookable()) {
      return Mono.error(taken());
    }
    var problems = problems(choice.start(), choice.end());
    if (!problems.none()) {
      return Mono.error(new Refusal.Invalid(problems));
    }
    return Mono.deferContextual(context -> reserve(what, choice, Origin.in(context).kept()));
  }

  private record Reserved(UUID id, UUID person) {}

  private Mono<Reservation> reserve(NewAppointment what, Choice choice, String origin) {
    var asked = new TreeMap<String, Object>();
    asked.put("kind", what.kind());
    asked.put("status", what.status());
    asked.put("start", choice.start().toString());
    asked.put("end", choice.end().toString());
    asked.put("before", choice.rules().bufferBefore());
    asked.put("after", choice.rules().bufferAfter());
    asked.put("subjectKind", what.subjectKind());
    put(asked, "subject", what.subject());
    put(asked, "topic", what.topic());
    put(asked, "firm", what.firm());
    asked.put("zone", what.zone().getId());
    asked.put("title", what.title());
    asked.put("link", what.meetingLink());
    putHex(asked, "holder", what.holder());
    putHex(asked, "holdOwner", what.holdOwner());
    var holdFor = what.holdFor();
    put(asked, "holdSeconds", holdFor == null ? null : holdFor.toSeconds());
    asked.put("mostHolds", what.mostHolds());
    asked.put("origin", origin);
    asked.put("fixed", parts(choice.fixed()));
    asked.put("candidates", parts(choice.candidates()));
    return db.sql("select id, person from reserve_time(:its)")
        .bind("its", Json.of(json.writeValueAsBytes(asked)))
        .mapProperties(Reserved.class)
        .all()
        .collectList()
        .map(rows -> reservation(choice, rows))
        .onErrorMap(Appointments::refusal);
  }

  private static Reservation reservation(Choice choice, List<Reserved> rows) {
    var chosen = rows.getLast();
    var person = new Person(chosen.person());
    var why = new ArrayList<Choice.Part>(choice.fixed());
    why.addAll(choice.candidates());
    return new Reservation(
        chosen.id(),
        person,
        choice.start(),
        choice.end(),
        why.stream()
            .filter(part -> part.person().equals(person))
            .<Map<String, ?>>map(Choice.Part::chosen)
            .findFirst()
            .orElse(Map.of()),
        rows.stream()
            .map(row -> new Reservation.Made(row.id(), new Person(row.person())))
            .toList());
  }

  private static List<Map<String, Object>> parts(List<Choice.Part> parts) {
    return parts.stream().map(Appointments::part).toList();
  }

  private static Map<String, Object> part(Choice.Part part) {
    return Map.of(
        "id", Ids.next().toString(),
        "person", part.person().toString(),
        "chosen", part.chosen(),
        "tallies", part.tallies().stream().map(Appointments::tally).toList());
  }

  private static Map<String, Object> tally(Choice.Tally tally) {
    return Map.of(
        "what", tally.what(),
        "since", tally.since().toString(),
        "base", tally.base(),
        "add", tally.add(),
        "cap", tally.cap());
  }

  private static void put(Map<String, Object> to, String name, @Nullable Object value) {
    if (value != null) {
      to.put(name, value.toString());
    }
  }

  private static void putHex(Map<String, Object> to, String name, byte[] value) {
    if (value.length > 0) {
      to.put(name, HEX.formatHex(value));
    }
  }

  /**
   * What became of a change.
   *
   * @param personBefore whose it was
   * @param sequence of the invite
   */
  public record Changed(
      UUID id,
      long version,
      Person person,
      Person personBefore,
      int sequence,
      String status,
      Instant start,
      Instant end,
      @Nullable UUID subject) {
    /** Whether it is somebody else's now. */
    public boolean handedOver() {
      return !person.equals(personBefore);
    }
  }

  /** Says yes to what was asked for. */
  public Mono<Changed> confirm(UUID appointment) {
    return change(appointment, "confirmed", "", null);
  }

  /** Gives the time back. */
  public Mono<Changed> cancel(UUID appointment, String reason) {
    return change(appointment, "cancelled", reason, null);
  }

  /** Nobody said yes in time. */
  public Mono<Changed> expire(UUID appointment) {
    return change(appointment, "expired", "", null);
  }

  /** It took place. */
  public Mono<Changed> done(UUID appointment) {
    return change(appointment, "done", "", null);
  }

  /** The other side did not come. */
  public Mono<Changed> noShow(UUID appointment) {
    return change(appointment, "no-show", "", null);
  }

  /**
   * Moves it to another time, with the first of the candidates the database accepts; the own old
   * time does not stand in the way.
   */
  public Mono<Changed> move(UUID appointment, Choice to, String reason) {
    if (!to.bookable()) {
      return Mono.error(taken());
    }
    var problems = problems(to.start(), to.end());
    return problems.none()
        ? change(appointment, "moved", reason, to)
        : Mono.error(new Refusal.Invalid(problems));
  }

  /** Hands it to the first of the candidates the database accepts, at the same time. */
  public Mono<Changed> reassign(UUID appointment, Choice to, String reason) {
    return to.bookable() ? change(appointment, "reassigned", reason, to) : Mono.error(taken());
  }

  private record ChangedRow(
      UUID id,
      long version,
      UUID person,
      UUID personBefore,
      int sequence,
      String status,
      Instant startAt,
      Instant endAt,
      @Nullable UUID subject) {
    Changed changed() {
      return new Changed(
          id,
          version,
          new Person(person),
          new Person(personBefore),
          sequence,
          status,
          startAt,
          endAt,
          subject);
    }
  }

  private Mono<Changed> change(
      UUID appointment, String what, String reason, @Nullable Choice choice) {
    return Mono.deferContextual(
        context -> change(appointment, what, reason, choice, Origin.in(context).kept()));
  }

  private Mono<Changed> change(
      UUID appointment, String what, String reason, @Nullable Choice choice, String origin) {
    var asked = new TreeMap<String, Object>();
    asked.put("id", appointment.toString());
    asked.put("what", what);
    asked.put("reason", reason.strip());
    asked.put("origin", origin);
    if (choice != null) {
      asked.put("start", choice.start().toString());
      asked.put("end", choice.end().toString());
      asked.put(
          "candidates",
          parts(choice.candidates().isEmpty() ? choice.fixed() : choice.candidates()));
    }
    return db.sql("select * from change_time(:its)")
        .bind("its", Json.of(json.writeValueAsBytes(asked)))
        .mapProperties(ChangedRow.class)
        .one()
        .map(ChangedRow::changed)
        .onErrorMap(Appointments::refusal)
        .switchIfEmpty(Mono.error(Refusal::notFound));
  }

  /** Gives everything that belongs to a subject a new link; the old one no longer changes it. */
  public Mono<Void> link(UUID subject, byte[] digest) {
    return db.sql("select link_time(:subject, :digest)")
        .bind("subject", subject)
        .bind("digest", digest)
        .then();
  }

  /** Lets go what this visitor holds. */
  public Mono<Void> letGo(byte[] visitor) {
    return Mono.deferContextual(context ->
        db.sql("select let_go(:visitor, :origin)")
            .bind("visitor", visitor)
            .bind("origin", Origin.in(context).kept())
            .then());
  }

  private record Row(
      UUID id,
      long version,
      UUID person,
      String kind,
      String status,
      Instant startAt,
      Instant endAt,
      String subjectKind,
      @Nullable UUID subject,
      @Nullable UUID topic,
      String zone,
      String title,
      int sequence,
      String meetingLink,
      String reason,
      Instant updatedAt) {
    Appointment appointment() {
      return new Appointment(
          id,
          version,
          new Person(person),
          kind,
          status,
          startAt,
          endAt,
          subjectKind,
          subject,
          topic,
          ZoneId.of(zone),
          title,
          sequence,
          meetingLink,
          reason,
          updatedAt);
    }
  }

  /** One, if the caller may see it. */
  public Mono<Appointment> find(UUID appointment) {
    return db.sql(COLUMNS + " where id = :id")
        .bind("id", appointment)
        .mapProperties(Row.class)
        .one()
        .map(Row::appointment);
  }

  /** Everything of a person that touches a time, whatever became of it, by its start. */
  public Flux<Appointment> of(Person person, Instant from, Instant to) {
    return db.sql(
            COLUMNS
                + """
                 where person = :person and blocked_to > :from and blocked_from < :to
                  and start_at < :to and end_at > :from and status <> 'hold'
                order by start_at, id
                """)
        .bind("person", person.id())
        .bind("from", at(from))
        .bind("to", at(to))
        .mapProperties(Row.class)
        .all()
        .map(Row::appointment);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** What is no time to be reserved: over already, too far, too long, backwards. */
  Problems problems(Instant start, Instant end) {
    var problems = new Problems();
    var now = clock.instant();
    if (!end.isAfter(start)) {
      problems.add("end", "The end must come after the start.");
    } else if (start.isBefore(now)) {
      problems.add("start", "That time is over. Choose one that is still to come.");
    } else if (start.isAfter(now.plus(FARTHEST))) {
      problems.add("start", "That is more than two years ahead.");
    } else if (Duration.between(start, end).compareTo(Duration.ofMinutes(SlotRules.LONGEST)) > 0) {
      problems.add("end", "Nothing may last longer than 24 hours.");
    }
    return problems;
  }

  private static Refusal.Conflict taken() {
    return new Refusal.Conflict("That time was just taken. Please choose another one.");
  }

  /** What the database says no to, in words; anything else stays what it is. */
  static Throwable refusal(Throwable trouble) {
    for (var cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof R2dbcException known) {
        return refusal(trouble, known);
      }
    }
    return trouble;
  }

  private static Throwable refusal(Throwable trouble, R2dbcException known) {
    var state = known.getSqlState();
    var said = String.valueOf(known.getMessage());
    return switch (state == null ? "" : state) {
      case "23P01" ->
          said.contains("full")
              ? new Refusal.Conflict(
                  "That day is full in the meantime. Please choose another time.")
              : taken();
      // two that waited for one another: one of them was let through
      case "40P01" -> taken();
      case "CW409" ->
          new Refusal.Conflict(
              said.contains("expired")
                  ? "The time was no longer held for you. Please choose one again."
                  : "This appointment has changed in the meantime. Please look at it again.");
      case "CW429" -> new Refusal.TooMany(NewAppointment.HOLD.toSeconds());
      default -> trouble;
    };
  }
}
