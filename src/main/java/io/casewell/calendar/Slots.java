package io.casewell.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slots of real people: reads their facts in one round trip and asks the {@link SlotEngine}, for
 * lists as for decisions. To book, in one transaction:
 *
 * <pre>
 *   slots.choose(ask, start)                          // locks the people's hours, decides, orders
 *       .flatMap(choice -> appointments.reserve(NewAppointment.confirmed(…), choice))
 * </pre>
 *
 * A refusal with a conflict means that somebody was quicker; {@link #nearest}, in a transaction of
 * its own, says what is still free.
 */
@Component
public class Slots {
  /** Longest list at once. */
  public static final Duration LONGEST = Duration.ofDays(62);

  private final TimeFacts facts;
  private final Clock clock;

  Slots(TimeFacts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  /** The slots between two moments, at most 62 days; in the caller's transaction. */
  public Mono<SlotList> list(SlotAsk ask, Instant from, Instant to) {
    var now = clock.instant();
    var first = from.isBefore(now) ? now : from;
    var last = to.isAfter(first.plus(LONGEST)) ? first.plus(LONGEST) : to;
    if (!last.isAfter(first)) {
      return Mono.just(SlotEngine.slots(ask.rules(), List.of(), now, first, first));
    }
    // a range that began before is listed as it was then, so the look begins a few days earlier
    var look = first.minus(Duration.ofDays(3));
    return facts
        .of(ask, factsFrom(ask, look, now), factsTo(ask, last, now), false)
        .map(team ->
            SlotEngine.slots(ask.rules(), team.team(), now, look, last.plus(length(ask)))
                .between(first, last));
  }

  private static Duration length(SlotAsk ask) {
    return Duration.ofMinutes(ask.rules().duration());
  }

  private static Instant factsFrom(SlotAsk ask, Instant from, Instant now) {
    return ask.rules().window() instanceof BookingWindow.RollingBookable && now.isBefore(from)
        ? now.minus(Duration.ofDays(4))
        : from;
  }

  private static Instant factsTo(SlotAsk ask, Instant to, Instant now) {
    var scan = now.plus(Duration.ofDays(BookingWindow.MOST_DAYS + 2L));
    return ask.rules().window() instanceof BookingWindow.RollingBookable && scan.isAfter(to)
        ? scan
        : to.plus(Duration.ofDays(2));
  }

  /**
   * Decides about one start, and whose turn it is among those free. In the running transaction the
   * people's hours stay as they are, so that nobody takes them away while they are booked.
   */
  public Mono<Choice> choose(SlotAsk ask, Instant start) {
    var now = clock.instant();
    return team(ask, start, now, true).map(team -> choice(ask, start, now, team));
  }

  private Mono<TimeFacts.Team> team(SlotAsk ask, Instant start, Instant now, boolean locked) {
    var from = start.minus(Duration.ofDays(4));
    var to = start.plus(length(ask)).plus(Duration.ofDays(2));
    return facts.of(ask, factsFrom(ask, from, now), factsTo(ask, to, now), locked);
  }

  private static Choice choice(SlotAsk ask, Instant start, Instant now, TimeFacts.Team team) {
    var free = SlotEngine.at(ask.rules(), team.team(), now, start);
    var fixed = new ArrayList<Choice.Part>();
    var rotating = new HashMap<Person, Integer>();
    for (int place : free) {
      var member = team.members().get(place);
      if (member.fixed()) {
        fixed.add(new Choice.Part(member.person(), Map.of(), tallies(ask, start, team, place)));
      } else {
        rotating.put(member.person(), place);
      }
    }
    var candidates = new ArrayList<Choice.Part>();
    int n = 1;
    for (var turn : turns(ask, team).order(ids(rotating))) {
      var person = new Person(turn.host());
      var kept = new TreeMap<String, Object>(turn.kept(n++, ask.weights()));
      kept.put("free", rotating.size());
      candidates.add(
          new Choice.Part(
              person, kept, tallies(ask, start, team, rotating.getOrDefault(person, 0))));
    }
    return new Choice(
        start, start.plus(length(ask)), ask.rules(), !free.isEmpty(), fixed, candidates);
  }

  private static java.util.Set<java.util.UUID> ids(Map<Person, Integer> people) {
    var ids = new LinkedHashSet<java.util.UUID>();
    people.keySet().forEach(person -> ids.add(person.id()));
    return ids;
  }

  private static RoundRobin<java.util.UUID> turns(SlotAsk ask, TimeFacts.Team team) {
    var hosts = new ArrayList<RoundRobin.Host<java.util.UUID>>();
    var given = new ArrayList<RoundRobin.Given<java.util.UUID>>();
    for (int i = 0; i < team.members().size(); i++) {
      var member = team.members().get(i);
      if (!member.fixed()) {
        var id = member.person().id();
        var zone = team.team().get(i).hours().zone;
        hosts.add(
            new RoundRobin.Host<>(
                id,
                member.weight(),
                member.priority(),
                null,
                member.joined(),
                team.away().getOrDefault(member.person(), List.of()).stream()
                    .map(off ->
                        new RoundRobin.Away(
                            off.from().atStartOfDay(zone).toInstant(),
                            off.to().plusDays(1).atStartOfDay(zone).toInstant()))
                    .toList(),
                member.calibration()));
        team.given()
            .getOrDefault(member.person(), List.of())
            .forEach(at -> given.add(new RoundRobin.Given<>(id, at)));
      }
    }
    return new RoundRobin<>(ask.weights(), hosts, given);
  }

  /** What one more counts in for this host, by their own calendar. */
  private static List<Choice.Tally> tallies(
      SlotAsk ask, Instant start, TimeFacts.Team team, int place) {
    var host = team.team().get(place);
    int day = host.hours().dayAt(SlotEngine.floor(start));
    var date = LocalDate.ofEpochDay(day);
    var tallies = new ArrayList<Choice.Tally>();
    if (!ask.kind().equals("hold")) {
      int most = host.dayCap() == 0 ? Integer.MAX_VALUE : host.dayCap();
      int base = count(host, Period.DAY, day, true, false);
      tallies.add(new Choice.Tally(ask.kind() + "/day", date, base, 1, most));
    }
    var topic = ask.topic();
    for (var period : Period.values()) {
      var limits = ask.rules().limits();
      if (topic != null && limits.count(period) > 0) {
        int base = count(host, period, day, false, false);
        tallies.add(
            new Choice.Tally(
                topic + "/" + period.word, period.since(date), base, 1, limits.count(period)));
      }
      if (topic != null && limits.minutes(period) > 0) {
        int base = count(host, period, day, false, true);
        tallies.add(
            new Choice.Tally(
                topic + "/" + period.word + "/minutes",
                period.since(date),
                base,
                ask.rules().duration(),
                limits.minutes(period)));
      }
    }
    return tallies;
  }

  private static int count(SlotHost host, Period period, int day, boolean capped, boolean minutes) {
    var busy = host.busy();
    int sum = 0;
    for (int i = 0; i < busy.size(); i++) {
      boolean counts = capped ? busy.capped[i] : busy.counts[i];
      if (counts && period.of(host.hours().dayAt(busy.start[i])) == period.of(day)) {
        sum += minutes ? busy.end[i] - busy.start[i] : 1;
      }
    }
    return sum;
  }

  /** For each of the pool, why they are not free at a moment; in the caller's transaction. */
  public Mono<List<Why>> why(SlotAsk ask, Instant start) {
    var now = clock.instant();
    return team(ask, start, now, false)
        .map(team ->
            Troubleshooter.why(
                ask.rules(),
                team.team(),
                team.members().stream().map(PoolMember::name).toList(),
                now,
                start));
  }

  /** The free starts nearest to one that is not, at most so many, by time. */
  public Mono<List<Instant>> nearest(SlotAsk ask, Instant start, int most) {
    return list(ask, start.minus(Duration.ofDays(7)), start.plus(Duration.ofDays(14)))
        .map(list -> nearest(list, start, most));
  }

  private static List<Instant> nearest(SlotList list, Instant start, int most) {
    var byDistance = new ArrayList<>(list.starts());
    byDistance.remove(start);
    byDistance.sort(
        java.util.Comparator.comparing((Instant at) -> Duration.between(start, at).abs())
            .thenComparing(at -> at));
    return List.copyOf(new TreeSet<>(byDistance.stream().limit(most).toList()));
  }
}
