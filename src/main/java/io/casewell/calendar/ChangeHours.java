package io.casewell.calendar;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.RankedFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces somebody's usual week and tells matching, both or neither. */
@Component
class ChangeHours {
  private final WorkingHours hours;
  private final ChangeTime time;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;

  ChangeHours(WorkingHours hours, ChangeTime time, Audit audit, ObjectProvider<RankedFacts> facts) {
    this.hours = hours;
    this.time = time;
    this.audit = audit;
    this.facts = facts;
  }

  /** Somebody else changed the hours since; undoes nothing, because nothing was written. */
  private static final class StaleEdit extends RuntimeException {
    StaleEdit() {
      super(null, null, false, false);
    }
  }

  /**
   * Changes the own week.
   *
   * @param seen the stamp of the hours that were edited
   * @param anyway whether the person has seen which bookings it leaves outside
   */
  Mono<ChangeTime.Outcome> change(Caller me, String seen, WeeklyHours to, boolean anyway) {
    var write =
        locked(me)
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty())
            .flatMap(was ->
                WorkingHours.stamp(was.orElse(null)).equals(seen)
                    ? write(me, was.orElse(null), to)
                    : Mono.error(new StaleEdit()));
    return time.change(me, write, anyway)
        .onErrorResume(StaleEdit.class, _ -> Mono.just(new ChangeTime.Stale()));
  }

  private Mono<WeeklyHours> locked(Caller me) {
    return me instanceof Caller.Professional(var staff, _)
        ? hours.locked(staff)
        : hours.locked(new AccountId(Person.of(me).id()));
  }

  private Mono<Void> write(Caller me, @Nullable WeeklyHours was, WeeklyHours to) {
    if (to.equals(was)) {
      return Mono.empty();
    }
    var entry =
        ImportCalendars.trail(me, "hours changed", was == null ? null : words(was), words(to));
    var put =
        me instanceof Caller.Professional(var staff, _)
            ? hours.putAll(Map.of(staff, to))
            : hours.put(new AccountId(Person.of(me).id()), to);
    return put.then(audit.append(entry)).then(Mono.defer(() -> renew(me)));
  }

  /** Matching ranks professionals only. */
  private Mono<Void> renew(Caller me) {
    var ranked = facts.getIfAvailable();
    return ranked != null && me instanceof Caller.Professional(var staff, _)
        ? ranked.renew(List.of(staff))
        : Mono.empty();
  }

  private static Map<String, Object> words(WeeklyHours hours) {
    return Map.of(
        "zone", hours.zone().getId(),
        "rows", HoursText.json(hours.rows()),
        "capacityHours", hours.capacityHours(),
        "committedElsewhereHours", hours.committedElsewhereHours());
  }
}
