package io.casewell.openings;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.Constraint;
import io.casewell.matching.OwnFacts;
import io.casewell.matching.StaffFacts;
import io.casewell.platform.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Which open needs a professional fits and what would open more, by the same engine that ranks them
 * for firms. Needs that a conflict of interest or a block keeps them from are not there at all.
 */
@Component
public class Openings {
  private static final int HIDDEN = Constraint.CONFLICT.bit() | Constraint.BLOCKED.bit();
  private static final int TRIED = 60;
  private static final int SHOWN = 10;

  private final OpenNeeds needs;
  private final OwnFacts ownFacts;
  private final Catalogue catalogue;
  private final Clock clock;

  Openings(OpenNeeds needs, OwnFacts ownFacts, Catalogue catalogue, Clock clock) {
    this.needs = needs;
    this.ownFacts = ownFacts;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A need somebody lacks something for. */
  private record Missed(OpenNeed need, List<Remedy> lacking) {}

  /** What is open to the caller; empty while they offer no role. */
  public Mono<Outlook> of(Caller.Professional me, java.time.ZoneId zone) {
    return ownFacts
        .of(me.staff())
        .zipWith(needs.all())
        .flatMap(both ->
            Mono.fromCallable(() -> outlook(both.getT1(), both.getT2(), zone))
                .subscribeOn(Schedulers.parallel()));
  }

  private Outlook outlook(OwnFacts.Own own, Collection<OpenNeed> all, java.time.ZoneId zone) {
    var now = clock.instant();
    // as if active: who is not is told so, and sees what waits all the same
    var facts = Otherwise.of(own.facts()).facts();
    var fitting = new ArrayList<OpenNeed>();
    var missed = new ArrayList<Missed>();
    for (var need : all) {
      var match = need.match(facts, now);
      boolean unpriced = !own.rated() && match.mask() == Constraint.RATE.bit();
      if (match.eligible() || unpriced) {
        fitting.add(need);
      } else if ((match.mask() & HIDDEN) == 0) {
        missed.add(new Missed(need, Remedy.lacking(need.terms(), facts, match.failed())));
      }
    }
    fitting.sort(
        Comparator.comparing((OpenNeed need) -> need.terms().startDate())
            .thenComparing(need -> need.changed().need().id().value()));
    return new Outlook(
        own.facts(),
        own.rated(),
        fitting.stream().map(need -> Opening.of(need, facts, zone, catalogue)).toList(),
        steps(facts, missed, now),
        missed.size());
  }

  private List<Outlook.Step> steps(StaffFacts facts, List<Missed> missed, Instant now) {
    var tried = new LinkedHashSet<Remedy>();
    missed.stream()
        .filter(one -> one.lacking().size() == 1)
        .map(one -> one.lacking().getFirst())
        .forEach(tried::add);
    var steps = new ArrayList<Outlook.Step>();
    for (var remedy : tried.stream().limit(TRIED).toList()) {
      var otherwise = Otherwise.of(facts).with(remedy).facts();
      int more = 0;
      for (var one : missed) {
        boolean near =
            one.lacking().size() == 1 && one.lacking().getFirst().getClass() == remedy.getClass();
        more += near && one.need().match(otherwise, now).eligible() ? 1 : 0;
      }
      if (more > 0) {
        steps.add(StepWords.of(remedy, facts, more, catalogue));
      }
    }
    steps.sort(
        Comparator.comparingInt((Outlook.Step step) -> -step.more())
            .thenComparing(Outlook.Step::change));
    return List.copyOf(steps.subList(0, Math.min(SHOWN, steps.size())));
  }
}
