package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A need's matches and near misses: parts of the need's page, and pages of their own. */
@Controller
class MatchController {
  private final Matches matches;
  private final Runs runs;
  private final Catalogue catalogue;

  MatchController(Matches matches, Runs runs, Catalogue catalogue) {
    this.matches = matches;
    this.runs = runs;
    this.catalogue = catalogue;
  }

  @GetMapping("/needs/{id}/matches")
  @Access(Who.FIRM)
  Mono<Rendering> matches(
      @PathVariable String id,
      Form query,
      Caller.FirmMember member,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    int shown = shown(query.text("limit"));
    return matches
        .of(NeedId.of(id), member.firm(), shown)
        .doOnNext(runs::note)
        .map(found -> list(found, shown, query.text("checks").equals("none")))
        .map(list ->
            Rendering.view(fragment ? "matching/list" : "matching/show")
                .modelAttribute("matches", list)
                .build());
  }

  @GetMapping("/needs/{id}/near-misses")
  @Access(Who.FIRM)
  Mono<Rendering> nearMisses(
      @PathVariable String id,
      Caller.FirmMember member,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    return matches
        .near(NeedId.of(id), member.firm())
        .map(NearList::of)
        .map(near ->
            Rendering.view(fragment ? "matching/near" : "matching/nearPage")
                .modelAttribute("near", near)
                .build());
  }

  private static int shown(String limit) {
    return limit.matches("[1-9][0-9]{0,2}")
        ? Math.min(MatchList.MOST, Integer.parseInt(limit))
        : MatchList.FIRST;
  }

  private MatchList list(Matches.Found found, int shown, boolean clear) {
    var ranking = found.ranking();
    var cards = new ArrayList<MatchCard>();
    int place = 0;
    for (var candidate : ranking.top()) {
      place++;
      var reasons =
          Reasons.of(
              ranking.ask(),
              candidate,
              ranking.at(),
              found.review().contains(candidate.match().staff().value()),
              catalogue);
      if (!clear || reasons.flags().isEmpty()) {
        cards.add(MatchCard.of(place, found, candidate, reasons));
      }
    }
    return new MatchList(
        found.need().id().toString(),
        found.need().terms().title(),
        ranking.eligible(),
        ranking.peopleForFirm(),
        cards,
        ranking.excludedForFirm().entrySet().stream()
            .filter(why -> why.getValue() > 0)
            .sorted(Map.Entry.<Constraint, Integer>comparingByValue().reversed())
            .toList(),
        clear,
        shown);
  }
}
