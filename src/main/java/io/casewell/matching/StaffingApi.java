package io.casewell.matching;

import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Teams and whole seatings for programs. */
@Tag(name = "Matches", description = "Who fits a need, and who would take which seat.")
@RestController
class StaffingApi {
  private static final String EXAMPLE =
      """
      {"seats":[{"need":"019e2f00-0000-7000-8000-000000000001","staffId":\
      "019e2f00-0000-7000-8000-00000000000a","externalId":"s-1","score":9120}],\
      "unfilled":0,"total":9120,"greedy":9120,"exact":true}
      """;

  private final Staffing staffing;

  StaffingApi(Staffing staffing) {
    this.staffing = staffing;
  }

  /** A filled seat. */
  @Schema(name = "Seat")
  record Seat(UUID need, UUID staffId, @Nullable String externalId, int score) {}

  /** Who would take which seat. */
  @Schema(name = "Seating")
  record Answer(
      List<Seat> seats,
      @Schema(description = "Seats for which nobody is left") int unfilled,
      @Schema(description = "The sum of the scores") long total,
      @Schema(description = "What the best single match, then the next, would have come to")
          long greedy,
      @Schema(description = "Whether nothing better can be") boolean exact) {}

  @Operation(
      summary = "The best set of people for the seats of a need and those that belong with it",
      description = "Nobody twice, nobody more hours than they have.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Answer.class),
              examples = @ExampleObject(EXAMPLE)))
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @GetMapping("/api/v1/needs/{id}/team")
  @Access(value = Who.FIRM, scope = "needs:read")
  Mono<Answer> team(@PathVariable String id, Caller.FirmMember member) {
    return staffing.team(NeedId.of(id), member.firm()).map(StaffingApi::answer);
  }

  @Operation(
      summary = "Who would take which seat of all open needs at once",
      description = "The largest sum of scores; the newest forty needs.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Answer.class),
              examples = @ExampleObject(EXAMPLE)))
  @GetMapping("/api/v1/assignment")
  @Access(value = Who.FIRM, scope = "needs:read")
  Mono<Answer> assignment(Caller.FirmMember member) {
    return staffing.all(member.firm()).map(StaffingApi::answer);
  }

  private static Answer answer(Staffing.Filled filled) {
    var plan = filled.plan();
    int all = filled.needs().stream().mapToInt(found -> found.need().terms().seats()).sum();
    return new Answer(
        plan.seats().stream().map(seat -> seat(filled, seat)).toList(),
        all - plan.seats().size(),
        plan.total(),
        plan.greedy(),
        plan.exact());
  }

  private static Seat seat(Staffing.Filled filled, Seating.Seat seat) {
    var found = filled.needs().get(seat.opening());
    var staff = seat.staff().value();
    var card = found.cards().get(staff);
    return new Seat(
        found.need().id().value(), staff, card == null ? null : card.externalId(), seat.score());
  }
}
