package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.Need;
import io.casewell.needs.NeedId;
import io.casewell.needs.NeedState;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who fits a need, without saying who anybody is: for somebody who shall see that there are people,
 * what they can do and what they cost, before they are a customer.
 */
@Component
public class Preview {
  private final Matches matches;
  private final Catalogue catalogue;
  private final Clock clock;

  Preview(Matches matches, Catalogue catalogue, Clock clock) {
    this.matches = matches;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Somebody who fits, without a name.
   *
   * @param label e.g. "Person 1"
   * @param percent of the points
   * @param rate the hourly bill rate in words
   * @param clock the zone they work in, in words
   * @param reasons why, the strongest first
   * @param checked whether nothing of what is asked is only claimed
   */
  public record Person(
      String label,
      int percent,
      String rate,
      String clock,
      String years,
      List<String> reasons,
      boolean checked) {}

  /** A change and what it gains. */
  public record Gain(String change, String gain, String best) {}

  /**
   * What there is to show.
   *
   * @param headline how many fit, in words
   * @param lowCents what a week costs with the least dear of those shown, all seats
   * @param highCents the same with the dearest
   */
  public record Shown(
      int eligible,
      int considered,
      String headline,
      List<Person> people,
      List<Gain> gains,
      long lowCents,
      long highCents) {}

  /** Who fits the firm's need now, at most so many, and what asking for less would gain. */
  public Mono<Shown> of(NeedId need, FirmId firm, int most) {
    return matches
        .of(need, firm, most)
        .zipWith(matches.near(need, firm).map(NearList::of))
        .map(both -> shown(both.getT1(), both.getT2()));
  }

  /** The same for terms that nobody has saved yet. */
  public Mono<Shown> ofUnsaved(NeedTerms terms, int most) {
    var now = clock.instant();
    var need =
        new Need(
            NeedId.next(), FirmId.next(), 1, NeedState.DRAFT, null, terms, null, now, null, now);
    return matches
        .ofUnsaved(need, most)
        .zipWith(matches.nearUnsaved(need).map(NearList::of))
        .map(both -> shown(both.getT1(), both.getT2()));
  }

  private static Gain gain(NearList.Gain gain) {
    var score = gain.score();
    return new Gain(
        gain.change(),
        gain.gain(),
        score == null ? "" : "the best of them at " + score / 100 + " %");
  }

  private Shown shown(Matches.Found found, NearList near) {
    var ranking = found.ranking();
    var terms = found.need().terms();
    var people = new ArrayList<Person>();
    long low = Long.MAX_VALUE;
    long high = 0;
    for (var candidate : ranking.top()) {
      var review = found.review().contains(candidate.match().staff().value());
      var reasons = Reasons.of(ranking.ask(), candidate, ranking.at(), review, catalogue);
      var card = MatchCard.of(people.size() + 1, found, candidate, reasons);
      long week =
          (long) candidate.facts().billRate(terms.role()) * terms.hoursPerWeek() * terms.seats();
      low = Math.min(low, week);
      high = Math.max(high, week);
      people.add(
          new Person(
              "Person " + card.place(),
              card.percent(),
              card.rate(),
              card.clock(),
              card.years(),
              card.reasons().stream()
                  .sorted((a, b) -> Integer.compare(b.points(), a.points()))
                  .limit(3)
                  .map(Reasons.Reason::sentence)
                  .toList(),
              card.checks().isEmpty()));
    }
    var gains = new ArrayList<Gain>();
    near.steps().stream().limit(4).forEach(g -> gains.add(gain(g)));
    near.relaxations().stream().limit(4).forEach(g -> gains.add(gain(g)));
    return new Shown(
        ranking.eligible(),
        ranking.peopleForFirm(),
        headline(ranking.eligible()),
        people,
        gains,
        people.isEmpty() ? 0 : low,
        high);
  }

  private static String headline(int eligible) {
    return switch (eligible) {
      case 0 -> "Nobody meets every condition yet";
      case 1 -> "One person meets every condition";
      default -> eligible + " people meet every condition";
    };
  }
}
