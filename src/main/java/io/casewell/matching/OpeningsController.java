package io.casewell.matching;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Limits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a professional's profile opens today, as a part of the profile's pages. */
@Controller
class OpeningsController {
  private static final int A_MINUTE = 60;

  private final OpenedByParts openings;
  private final Limits limits;

  OpeningsController(OpenedByParts openings, Limits limits) {
    this.openings = openings;
    this.limits = limits;
  }

  @GetMapping("/profile/openings")
  @Access(Who.STAFF)
  Mono<Rendering> show(Caller.Professional me) {
    limits.count("openings for " + me.staff(), A_MINUTE);
    return openings
        .of(me)
        .map(
            opened -> Rendering.view("matching/openings").modelAttribute("opened", opened).build());
  }
}
