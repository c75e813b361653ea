package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People side by side on a need, and how many fit each need of a list. */
@Controller
class CompareController {
  private static final int NEEDS_MOST = 20;

  private final Matches matches;
  private final Catalogue catalogue;

  CompareController(Matches matches, Catalogue catalogue) {
    this.matches = matches;
    this.catalogue = catalogue;
  }

  @GetMapping("/needs/{id}/compare")
  @Access(Who.FIRM)
  Mono<Rendering> compare(@PathVariable String id, Form query, Caller.FirmMember member) {
    var asked = query.texts("staff").stream().distinct().flatMap(CompareController::id).toList();
    var staff = asked.subList(0, Math.min(Comparison.MOST, asked.size()));
    return matches
        .compared(NeedId.of(id), member.firm(), staff)
        .map(found ->
            Rendering.view("matching/compare")
                .modelAttribute("comparison", comparison(found, asked.size()))
                .build());
  }

  private static java.util.stream.Stream<StaffId> id(String text) {
    try {
      return java.util.stream.Stream.of(new StaffId(Ids.parse(text)));
    } catch (Refusal.NotFound _) {
      return java.util.stream.Stream.empty();
    }
  }

  private Comparison comparison(Matches.Found found, int asked) {
    var ranking = found.ranking();
    var cards = new ArrayList<MatchCard>();
    for (var candidate : ranking.top()) {
      boolean review = found.review().contains(candidate.match().staff().value());
      var reasons = Reasons.of(ranking.ask(), candidate, ranking.at(), review, catalogue);
      cards.add(MatchCard.of(cards.size() + 1, found, candidate, reasons));
    }
    return Comparison.of(
        found.need().id().toString(),
        found.need().terms().title(),
        cards,
        ranking.top().stream().map(Ranking.Candidate::match).toList(),
        asked - cards.size());
  }

  @GetMapping("/needs/fit-counts")
  @Access(Who.FIRM)
  Mono<Rendering> counts(Form query, Caller.FirmMember member) {
    return Flux.fromIterable(query.texts("need").stream().distinct().limit(NEEDS_MOST).toList())
        .filter(text -> text.length() == 36)
        .concatMap(text -> fitting(text, member))
        .collectList()
        .map(all -> Rendering.view("matching/fitCounts").modelAttribute("needs", all).build());
  }

  private Mono<Fitting> fitting(String need, Caller.FirmMember member) {
    return Mono.defer(() -> matches.eligible(NeedId.of(need), member.firm()))
        .map(people -> new Fitting(need, people))
        .onErrorResume(Refusal.NotFound.class, _ -> Mono.empty());
  }
}
