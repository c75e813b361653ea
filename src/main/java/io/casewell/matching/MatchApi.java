package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Matches for programs. */
@RestController
class MatchApi {
  private static final int MOST = 1000;

  private final Matches matches;
  private final Runs runs;
  private final Catalogue catalogue;

  MatchApi(Matches matches, Runs runs, Catalogue catalogue) {
    this.matches = matches;
    this.runs = runs;
    this.catalogue = catalogue;
  }

  /**
   * Who fits.
   *
   * @param eligible how many meet every constraint
   * @param excluded how many fail each; only constraints that a firm may know of
   * @param matches the best, in order
   */
  record Answer(int eligible, Map<String, Integer> excluded, List<One> matches) {}

  /** One who fits; the parts add up to the score of at most 10,000. */
  record One(
      UUID staffId,
      @Nullable String externalId,
      int score,
      Map<String, Integer> parts,
      int sharedMinutes,
      List<String> flags) {}

  @GetMapping("/api/v1/needs/{id}/matches")
  @Access(value = Who.FIRM, scope = "needs:read")
  Mono<Answer> matches(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") String limit,
      Caller.FirmMember member) {
    return matches
        .of(NeedId.of(id), member.firm(), limit(limit))
        .doOnNext(runs::note)
        .map(this::answer);
  }

  private static int limit(String text) {
    if (text.matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    var problems = new Problems();
    problems.add("limit", "The limit is a whole number from 1 to " + MOST + ".");
    throw new Refusal.Invalid(problems);
  }

  private Answer answer(Matches.Found found) {
    var excluded = new LinkedHashMap<String, Integer>();
    found.ranking().excludedForFirm().forEach((why, count) -> excluded.put(why.name(), count));
    return new Answer(
        found.ranking().eligible(),
        excluded,
        found.ranking().top().stream().map(candidate -> one(found, candidate)).toList());
  }

  private One one(Matches.Found found, Ranking.Candidate candidate) {
    var match = candidate.match();
    var staff = match.staff().value();
    var parts = new LinkedHashMap<String, Integer>();
    for (var part : Part.values()) {
      parts.put(part.name(), match.points(part));
    }
    var card = found.cards().get(staff);
    return new One(
        staff,
        card == null ? null : card.externalId(),
        match.score(),
        parts,
        match.sharedMinutes(),
        flags(found, candidate));
  }

  private List<String> flags(Matches.Found found, Ranking.Candidate candidate) {
    boolean review = found.review().contains(candidate.match().staff().value());
    var ranking = found.ranking();
    return Reasons.of(ranking.ask(), candidate, ranking.at(), review, catalogue).flags();
  }
}
