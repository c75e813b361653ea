package io.casewell.matching;

import io.casewell.needs.Need;
import io.casewell.needs.Needs;
import io.casewell.platform.Caller;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What matching knows of people whom a page shows, and which of a firm's open needs they fit. */
@Component
public class Known {
  private static final int NEEDS = 50;

  private final FollowedIndex index;
  private final Engine engine;
  private final Needs needs;
  private final Tenancy tx;
  private final Clock clock;
  private final PartyNames partyNames;

  Known(FollowedIndex index, Engine engine, Needs needs, Tenancy tx, Clock clock, Secrets secrets) {
    this.index = index;
    this.engine = engine;
    this.needs = needs;
    this.tx = tx;
    this.clock = clock;
    this.partyNames = new PartyNames(secrets.keyFor("party"));
  }

  /**
   * An open need that somebody fits.
   *
   * @param id the need's
   * @param title the firm's words for it
   * @param percent of the points
   */
  public record Fit(String id, String title, int percent) {}

  /** What is known of these people; whoever is not known is left out. */
  public Mono<Map<StaffId, StaffFacts>> facts(Collection<StaffId> staff) {
    return index.facts(staff);
  }

  /** The firm's open needs that each of these people fits, the best first. */
  public Mono<Map<StaffId, List<Fit>>> fits(
      Caller.FirmMember member, Collection<StaffFacts> people) {
    return needs
        .open(member.firm(), NEEDS)
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(open -> open)
        .concatMap(this::ask)
        .collectList()
        .as(tx::transactional)
        .map(asked -> fits(asked, people));
  }

  private record Asked(Need need, Ask ask, Overlap overlap) {}

  private Mono<Asked> ask(Need need) {
    return needs
        .parties(need.id(), need.firm())
        .map(names -> names.stream().map(partyNames::hash).collect(Collectors.toSet()))
        .map(parties -> new Ask(need.id().value(), need.firm(), need.terms(), parties))
        .map(ask -> new Asked(need, ask, new Overlap(need.terms())));
  }

  private Map<StaffId, List<Fit>> fits(List<Asked> asked, Collection<StaffFacts> people) {
    var fits = new LinkedHashMap<StaffId, List<Fit>>();
    for (var facts : people) {
      var theirs = new ArrayList<Fit>();
      for (var one : asked) {
        var match = engine.evaluate(one.ask(), facts, clock.instant(), one.overlap());
        if (match.eligible()) {
          theirs.add(
              new Fit(one.need().id().toString(), one.need().terms().title(), match.percent()));
        }
      }
      theirs.sort(java.util.Comparator.comparingInt(Fit::percent).reversed());
      fits.put(facts.staff(), List.copyOf(theirs));
    }
    return fits;
  }
}
