package io.casewell.matching;

import io.casewell.needs.Need;
import io.casewell.needs.NeedId;
import io.casewell.needs.NeedState;
import io.casewell.needs.Needs;
import io.casewell.platform.FirmId;
import io.casewell.platform.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fills the seats of several of a firm's needs at once, as well as can be for all together. */
@Component
class Staffing {
  /** No more needs at once; a firm with more sees its newest. */
  static final int MOST_NEEDS = 40;

  private static final int MOST_SEATS = 200;

  private final Needs needs;
  private final Matches matches;

  Staffing(Needs needs, Matches matches) {
    this.needs = needs;
    this.matches = matches;
  }

  /** The needs, who fits each, and who sits where. */
  record Filled(List<Matches.Found> needs, Seating.Plan plan) {}

  /**
   * The need's team: the best set for its seats and those of the needs that belong with it. Only
   * open ones have seats to fill, and the need itself while it is looked at.
   */
  Mono<Filled> team(NeedId id, FirmId firm) {
    return needs
        .find(id, firm)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(need -> members(need).flatMap(all -> fill(all, firm)));
  }

  private Mono<List<Need>> members(Need need) {
    var team = need.team();
    return team == null
        ? Mono.just(List.of(need))
        : needs
            .team(team, need.firm())
            .filter(one -> one.id().equals(need.id()) || one.state() == NeedState.OPEN)
            .collectList();
  }

  /** All of the firm's open needs. */
  Mono<Filled> all(FirmId firm) {
    return needs.open(firm, MOST_NEEDS).collectList().flatMap(open -> fill(open, firm));
  }

  private Mono<Filled> fill(List<Need> open, FirmId firm) {
    int seats = open.stream().mapToInt(need -> need.terms().seats()).sum();
    // whoever stands lower than there are seats in all is never needed
    int enough = Math.min(Math.max(seats, 1), MOST_SEATS);
    return Flux.fromIterable(open)
        .concatMap(need -> matches.of(need.id(), firm, enough))
        .collectList()
        .publishOn(Schedulers.boundedElastic())
        .map(found -> new Filled(found, plan(found, seats <= MOST_SEATS)));
  }

  private static Seating.Plan plan(List<Matches.Found> found, boolean enough) {
    var plan = Seating.best(found.stream().map(Staffing::opening).toList());
    return enough ? plan : new Seating.Plan(plan.seats(), plan.total(), plan.greedy(), false);
  }

  private static Seating.Opening opening(Matches.Found found) {
    var terms = found.need().terms();
    return new Seating.Opening(
        terms.seats(),
        terms.hoursPerWeek(),
        found.ranking().top().stream().map(candidate -> option(candidate, found)).toList());
  }

  private static Seating.Option option(Ranking.Candidate candidate, Matches.Found found) {
    var terms = found.need().terms();
    var facts = candidate.facts();
    long taken = facts.committedHours(terms.startDate(), terms.lastDay());
    return new Seating.Option(
        candidate.match().staff(),
        candidate.match().score(),
        Math.toIntExact(Math.max(0, facts.capacityHours() - taken)));
  }
}
