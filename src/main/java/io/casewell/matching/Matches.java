package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.Need;
import io.casewell.needs.NeedId;
import io.casewell.needs.Needs;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who fits a firm's need at this moment, with what a person needs to know of each to decide. */
@Component
class Matches {
  private final Needs needs;
  private final FollowedIndex index;
  private final Engine engine;
  private final DatabaseClient db;
  private final Tenancy tx;
  private final Clock clock;
  private final PartyNames partyNames;
  private final Catalogue catalogue;

  Matches(
      Needs needs,
      FollowedIndex index,
      Engine engine,
      DatabaseClient db,
      Tenancy tx,
      Clock clock,
      Secrets secrets,
      Catalogue catalogue) {
    this.needs = needs;
    this.index = index;
    this.engine = engine;
    this.db = db;
    this.tx = tx;
    this.clock = clock;
    this.catalogue = catalogue;
    this.partyNames = new PartyNames(secrets.keyFor("party"));
  }

  /**
   * A need and who fits it.
   *
   * @param cards the public card of everybody shown
   * @param review whom a human should check for a conflict of interest: a name much like a party's
   */
  record Found(
      Need need,
      FollowedIndex.Run run,
      Map<UUID, Card> cards,
      Set<UUID> review,
      List<String> parties) {
    Ranking ranking() {
      return run.ranking();
    }

    /** The same with no more than the first few of those who fit. */
    Found first(int most) {
      var all = run.ranking();
      var ranking =
          new Ranking(
              all.ask(),
              all.at(),
              all.people(),
              all.eligible(),
              all.excluded(),
              all.peopleForFirm(),
              all.excludedForFirm(),
              all.top().stream().limit(most).toList(),
              all.near());
      return new Found(
          need, new FollowedIndex.Run(run.position(), ranking), cards, review, parties);
    }
  }

  /** What anybody may see of a staff member. */
  record Card(UUID staff, String name, @org.jspecify.annotations.Nullable String externalId) {}

  private record Wanted(Need need, List<String> parties) {}

  private record Ranked(Wanted wanted, FollowedIndex.Run run) {}

  private record Grams(UUID staff, byte[] grams) {}

  /** Holds the firm's need against everybody; a need of another firm is not there. */
  Mono<Found> of(NeedId id, FirmId firm, int limit) {
    return wanted(id, firm).flatMap(wanted -> ranked(wanted, limit)).flatMap(this::withCards);
  }

  /** Holds a need that nobody has saved yet against everybody; it names no parties. */
  Mono<Found> ofUnsaved(Need need, int limit) {
    return ranked(new Wanted(need, List.of()), limit).flatMap(this::withCards);
  }

  /**
   * Holds these people against the firm's need, in the order given. Whoever is conflicted, blocked
   * or not active is left out, as everywhere.
   */
  Mono<Found> compared(NeedId id, FirmId firm, List<StaffId> staff) {
    return wanted(id, firm)
        .flatMap(wanted ->
            index.facts(staff).map(facts -> new Ranked(wanted, compared(wanted, facts.values()))))
        .flatMap(this::withCards);
  }

  private FollowedIndex.Run compared(Wanted wanted, Collection<StaffFacts> people) {
    var ask = ask(wanted);
    var now = clock.instant();
    var candidates =
        people.stream()
            .map(facts -> new Ranking.Candidate(engine.evaluate(ask, facts, now), facts))
            .filter(candidate -> (candidate.match().mask() & ~Constraint.RELAXABLE) == 0)
            .toList();
    int eligible = (int) candidates.stream().filter(one -> one.match().eligible()).count();
    int all = candidates.size();
    var ranking =
        new Ranking(ask, now, all, eligible, Map.of(), all, Map.of(), candidates, List.of());
    return new FollowedIndex.Run(new Position(0), ranking);
  }

  /** How many people fit the firm's need now. */
  Mono<Integer> eligible(NeedId id, FirmId firm) {
    return wanted(id, firm)
        .flatMap(wanted -> index.rank(ask(wanted), clock.instant(), 1))
        .map(run -> run.ranking().eligible());
  }

  private Mono<Wanted> wanted(NeedId id, FirmId firm) {
    return needs
        .find(id, firm)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(_ -> needs.parties(id, firm), Wanted::new)
        .as(tx::transactional);
  }

  /** A need, what it would gain by asking for less, and who is near. */
  record Near(Need need, NearMisses misses, Map<UUID, Card> cards) {}

  private record Missed(Need need, NearMisses misses) {}

  /** What the firm's need would gain by asking for less. */
  Mono<Near> near(NeedId id, FirmId firm) {
    return wanted(id, firm).flatMap(this::missed).flatMap(this::withCards);
  }

  /** The same of a need that nobody has saved yet. */
  Mono<Near> nearUnsaved(Need need) {
    return missed(new Wanted(need, List.of())).flatMap(this::withCards);
  }

  private Mono<Missed> missed(Wanted wanted) {
    return index
        .nearMisses(ask(wanted), clock.instant(), catalogue)
        .map(misses -> new Missed(wanted.need(), misses));
  }

  private Mono<Near> withCards(Missed missed) {
    return cards(shown(missed.misses().ranking()))
        .as(tx::transactional)
        .map(cards -> new Near(missed.need(), missed.misses(), cards));
  }

  private Mono<Ranked> ranked(Wanted wanted, int limit) {
    return index.rank(ask(wanted), clock.instant(), limit).map(run -> new Ranked(wanted, run));
  }

  private Ask ask(Wanted wanted) {
    var need = wanted.need();
    return new Ask(
        need.id().value(),
        need.firm(),
        CurrentCodes.of(need.terms(), catalogue),
        wanted.parties().stream().map(partyNames::hash).collect(Collectors.toSet()));
  }

  private Mono<Found> withCards(Ranked ranked) {
    var shown = shown(ranked.run().ranking());
    var parties = ranked.wanted().parties();
    return cards(shown)
        .zipWhen(_ -> review(shown, parties))
        .as(tx::transactional)
        .map(both ->
            new Found(ranked.wanted().need(), ranked.run(), both.getT1(), both.getT2(), parties));
  }

  private static UUID[] shown(Ranking ranking) {
    return java.util.stream.Stream.concat(ranking.top().stream(), ranking.near().stream())
        .map(candidate -> candidate.match().staff().value())
        .toArray(UUID[]::new);
  }

  private Mono<Map<UUID, Card>> cards(UUID[] staff) {
    return db.sql("select staff, name, external_id from staff_card where staff = any(:staff)")
        .bind("staff", staff)
        .mapProperties(Card.class)
        .all()
        .collectMap(Card::staff);
  }

  private Mono<Set<UUID>> review(UUID[] staff, List<String> parties) {
    if (parties.isEmpty()) {
      return Mono.just(Set.of());
    }
    var wanted = parties.stream().map(partyNames::trigramHashes).toList();
    return db.sql("select staff, grams from party_grams(:staff)")
        .bind("staff", staff)
        .mapProperties(Grams.class)
        .all()
        .filter(row -> wanted.stream().anyMatch(one -> PartyNames.alike(one, hashes(row.grams()))))
        .map(Grams::staff)
        .collect(Collectors.toSet());
  }

  private static long[] hashes(byte[] grams) {
    var hashes = new long[grams.length / Long.BYTES];
    java.nio.ByteBuffer.wrap(grams).asLongBuffer().get(hashes);
    return hashes;
  }
}
