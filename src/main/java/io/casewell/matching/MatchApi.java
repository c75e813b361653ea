package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Matches for programs. */
@Tag(name = "Matches", description = "Who fits a need, and who would take which seat.")
@RestController
class MatchApi {
  private static final int MOST = 1000;
  private static final int USUAL = 20;

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
  @Schema(name = "Matches")
  record Answer(int eligible, Map<String, Integer> excluded, List<One> matches) {}

  /** One who fits; the parts add up to the score of at most 10,000. */
  @Schema(name = "Match")
  record One(
      UUID staffId,
      @Nullable String externalId,
      int score,
      Map<String, Integer> parts,
      int sharedMinutes,
      List<String> flags) {}

  private static final String EXAMPLE =
      """
      {"eligible":14,"excluded":{"ROLE":96,"SKILLS":71,"RATE":12},"matches":[{"staffId":\
      "019e2f00-0000-7000-8000-00000000000a","externalId":"s-1","score":9120,"parts":{"MUST":2800,\
      "NICE":1700,"OVERLAP":1200,"PRACTICE":1000,"EXPERIENCE":720,"SOFTWARE":600,"TRACK":520,\
      "CREDENTIALS":200,"RATE":380},"sharedMinutes":1200,"flags":["unverified"]}]}
      """;

  @Operation(
      summary = "Who fits a need, the best first",
      description =
          "The parts of a score add up to it, 10,000 at most. Whoever misses two constraints counts"
              + " under both.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "20"))
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Answer.class),
              examples = @ExampleObject(EXAMPLE)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  @GetMapping("/api/v1/needs/{id}/matches")
  @Access(value = Who.FIRM, scope = "needs:read")
  Mono<Answer> matches(
      @PathVariable String id, @Parameter(hidden = true) Form query, Caller.FirmMember member) {
    return matches
        .of(NeedId.of(id), member.firm(), limit(query))
        .doOnNext(runs::note)
        .map(this::answer);
  }

  private static int limit(Form query) {
    if (!query.has("limit")) {
      return USUAL;
    }
    var text = query.text("limit");
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
