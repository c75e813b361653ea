package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who gets a person's time, and what becomes of it: the database's word. */
@CasewellTest
class AppointmentsTest {
  private static final Caller VISITOR = new Caller.Visitor();
  private static final Instant NINE =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(10, ChronoUnit.DAYS).plusSeconds(9 * 3600);
  private static final SlotRules HALF_HOUR = SlotRules.of(30, ZoneOffset.UTC);

  @Autowired Appointments appointments;
  @Autowired Slots slots;
  @Autowired OwnTime ownTime;
  @Autowired Tenancy tx;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;

  /** One of the team, who works round the clock. */
  private AccountId rep() {
    var account = AccountId.next();
    worker
        .db()
        .sql(
            """
            with a as (insert into account (id, issuer, subject, name)
                values (:id, 'urn:test', :subject, 'R') returning id),
              s as (insert into sales_person select id, false from a)
            insert into rep_hours (account, zone, rows) select id, 'UTC', :rows from a
            """)
        .bind("id", account.value())
        .bind("subject", account.toString())
        .bind(
            "rows",
            Json.of(HoursText.json(List.of(new HoursRow(EnumSet.allOf(DayOfWeek.class), 0, 1440)))))
        .then()
        .block();
    return account;
  }

  private static NewAppointment demo() {
    return NewAppointment.confirmed("demo", "demo", Ids.next(), ZoneOffset.UTC, "Demo");
  }

  private static Choice at(AccountId rep, Instant start, Duration length) {
    return Choice.of(Person.of(rep), start, start.plus(length), HALF_HOUR);
  }

  private static Choice at(AccountId rep, Instant start) {
    return at(rep, start, Duration.ofMinutes(30));
  }

  private <T> T as(Caller caller, Mono<T> work) {
    return work.as(tx::transactional)
        .contextWrite(Tenancy.as(caller))
        .blockOptional()
        .orElseThrow();
  }

  private Reservation book(AccountId rep, Instant start) {
    return as(VISITOR, appointments.reserve(demo(), at(rep, start)));
  }

  private Map<String, Long> together(int n, Mono<String> one) {
    return Flux.range(0, n)
        .flatMap(
            _ ->
                one.as(tx::transactional)
                    .onErrorResume(Refusal.Conflict.class, no -> Mono.just(no.reason()))
                    .contextWrite(Tenancy.as(VISITOR)),
            64)
        .collect(Collectors.groupingBy(words -> words, Collectors.counting()))
        .blockOptional()
        .orElseThrow();
  }

  private static final String TAKEN = "That time was just taken. Please choose another one.";

  @Test
  void givesOneTimeToOneOfTwoHundred() {
    var rep = rep();
    var one = Mono.defer(() -> appointments.reserve(demo(), at(rep, NINE)).thenReturn("booked"));
    assertThat(together(200, one)).isEqualTo(Map.of("booked", 1L, TAKEN, 199L));
  }

  @Test
  void letsNeighboursTouchButNotOverlapByASecond() {
    var rep = rep();
    book(rep, NINE);
    book(rep, NINE.plusSeconds(1800));
    assertThatThrownBy(() -> book(rep, NINE.minusSeconds(1799)))
        .isInstanceOf(Refusal.Conflict.class)
        .hasMessage(TAKEN);
    var buffered =
        new SlotRules(30, 0, 0, 15, 15, 0, null, new BookingWindow.Unlimited(), Limits.NONE);
    var start = NINE.plusSeconds(3600 + 14 * 60);
    var close = Choice.of(Person.of(rep), start, start.plusSeconds(1800), buffered);
    assertThatThrownBy(() -> as(VISITOR, appointments.reserve(demo(), close)))
        .as("within the own buffer")
        .isInstanceOf(Refusal.Conflict.class);
    var right = Choice.of(Person.of(rep), start.plusSeconds(60), start.plusSeconds(1860), buffered);
    assertThat(as(VISITOR, appointments.reserve(demo(), right)).person()).isEqualTo(Person.of(rep));
  }

  @Test
  void refusesWhatIsNoTime() {
    var rep = rep();
    var now = Instant.now();
    for (var wrong :
        List.of(
            at(rep, now.minusSeconds(60)),
            at(rep, now.plus(366 * 30L, ChronoUnit.DAYS)),
            at(rep, NINE, Duration.ZERO),
            at(rep, NINE, Duration.ofMinutes(-30)),
            at(rep, NINE, Duration.ofHours(25)),
            at(rep, Instant.parse("9999-12-31T00:00:00Z")),
            at(rep, Instant.parse("0000-01-01T00:00:00Z")))) {
      assertThatThrownBy(() -> as(VISITOR, appointments.reserve(demo(), wrong)))
          .as("%s", wrong.start())
          .isInstanceOf(Refusal.Invalid.class);
    }
  }

