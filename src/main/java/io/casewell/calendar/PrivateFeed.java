package io.casewell.calendar;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.Caller;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person's own calendar as other programs read it, at an address nobody guesses. */
@Component
class PrivateFeed {
  private static final String PURPOSE = "calendar feed";
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(400);

  private final DatabaseClient db;
  private final LinkTokens tokens;
  private final BaseUrl baseUrl;
  private final Appointments appointments;
  private final KeptDays days;
  private final Audit audit;
  private final Tenancy tx;
  private final Clock clock;

  PrivateFeed(
      DatabaseClient db,
      LinkTokens tokens,
      BaseUrl baseUrl,
      Appointments appointments,
      KeptDays days,
      Audit audit,
      Tenancy tx,
      Clock clock) {
    this.db = db;
    this.tokens = tokens;
    this.baseUrl = baseUrl;
    this.appointments = appointments;
    this.days = days;
    this.audit = audit;
    this.tx = tx;
    this.clock = clock;
  }

  /** The own feed's address; empty while there is none. */
  Mono<String> address(Caller caller) {
    var person = Person.of(caller);
    return db.sql("select generation from calendar_feed where person = :person")
        .bind("person", person.id())
        .mapValue(Integer.class)
        .one()
        .map(generation ->
            baseUrl.of("/feeds/" + tokens.token(PURPOSE, person.id(), generation) + ".ics"));
  }

  /** Gives the own feed a new address; the one before ends at once. */
  Mono<Void> renew(Caller caller) {
    var person = Person.of(caller);
    return db.sql("select generation from calendar_feed where person = :person for update")
        .bind("person", person.id())
        .mapValue(Integer.class)
        .one()
        .defaultIfEmpty(0)
        .flatMap(generation -> put(caller, person, generation + 1))
        .then(audit.append(ImportCalendars.trail(caller, "feed renewed", null, Map.of())))
        .as(tx::transactional);
  }

  private Mono<Void> put(Caller caller, Person person, int generation) {
    return db.sql(
            """
            insert into calendar_feed (person, account, realm, generation, token_hash)
            values (:person, :account, :realm, :generation, :hash)
            on conflict (person) do update set generation = excluded.generation,
              token_hash = excluded.token_hash, created_at = now()
            """)
        .bind("person", person.id())
        .bind("account", BusySources.account(caller).value())
        .bind("realm", caller.realm())
        .bind("generation", generation)
        .bind("hash", tokens.hash(PURPOSE, person.id(), generation))
        .then();
  }

  /** A hold is somebody's who fills in a form, and gone in minutes. */
  private static final Set<String> NOT_TOLD = Set.of("hold", "cancelled", "expired");

  private record Owner(UUID person, String realm, UUID account, String name, String zone) {
    Caller caller() {
      return realm.equals("staff")
          ? new Caller.Professional(new StaffId(person), new AccountId(account))
          : new Caller.SalesRep(new AccountId(account), false);
    }
  }

  /** What a feed gives: whose it is, for counting, and the file. */
  record Feed(UUID person, String file) {}

  /** The feed of this token; empty when there is none, or no longer. */
  Mono<Feed> read(String token) {
    return db.sql("select person, realm, account, name, zone from feed_caller(:hash)")
        .bind("hash", Secrets.hash(token))
        .mapProperties(Owner.class)
        .one()
        .as(tx::transactional)
        .flatMap(owner ->
            Mono.defer(() -> file(owner))
                .as(tx::transactional)
                .contextWrite(Tenancy.as(owner.caller())));
  }

  private Mono<Feed> file(Owner owner) {
    var person = new Person(owner.person());
    var now = clock.instant().truncatedTo(ChronoUnit.DAYS);
    var zone = ZoneId.of(owner.zone());
    return Mono.zip(
            appointments.of(person, now.minus(BACK), now.plus(AHEAD)).collectList(),
            days.of(person, LocalDate.ofInstant(now.minus(BACK), zone)))
        .map(both ->
            new Feed(
                owner.person(),
                Ics.of(
                    Ics.Method.PUBLISH,
                    "Casewell: " + owner.name(),
                    events(both.getT1(), both.getT2()))));
  }

  private List<IcsEvent> events(List<Appointment> booked, KeptDays.All days) {
    var events = new ArrayList<IcsEvent>();
    for (var one : booked) {
      if (!NOT_TOLD.contains(one.status())) {
        events.add(event(one));
      }
    }
    for (var off : days.off()) {
      events.add(
          new IcsEvent(
              IcsEvent.uid("off", off.id(), baseUrl.host()),
              0,
              // no change is kept of it: the same in each file, or every reading would be news
              off.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
              new IcsEvent.Days(off.from(), off.to()),
              IcsEvent.Status.CONFIRMED,
              off.reason().isEmpty() ? "Time off" : "Time off: " + off.reason(),
              "",
              "",
              "",
              null,
              List.of(),
              true));
    }
    return events;
  }

  private IcsEvent event(Appointment one) {
    return IcsEvent.of(
            uid(one, baseUrl.host()),
            one.sequence(),
            one.updatedAt(),
            one.start(),
            one.end(),
            CalendarView.title(one))
        .at(one.meetingLink(), one.meetingLink())
        .as(one.status().equals("pending") ? IcsEvent.Status.TENTATIVE : IcsEvent.Status.CONFIRMED);
  }

  /** A demo's is its invite's; the shifts of one agreement are many, so each has its own. */
  static String uid(Appointment one, String host) {
    var subject = one.subject();
    return one.kind().equals("demo") && subject != null
        ? IcsEvent.uid("demo", subject, host)
        : IcsEvent.uid(one.kind(), one.id(), host);
  }
}
