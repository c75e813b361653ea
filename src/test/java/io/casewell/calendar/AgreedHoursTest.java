package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Promised weekly hours hold their time, and matching hears of them. */
@CasewellTest
class AgreedHoursTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @LocalServerPort int port;
  @Autowired AgreedHours agreedHours;
  @Autowired Appointments appointments;
  @Autowired Tenancy tx;
  @Autowired Worker worker;
  @Autowired ImportStaff importStaff;

  private static AgreedPattern pattern(StaffId staff, FirmId firm, int start, int end) {
    var from = LocalDate.now(ZoneOffset.UTC).plusDays(7);
    return new AgreedPattern(
        staff,
        "engagement",
        Ids.next(),
        firm,
        NEW_YORK,
        List.of(new HoursRow(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), start, end)),
        6,
        from,
        from.plusDays(27),
        "Work for a firm");
  }

  private <T> T as(Caller caller, Mono<T> work) {
    return work.as(tx::transactional)
        .contextWrite(Tenancy.as(caller))
        .blockOptional()
        .orElseThrow();
  }

  private static Caller firm(FirmId firm) {
    return new Caller.FirmMember(
        firm,
        new io.casewell.platform.AccountId(UUID.randomUUID()),
        Set.of(io.casewell.platform.FirmRole.OWNER));
  }

  @Test
  void keepsTwoFirmsFromHoldingOnePersonAtOneHour() {
    var me = Somebody.of(Somebody.record(), importStaff, worker, port);
    var one = new FirmId(Ids.next());
    var other = new FirmId(Ids.next());
    var first = pattern(me.staff(), one, 9 * 60, 12 * 60);
    as(firm(one), agreedHours.agree(first));
    var shifts =
        as(
            me.caller(),
            agreedHours
                .shifts(me.staff(), Instant.now(), Instant.now().plus(Duration.ofDays(60)))
                .collectList());
    assertThat(shifts).hasSize(8);
    assertThat(shifts.getFirst().start().atZone(NEW_YORK).getHour()).isEqualTo(9);
    assertThatThrownBy(
            () -> as(firm(other), agreedHours.agree(pattern(me.staff(), other, 11 * 60, 13 * 60))))
        .isInstanceOf(Refusal.Conflict.class);
    as(firm(other), agreedHours.agree(pattern(me.staff(), other, 12 * 60, 13 * 60)));
    // no firm agrees in another's name
    assertThatThrownBy(
            () -> as(firm(other), agreedHours.agree(pattern(me.staff(), one, 18 * 60, 19 * 60))))
        .hasStackTraceContaining("42501");
    int back = as(firm(one), agreedHours.end(first, first.from().plusDays(13), "The work is done"));
    assertThat(back).isEqualTo(4);
    assertThatThrownBy(
            () -> as(firm(other), agreedHours.end(first, first.from().plusDays(1), "Not ours")))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void tellsMatchingWithinTwoSeconds() {
    var me = Somebody.of(Somebody.record(), importStaff, worker, port);
    var firm = new FirmId(Ids.next());
    long before = rankable(me.staff()).blockOptional().orElseThrow();
    as(firm(firm), agreedHours.agree(pattern(me.staff(), firm, 9 * 60, 12 * 60)));
    var after =
        Flux.interval(Duration.ofMillis(100))
            .concatMap(_ -> rankable(me.staff()))
            .filter(rows -> rows > before)
            .blockFirst(Duration.ofSeconds(2));
    assertThat(after).isGreaterThan(before);
  }

  private Mono<Long> rankable(StaffId staff) {
    return worker
        .db()
        .sql("select count(*) from rankable where staff = :id")
        .bind("id", staff.value())
        .mapValue(Long.class)
        .one();
  }

  @Test
  void goesOnWhereTheHorizonCameNear() {
    var me = Somebody.of(Somebody.record(), importStaff, worker, port);
    var firm = new FirmId(Ids.next());
    var endless = pattern(me.staff(), firm, 9 * 60, 12 * 60);
    var open =
        new AgreedPattern(
            endless.staff(),
            "series",
            endless.source(),
            firm,
            endless.zone(),
            endless.rows(),
            6,
            endless.from(),
            null,
            "");
    var id = as(firm(firm), agreedHours.agree(open));
    long made = shifts(id);
    worker
        .db()
        .sql(
            """
            with gone as (delete from appointment where subject = :id
              and start_at > now() + interval '100 days')
            update commitment set made_until = (now() + interval '100 days')::date where id = :id
            """)
        .bind("id", id)
        .then()
        .block();
    assertThat(shifts(id)).isLessThan(made);
    agreedHours.goOn(worker).block();
    assertThat(shifts(id)).isEqualTo(made);
  }

  private long shifts(UUID commitment) {
    return worker
        .db()
        .sql("select count(*) from appointment where subject = :id and status = 'confirmed'")
        .bind("id", commitment)
        .mapValue(Long.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }
}
