package io.casewell.calendar;

import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes when somebody works. Bookings wait meanwhile, and those that the change would leave
 * outside the hours are listed first: nothing is written before the person says so.
 */
@Component
class ChangeTime {
  private static final Duration LOOKED_AT = Duration.ofDays(400);

  private final OwnTime ownTime;
  private final TimeFacts facts;
  private final Appointments appointments;
  private final Tenancy tx;
  private final Clock clock;

  ChangeTime(OwnTime ownTime, TimeFacts facts, Appointments appointments, Tenancy tx, Clock clock) {
    this.ownTime = ownTime;
    this.facts = facts;
    this.appointments = appointments;
    this.tx = tx;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {}

  /** It is written. */
  record Saved() implements Outcome {}

  /** Nothing is written: these bookings would lie outside the hours. */
  record Carries(List<Appointment> bookings) implements Outcome {}

  /** Nothing is written: somebody else changed it since it was read. */
  record Stale() implements Outcome {}

  /** Undoes what was written, and carries the list out. */
  private static final class Stranding extends RuntimeException {
    private final transient List<Appointment> bookings;

    Stranding(List<Appointment> bookings) {
      super(null, null, false, false);
      this.bookings = bookings;
    }
  }

  /**
   * Writes a change of the caller's own time.
   *
   * @param anyway whether the person has seen which bookings it leaves outside
   */
  Mono<Outcome> change(Caller caller, Mono<Void> write, boolean anyway) {
    var person = Person.of(caller);
    var now = clock.instant();
    var changed =
        anyway
            ? write.thenReturn((Outcome) new Saved())
            : hours(person, now).flatMap(before -> careful(person, before, write, now));
    return ownTime
        .lock(person)
        .then(changed)
        .as(tx::transactional)
        .onErrorResume(Stranding.class, stranding -> Mono.just(new Carries(stranding.bookings)));
  }

  private Mono<Outcome> careful(Person person, HostHours before, Mono<Void> write, Instant now) {
    return appointments
        .of(person, now, now.plus(LOOKED_AT))
        .filter(booking -> booking.blocks() && booking.start().isAfter(now))
        .filter(booking -> within(before, booking))
        .collectList()
        .flatMap(bookings ->
            write.then(Mono.defer(() -> hours(person, now))).map(after -> judged(after, bookings)));
  }

  private static Outcome judged(HostHours after, List<Appointment> bookings) {
    var outside = bookings.stream().filter(booking -> !within(after, booking)).toList();
    if (!outside.isEmpty()) {
      throw new Stranding(outside);
    }
    return new Saved();
  }

  private static boolean within(HostHours hours, Appointment booking) {
    var day = Duration.ofDays(2);
    var windows = SlotEngine.windows(hours, booking.start().minus(day), booking.end().plus(day));
    for (int i = 0; i < windows.size(); i += 2) {
      if (!windows.get(i).isAfter(booking.start()) && !windows.get(i + 1).isBefore(booking.end())) {
        return true;
      }
    }
    return false;
  }

  private Mono<HostHours> hours(Person person, Instant now) {
    return host(person, now, now.plus(LOOKED_AT)).map(SlotHost::hours);
  }

  /** Somebody's hours and taken time between two moments, in the running transaction. */
  Mono<SlotHost> host(Person person, Instant from, Instant to) {
    var ask = SlotAsk.of(SlotRules.of(30, ZoneOffset.UTC), "preview", PoolMember.alone(person, ""));
    return facts.of(ask, from, to, false).map(team -> team.team().getFirst());
  }
}
