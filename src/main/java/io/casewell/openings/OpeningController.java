package io.casewell.openings;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.SignedIn;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The open needs a professional fits, and what would open more. */
@Controller
class OpeningController {
  private static final int FIRST = 20;
  private static final int MOST = 100;

  private static final int A_MINUTE = 60;

  private final Openings openings;
  private final Limits limits;

  OpeningController(Openings openings, Limits limits) {
    this.openings = openings;
    this.limits = limits;
  }

  @GetMapping("/fits")
  @Access(Who.STAFF)
  Mono<Rendering> fits(Form query, Caller.Professional me, SignedIn in) {
    int shown =
        query.text("show").matches("[1-9]\\d{0,2}")
            ? Math.clamp(Integer.parseInt(query.text("show")), FIRST, MOST)
            : FIRST;
    return openings
        .of(me, in.viewer().zone())
        .map(outlook -> page(outlook, shown))
        .defaultIfEmpty(Rendering.view("openings/none").build());
  }

  /** What the profile opens today, as a part of the pages on which it is written. */
  @GetMapping("/profile/openings")
  @Access(Who.STAFF)
  Mono<Rendering> opened(Caller.Professional me, SignedIn in) {
    limits.count("openings for " + me.staff(), A_MINUTE);
    return openings
        .of(me, in.viewer().zone())
        .map(outlook -> opened(outlook.headline() + ".", outlook.steps()))
        .defaultIfEmpty(opened("Say first which role you offer.", List.of()));
  }

  private static Rendering opened(String headline, List<Outlook.Step> steps) {
    return Rendering.view("openings/opened")
        .modelAttribute("headline", headline)
        .modelAttribute("steps", steps)
        .build();
  }

  private static Rendering page(Outlook outlook, int shown) {
    var fits = outlook.fits();
    return Rendering.view("openings/list")
        .modelAttribute("outlook", outlook)
        .modelAttribute("fits", List.copyOf(fits.subList(0, Math.min(shown, fits.size()))))
        .modelAttribute("more", fits.size() > shown && shown < MOST ? shown + FIRST : 0)
        .build();
  }
}
