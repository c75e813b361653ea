package io.casewell.matching;

import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The best team for a need, and the best seating of all open needs at once. */
@Controller
class StaffingController {
  private final Staffing staffing;

  StaffingController(Staffing staffing) {
    this.staffing = staffing;
  }

  @GetMapping("/needs/{id}/team")
  @Access(Who.FIRM)
  Mono<Rendering> team(
      @PathVariable String id,
      Caller.FirmMember member,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    return staffing
        .team(NeedId.of(id), member.firm())
        .map(StaffingView::of)
        .map(view ->
            Rendering.view(fragment ? "matching/team" : "matching/teamPage")
                .modelAttribute("staffing", view)
                .modelAttribute("need", id)
                .build());
  }

  @GetMapping("/needs/together")
  @Access(Who.FIRM)
  Mono<Rendering> together(Caller.FirmMember member) {
    return staffing
        .all(member.firm())
        .map(StaffingView::of)
        .map(view -> Rendering.view("matching/together").modelAttribute("staffing", view).build());
  }
}