  @Test
  void saysWhetherAWallClockIsSkippedOrComesTwice() {
    var newYork = ZoneId.of("America/New_York");
    assertThat(WallClock.of(LocalDateTime.parse("2027-03-14T02:30"), newYork))
        .isEqualTo(new WallClock.Skipped(Instant.parse("2027-03-14T07:00:00Z")));
    assertThat(WallClock.of(LocalDateTime.parse("2026-11-01T01:30"), newYork))
        .isEqualTo(
            new WallClock.Twice(
                Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-01T06:30:00Z")));
    for (var odd : List.of("Mars/Olympus", "EST5EDT", "+25:00", "Eastern Standard Time")) {
      assertThat(Zones.region(odd)).as(odd).isEmpty();
    }
  }

  @Test
  void holdsForFiveMinutesAndGivesExpiredTimeAway() {
    var rep = rep();
    var mine = UUID.randomUUID().toString();
    var hold = NewAppointment.held("demo", null, ZoneOffset.UTC, mine);
    as(VISITOR, appointments.reserve(hold, at(rep, NINE)));
    // by the database's clock alone, whatever this machine's says
    assertThat(
            count(
                "person = :id and expires_at - now() between interval '4 minutes 30 seconds' and"
                    + " interval '5 minutes'",
                rep.value()))
        .isEqualTo(1);
    assertThatThrownBy(() -> book(rep, NINE)).isInstanceOf(Refusal.Conflict.class);
    // another choice of the same visitor lets the first go
    as(VISITOR, appointments.reserve(hold, at(rep, NINE.plusSeconds(7200))));
    book(rep, NINE);
    // time passes
    worker
        .db()
        .sql("update appointment set expires_at = now() where person = :rep and status = 'hold'")
        .bind("rep", rep.value())
        .then()
        .block();
    book(rep, NINE.plusSeconds(7200));
    // who comes back late finds it taken
    assertThatThrownBy(() ->
            as(
                VISITOR,
                appointments.reserve(demo().insteadOfHold(mine), at(rep, NINE.plusSeconds(7200)))))
        .isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  void turnsAHoldIntoItsBooking() {
    var rep = rep();
    var mine = UUID.randomUUID().toString();
    var hold = NewAppointment.held("demo", null, ZoneOffset.UTC, mine);
    as(VISITOR, appointments.reserve(hold, at(rep, NINE)));
    var booked = as(VISITOR, appointments.reserve(demo().insteadOfHold(mine), at(rep, NINE)));
    assertThat(booked.person()).isEqualTo(Person.of(rep));
    assertThat(count("person = :id and status = 'hold'", rep.value())).isZero();
  }

  @Test
  void limitsHowMuchOneHolds() {
    var rep = rep();
    var firm = UUID.randomUUID().toString();
    var two = NewAppointment.held("demo", null, ZoneOffset.UTC, firm);
    var several =
        new NewAppointment(
            two.kind(),
            two.status(),
            "",
            null,
            null,
            null,
            two.zone(),
            "",
            "",
            new byte[0],
            two.holdOwner(),
            two.holdFor(),
            2);
    as(VISITOR, appointments.reserve(several, at(rep, NINE)));
    as(VISITOR, appointments.reserve(several, at(rep, NINE.plusSeconds(3600))));
    assertThatThrownBy(
            () -> as(VISITOR, appointments.reserve(several, at(rep, NINE.plusSeconds(7200)))))
        .isInstanceOf(Refusal.TooMany.class);
  }

  private long count(String where, UUID id) {
    return worker
        .db()
        .sql("select count(*) from appointment where " + where)
        .bind("id", id)
        .mapValue(Long.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }

  @Test
  void movesIntoATimeThatOverlapsOnlyItself() {
    var rep = rep();
    var me = new Caller.SalesRep(rep, false);
    var id = book(rep, NINE).appointment();
    var moved = as(me, appointments.move(id, at(rep, NINE.plusSeconds(900)), "traffic"));
    assertThat(moved.sequence()).isEqualTo(1);
    assertThat(moved.version()).isEqualTo(2);
    book(rep, NINE.minusSeconds(900));
    assertThatThrownBy(
            () -> as(me, appointments.move(id, at(rep, NINE.minusSeconds(600)), "again")))
        .isInstanceOf(Refusal.Conflict.class);
    var cancelled = as(me, appointments.cancel(id, "ill"));
    assertThat(cancelled.status()).isEqualTo("cancelled");
    assertThatThrownBy(() -> as(me, appointments.cancel(id, "again")))
        .isInstanceOf(Refusal.Conflict.class);
    book(rep, NINE.plusSeconds(900));
    var told =
        worker
            .db()
            .sql(
                "select string_agg(payload ->> 'what', ' ' order by version) from outbox where"
                    + " aggregate = :id")
            .bind("id", id)
            .mapValue(String.class)
            .one()
            .block();
    assertThat(told).isEqualTo("reserved moved cancelled");
    var trail =
        worker
            .db()
            .sql(
                "select string_agg(what, ' ' order by seq) from audit_event where subject_kind ="
                    + " 'appointment' and subject = :id")
            .bind("id", id)
            .mapValue(String.class)
            .one()
            .block();
    assertThat(trail).isEqualTo("reserved moved cancelled");
  }

  @Test
  void handsOverToAColleagueWhoIsFree() {
    var ana = rep();
    var bo = rep();
    var cy = rep();
    var id = book(ana, NINE).appointment();
    book(bo, NINE);
    var to =
        new Choice(
            NINE,
            NINE.plusSeconds(1800),
            HALF_HOUR,
            true,
            List.of(),
            List.of(Choice.Part.of(Person.of(bo)), Choice.Part.of(Person.of(cy))));
    var changed = as(new Caller.SalesRep(ana, false), appointments.reassign(id, to, "Ana is ill"));
    assertThat(changed.person()).isEqualTo(Person.of(cy));
    assertThat(changed.handedOver()).isTrue();
    book(ana, NINE);
    assertThatThrownBy(() -> book(cy, NINE)).isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  void letsOnlyThoseChangeItWhoseItIsOrWhoHoldItsLink() {
    var rep = rep();
    var token = Secrets.hash("the link " + UUID.randomUUID());
    var id = as(VISITOR, appointments.reserve(demo().byLink(token), at(rep, NINE))).appointment();
    for (var stranger : List.of(VISITOR, new Caller.SalesRep(rep(), false))) {
      assertThatThrownBy(() -> as(stranger, appointments.cancel(id, "")))
          .isInstanceOf(Refusal.NotFound.class);
    }
    var withLink =
        db.sql("select set_config('app.link', :hash, true)")
            .bind("hash", java.util.HexFormat.of().formatHex(token))
            .then()
            .then(appointments.cancel(id, "found another"));
    assertThat(as(VISITOR, withLink).status()).isEqualTo("cancelled");
  }

  @Test
  void letsAVisitorBookTheTeamOnlyAndForDemosOnly() {
    var nobody = new AccountId(UUID.randomUUID());
    assertThatThrownBy(() -> book(nobody, NINE)).hasStackTraceContaining("42501");
    var shift =
        NewAppointment.confirmed("shift", "x", Ids.next(), ZoneOffset.UTC, "Not a visitor's");
    assertThatThrownBy(() -> as(VISITOR, appointments.reserve(shift, at(rep(), NINE))))
        .hasStackTraceContaining("42501");
  }

  private SlotAsk ask(UUID topic, Limits limits, int dayCap, AccountId... reps) {
    var rules =
        new SlotRules(
            30,
            0,
            0,
            0,
            0,
            0,
            new SlotRules.Grid(30, ZoneOffset.UTC),
            new BookingWindow.Unlimited(),
            limits);
    var pool = new ArrayList<PoolMember>();
    for (var rep : reps) {
      pool.add(new PoolMember(Person.of(rep), "Rep", false, 100, null, dayCap, 0, null));
    }
    return new SlotAsk(rules, "demo", topic, pool, true, new byte[0]);
  }

  private Mono<Reservation> bookOneOf(SlotAsk ask, Instant start) {
    return slots
        .choose(ask, start)
        .flatMap(choice -> appointments.reserve(demo().of(neededTopic(ask)), choice));
  }

  private static UUID neededTopic(SlotAsk ask) {
    var topic = ask.topic();
    return topic == null ? UUID.randomUUID() : topic;
  }

  @Test
  void triesTheNextCandidateWhenARaceIsLost() {
    var ask = ask(UUID.randomUUID(), Limits.NONE, 0, rep(), rep(), rep());
    var people = new java.util.concurrent.ConcurrentSkipListSet<String>();
    var one =
        Mono.defer(() ->
            bookOneOf(ask, NINE)
                .doOnNext(made -> people.add(made.person().toString()))
                .thenReturn("booked"));
    var came = together(24, one);
    assertThat(came.get("booked")).isEqualTo(3);
    assertThat(came.get(TAKEN)).isEqualTo(21);
    assertThat(people).hasSize(3);
  }

  @Test
  void keepsTheCapOfADayWhoeverComesAtOnce() {
    var rep = rep();
    var ask = ask(UUID.randomUUID(), Limits.NONE, 2, rep);
    var next = new java.util.concurrent.atomic.AtomicInteger();
    var one =
        Mono.defer(() ->
            bookOneOf(ask, NINE.plusSeconds(1800L * next.getAndIncrement())).thenReturn("booked"));
    assertThat(together(12, one).get("booked")).isEqualTo(2);
    // a place comes back when one is cancelled
    var id =
        worker
            .db()
            .sql("select id from appointment where person = :id and status = 'confirmed' limit 1")
            .bind("id", rep.value())
            .mapValue(UUID.class)
            .one()
            .blockOptional()
            .orElseThrow();
    as(new Caller.SalesRep(rep, false), appointments.cancel(id, ""));
    assertThat(as(VISITOR, bookOneOf(ask, NINE.plusSeconds(9 * 3600))).person())
        .isEqualTo(Person.of(rep));
  }

  @Test
  void keepsTheMinutesOfAWeekWhoeverComesAtOnce() {
    var rep = rep();
    var limits = new Limits(0, 0, 0, 0, 0, 90, 0, 0);
    var ask = ask(UUID.randomUUID(), limits, 0, rep);
    var next = new java.util.concurrent.atomic.AtomicInteger();
    var one =
        Mono.defer(() ->
            bookOneOf(ask, NINE.plusSeconds(1800L * next.getAndIncrement())).thenReturn("booked"));
    assertThat(together(8, one).get("booked")).isEqualTo(3);
    // the list knows it, too
    var list = as(VISITOR, slots.list(ask, NINE.minusSeconds(3600), NINE.plusSeconds(7200)));
    assertThat(list.isEmpty()).isTrue();
  }

  @Test
  void takesTurnsAndKeepsTheReason() {
    var ask = ask(UUID.randomUUID(), Limits.NONE, 0, rep(), rep());
    var first = as(VISITOR, bookOneOf(ask, NINE));
    var second = as(VISITOR, bookOneOf(ask, NINE.plusSeconds(3600)));
    assertThat(second.person()).isNotEqualTo(first.person());
    assertThat(second.chosen().toString()).contains("shortfall=0.5").contains("place=1");
    var kept =
        worker
            .db()
            .sql("select chosen ->> 'shortfall' from appointment where id = :id")
            .bind("id", second.appointment())
            .mapValue(String.class)
            .one()
            .block();
    assertThat(kept).isEqualTo("0.5");
  }

  @Test
  void listsWhoIsFreeAndDecidesTheSame() {
    var ana = rep();
    var ask = ask(UUID.randomUUID(), Limits.NONE, 0, ana, rep());
    book(ana, NINE);
    var list = as(VISITOR, slots.list(ask, NINE, NINE.plusSeconds(3600)));
    assertThat(list.starts()).containsExactly(NINE, NINE.plusSeconds(1800));
    assertThat(list.free(0)).isEqualTo(1);
    assertThat(list.free(1)).isEqualTo(2);
    var why = as(Somebody.OPERATIONS, slots.why(ask, NINE));
    assertThat(why.get(0).words()).startsWith("Rep has a demo (Demo) from 09:00");
    assertThat(why.get(1).free()).isTrue();
    var near = as(VISITOR, slots.nearest(ask, NINE, 3));
    assertThat(near).hasSize(3).doesNotContain(NINE);
  }

  @Test
  void serialisesBookingAndTakingHoursAway() throws InterruptedException {
    var rep = rep();
    var ask = ask(UUID.randomUUID(), Limits.NONE, 0, rep);
    var chosen = new java.util.concurrent.CountDownLatch(1);
    var slow =
        slots
            .choose(ask, NINE)
            .doOnNext(_ -> chosen.countDown())
            .delayElement(Duration.ofMillis(600))
            .flatMap(choice -> appointments.reserve(demo(), choice))
            .as(tx::transactional)
            .contextWrite(Tenancy.as(VISITOR))
            .toFuture();
    assertThat(chosen.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    var me = new Caller.SalesRep(rep, false);
    var found =
        as(
            me,
            ownTime
                .lock(Person.of(rep))
                .then(appointments.of(Person.of(rep), NINE, NINE.plusSeconds(1800)).collectList()));
    assertThat(found).as("what the change of hours finds").hasSize(1);
    assertThat(slow.join().person()).isEqualTo(Person.of(rep));
  }
}
