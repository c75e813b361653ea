package io.casewell.operations;

import io.casewell.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a program's author reads of the staff import, kept apart from what answers. */
@Tag(name = "Staff", description = "For operations: people from another system.")
interface StaffImportDescription {
  String RECORD =
      """
      {"externalId":"s-1","name":"Dana Reyes","email":"dana@example.com","roles":["paralegal"],\
      "skills":[{"skill":"cite-checking","level":4,"verified":true}],"software":["clio"],\
      "credentials":[{"code":"NALA-CP","number":"123","validUntil":"2028-05-31","verified":true}],\
      "jurisdictions":["CA"],"practiceAreas":[{"area":"personal-injury","years":6}],\
      "languages":[{"code":"en","level":5}],"yearsExperience":9,"zone":"America/New_York",\
      "hours":[{"days":["MON","TUE"],"start":"09:00","end":"17:00"}],"capacityHours":40,\
      "committedElsewhereHours":10,"rateCents":4200,"ratings":{"count":12,"sum":57},\
      "pastParties":["Acme Corp."],"status":"active"}
      """;

  String REPORT =
      """
      {"line":1,"externalId":"s-1","result":"created","problems":[]}
      {"line":2,"externalId":"s-2","result":"rejected","problems":[{"field":"zone","message":\
      "This is not a time zone we know."}]}
      {"summary":{"id":"019e2f00-0000-7000-8000-000000000001","dryRun":false,"lines":2,"created":1,\
      "updated":0,"unchanged":0,"rejected":1,"finished":true}}
      """;

  @Operation(
      summary = "Import staff",
      description =
          "One JSON object a line. A person is known by externalId, so the same content again"
              + " changes nothing; a bad line is reported and stops no other. The reports come line"
              + " by line while the import goes on, the summary last.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/x-ndjson",
                      schema = @Schema(type = "string"),
                      examples = @ExampleObject(name = "one person", value = RECORD))))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "dryRun",
      description = "true says what would come of each line and writes nothing",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @ApiResponse(
      responseCode = "200",
      description = "A report for each line, then the summary",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(type = "string"),
              examples = @ExampleObject(name = "two lines", value = REPORT)))
  @ApiResponse(
      responseCode = "400",
      description = "dryRun is neither true nor false",
      content = @Content(mediaType = "application/problem+json"))
  @ApiResponse(
      responseCode = "415",
      description = "The body is not application/x-ndjson",
      content = @Content(mediaType = "application/problem+json"))
  Mono<Void> post(
      @Parameter(hidden = true) Caller.Operations operations,
      @Parameter(hidden = true) boolean dryRun,
      ServerWebExchange exchange);
}
