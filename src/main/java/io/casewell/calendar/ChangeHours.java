package io.casewell.calendar;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces somebody's usual week and tells matching, both or neither. */
@Component
class ChangeHours {
  private final WorkingHours hours;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  ChangeHours(WorkingHours hours, Audit audit, ObjectProvider<RankedFacts> facts, Tenancy tx) {
    this.hours = hours;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /**
   * Changes the own week.
   *
   * @param seen the stamp of the hours that were edited
   * @return false when they were changed by somebody else since; nothing is written then
   */
  Mono<Boolean> change(Caller.Professional me, String seen, WeeklyHours to) {
    return hours
        .locked(me.staff())
        .map(before -> Map.of("before", before))
        .defaultIfEmpty(Map.of())
        .flatMap(before -> {
          var was = before.get("before");
          return WorkingHours.stamp(was).equals(seen)
              ? write(me, was, to).thenReturn(true)
              : Mono.just(false);
        })
        .as(tx::transactional);
  }

  private Mono<Void> write(
      Caller.Professional me, @org.jspecify.annotations.Nullable WeeklyHours was, WeeklyHours to) {
    if (to.equals(was)) {
      return Mono.empty();
    }
    var entry =
        new Audit.Entry(
            "staff",
            me.staff().value(),
            null,
            me.staff(),
            "hours changed",
            was == null ? null : words(was),
            words(to));
    return hours
        .putAll(Map.of(me.staff(), to))
        .then(audit.append(entry))
        .then(Mono.defer(() -> renew(me)));
  }

  private Mono<Void> renew(Caller.Professional me) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(me.staff()));
  }

  private static Map<String, Object> words(WeeklyHours hours) {
    return Map.of(
        "zone", hours.zone().getId(),
        "rows", HoursText.json(hours.rows()),
        "capacityHours", hours.capacityHours(),
        "committedElsewhereHours", hours.committedElsewhereHours());
  }
}
