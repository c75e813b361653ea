package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** What a program's author reads of the needs, kept apart from what answers. */
@Tag(name = "Needs", description = "What your firm asks for. Another firm's needs answer 404.")
interface NeedApiDescription {
  String PROBLEM = "application/problem+json";

  /** The body of a new need: its terms and, apart from them, the parties. */
  @Schema(name = "NewNeed", description = "What a firm asks for")
  record NewNeed(
      @com.fasterxml.jackson.annotation.JsonUnwrapped NeedBody terms,
      @Schema(description = "Names for the conflict check, confidential to your firm")
          java.util.List<String> parties) {}

  /** Why a need is closed. */
  @Schema(name = "Closure", requiredProperties = "reason")
  record Closure(
      @Schema(minLength = 1, maxLength = 500, example = "We hired somebody ourselves.")
          String reason) {}

  String EXAMPLE =
      """
      {
        "title": "Paralegal for the discovery phase",
        "role": "paralegal",
        "seats": 1,
        "hoursPerWeek": 20,
        "mustSkills": [{"skill": "legal-research", "minLevel": 4}],
        "niceSkills": [{"skill": "cite-checking", "weight": 3}],
        "mustSoftware": ["clio"],
        "niceSoftware": [],
        "credentials": [["NALA-CP", "NFPA-RP"]],
        "jurisdictions": ["CA"],
        "practiceAreas": ["personal-injury"],
        "languages": [{"code": "en", "minLevel": 5}],
        "window": {
          "zone": "America/Los_Angeles",
          "days": ["MON", "TUE", "WED", "THU", "FRI"],
          "start": "09:00",
          "end": "17:00"
        },
        "minOverlapMinutes": 600,
        "rateCapCents": 5500,
        "startDate": "2027-03-01",
        "weeks": 12,
        "parties": ["Acme Corp."]
      }
      """;

  @Operation(
      summary = "Post a need",
      description =
          "Opens it at once. With an Idempotency-Key the same body gives the first answer again.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = NewNeed.class),
                      examples = @ExampleObject(name = "a paralegal", value = EXAMPLE))))
  @ApiResponse(
      responseCode = "201",
      description = "The need, open",
      headers = @Header(name = "Location", schema = @Schema(type = "string")),
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "400", ref = "BadRequest")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  Mono<ResponseEntity<NeedAnswer>> post(
      byte @Nullable [] body,
      @Parameter(
              in = ParameterIn.HEADER,
              name = "Idempotency-Key",
              description = "Yours to choose, at most 255 characters",
              example = "8d5b8a6e-need-1")
          String key,
      Caller.FirmMember member);

  @Operation(summary = "List your firm's needs, newest first")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "state",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"draft", "open", "paused", "filled", "closed"}))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "cursor",
      description = "The nextCursor of the answer before",
      schema = @Schema(type = "string"))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedAnswer.Listed.class)))
  @ApiResponse(responseCode = "422", ref = "Invalid")
  Mono<NeedAnswer.Listed> list(Form query, Caller.FirmMember member);

  @Operation(summary = "Read a need")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  Mono<NeedAnswer> show(
      @Parameter(description = "The need's id") String id, Caller.FirmMember member);

  @Operation(
      summary = "Pause an open need",
      description = "Its search rests until published again.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "409", ref = "Conflict")
  Mono<NeedAnswer> pause(String id, Caller.FirmMember member);

  @Operation(summary = "Publish a draft, or go on after a pause")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "409", ref = "Conflict")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  Mono<NeedAnswer> publish(String id, Caller.FirmMember member);

  @Operation(
      summary = "Close a need for good",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = Closure.class))))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "409", ref = "Conflict")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  Mono<NeedAnswer> close(String id, byte @Nullable [] body, Caller.FirmMember member);

  @Operation(summary = "Start a draft from a need")
  @ApiResponse(
      responseCode = "201",
      description = "The draft",
      headers = @Header(name = "Location", schema = @Schema(type = "string")),
      content = @Content(schema = @Schema(implementation = NeedAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  Mono<ResponseEntity<NeedAnswer>> copy(
      String id,
      @Parameter(in = ParameterIn.HEADER, name = "Idempotency-Key") String key,
      Caller.FirmMember member);
}
