package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import java.util.ArrayList;
import java.util.List;
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
    var filter = MatchFilter.of(query);
    return matches
        .of(NeedId.of(id), member.firm(), MatchList.MOST)
        .doOnNext(found -> runs.note(found.first(shown)))
        .map(found -> list(found, shown, filter))
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
                .modelAttribute("fragment", fragment)
                .build());
  }

  private static int shown(String limit) {
    return limit.matches("[1-9][0-9]{0,2}")
        ? Math.min(MatchList.MOST, Integer.parseInt(limit))
        : MatchList.FIRST;
  }

  private MatchList list(Matches.Found found, int shown, MatchFilter filter) {
    var ranking = found.ranking();
    var people = people(found);
    var passing = people.stream().filter(filter::lets).toList();
    return new MatchList(
        found.need().id().toString(),
        found.need().terms().title(),
        ranking.eligible(),
        ranking.peopleForFirm(),
        passing.size(),
        passing.stream().limit(shown).map(person -> card(found, person)).toList(),
        filter.choices(people),
        filter.languages(people, catalogue),
        filter.query(),
        ranking.excludedForFirm().entrySet().stream()
            .filter(why -> why.getValue() > 0)
            .sorted(Map.Entry.<Constraint, Integer>comparingByValue().reversed())
            .toList(),
        shown);
  }

  private List<MatchFilter.Person> people(Matches.Found found) {
    var ranking = found.ranking();
    var people = new ArrayList<MatchFilter.Person>();
    for (var candidate : ranking.top()) {
      boolean review = found.review().contains(candidate.match().staff().value());
      people.add(
          new MatchFilter.Person(
              people.size() + 1,
              candidate,
              Reasons.of(ranking.ask(), candidate, ranking.at(), review, catalogue),
              ranking.ask(),
              Engine.today(ranking.at())));
    }
    return people;
  }

  private static MatchCard card(Matches.Found found, MatchFilter.Person person) {
    return MatchCard.of(person.place(), found, person.candidate(), person.reasons());
  }
}
