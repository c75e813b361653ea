package io.casewell.advisor;

import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.JsonBody;
import io.casewell.platform.Limits;
import io.casewell.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** The role advisor for programs. Needs no token. */
@Tag(name = "Advisor", description = "Paralegal, case manager or both. Needs no token.")
@Controller
@ResponseBody
class AdviceApi {
  private static final int A_MINUTE = 600;

  private final Advisor advisor;
  private final DirectoryRates rates;
  private final Limits limits;
  private final JsonBody json;

  AdviceApi(Advisor advisor, DirectoryRates rates, Limits limits, JsonBody json) {
    this.advisor = advisor;
    this.rates = rates;
    this.limits = limits;
    this.json = json;
  }

  /** What is posted, for the API's description. */
  @Schema(name = "AdviceQuestion", description = "Hours, text or both; hours decide.")
  record Question(
      @Schema(description = "Hours a week by kind of work, T01 to T14, 0 to 60 each")
          Map<String, BigDecimal> hours,
      @Schema(description = "The work in your own words", maxLength = 20_000) String text) {}

  /** The answer. */
  @Schema(name = "Advice")
  record AdviceAnswer(
      @Schema(allowableValues = {"paralegal", "case_manager", "both", "not_enough_information"})
          String role,
      @Nullable BigDecimal paralegalHours,
      @Nullable BigDecimal caseManagerHours,
      @Schema(description = "How much is a paralegal's work, 0 to 1")
          @Nullable BigDecimal paralegalShare,
      List<String> reasons,
      @Schema(description = "What counted in the text, in its words") List<String> phrases,
      @Schema(description = "The smallest change that would alter the answer")
          @Nullable String change,
      @Schema(description = "What only a lawyer may do") List<String> outOfScope,
      boolean credentialAsked,
      @Nullable WeeklyCost weeklyCost) {}

  @Operation(summary = "Which role does a firm need, and for how many hours")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Question.class),
              examples = @ExampleObject("{\"hours\":{\"T01\":14},\"text\":\"Cite-checking too\"}")))
  @ApiResponse(responseCode = "200", description = "The advice")
  @ApiResponse(
      responseCode = "400",
      description = "The body is no JSON",
      content = @Content(mediaType = "application/problem+json"))
  @ApiResponse(
      responseCode = "422",
      description = "Unknown kinds of work, absurd hours, or neither hours nor text",
      content = @Content(mediaType = "application/problem+json"))
  @PostMapping(
      path = "/api/v1/advice",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYBODY)
  public Mono<AdviceAnswer> advise(
      @RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
    limits.count("advice", exchange, A_MINUTE);
    var tree = json.object(body, "hours, text or both");
    var problems = new Problems();
    var advice =
        advisor.advise(hours(tree.path("hours"), problems), text(tree, problems), problems);
    return rates.ranges().map(ranges -> answer(advice, ranges));
  }

  private static Map<String, BigDecimal> hours(JsonNode node, Problems problems) {
    var hours = new LinkedHashMap<String, BigDecimal>();
    if (node.isMissingNode() || node.isNull()) {
      return hours;
    }
    if (!node.isObject()) {
      problems.add("hours", "Hours are an object such as {\"T01\": 14}.");
      return hours;
    }
    for (var entry : node.properties()) {
      var value = entry.getValue();
      if (value instanceof NumericNode number && !number.isNaN()) {
        hours.put(entry.getKey(), number.decimalValue());
      } else {
        var id = entry.getKey();
        problems.add(
            "hours." + (id.length() > 20 ? id.substring(0, 20) + "…" : id),
            "Hours must be a number, such as 7.5.");
      }
    }
    return hours;
  }

  private static @Nullable String text(JsonNode tree, Problems problems) {
    var text = tree.path("text");
    if (text.isMissingNode() || text.isNull()) {
      return null;
    }
    if (!text.isString()) {
      problems.add("text", "The text must be a string.");
      return null;
    }
    return text.asString();
  }

  private static AdviceAnswer answer(Advice advice, Map<Role, RateRange> ranges) {
    return new AdviceAnswer(
        advice.verdict().code(),
        advice.paralegalHours(),
        advice.caseManagerHours(),
        advice.paralegalShare(),
        advice.reasons(),
        advice.counted().stream().map(Advice.Phrase::words).distinct().toList(),
        advice.change(),
        advice.outOfScope(),
        advice.credentialAsked(),
        WeeklyCost.of(advice, ranges).orElse(null));
  }
}
