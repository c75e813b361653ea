package io.casewell.home;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.SignedIn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What happened in a firm: a part of its page, and a page of its own. */
@Controller
class ActivityController {
  private static final int PART = 8;
  private static final int PAGE = 40;

  private final FirmActivity activity;
  private final Clock clock;

  ActivityController(FirmActivity activity, Clock clock) {
    this.activity = activity;
    this.clock = clock;
  }

  @GetMapping("/firm/activity")
  @Access(Who.FIRM)
  Mono<Rendering> show(
      Form query,
      Caller.FirmMember member,
      SignedIn in,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    int limit = fragment ? PART : PAGE;
    return activity
        .of(member.firm(), before(query.text("before")), limit, in.viewer().zone())
        .map(deeds -> rendering(deeds, fragment, limit));
  }

  /** A moment to read back from; what is none reads from now on. */
  private Instant before(String text) {
    var now = clock.instant().plusSeconds(1);
    try {
      var before = text.isEmpty() ? now : Instant.parse(text);
      return before.isBefore(Instant.EPOCH) || before.isAfter(now) ? now : before;
    } catch (DateTimeException _) {
      return now;
    }
  }

  private static Rendering rendering(List<Deed> deeds, boolean fragment, int limit) {
    return Rendering.view(fragment ? "home/deeds" : "home/activity")
        .modelAttribute("deeds", deeds)
        .modelAttribute("next", deeds.size() == limit ? deeds.getLast().iso() : "")
        .build();
  }
}
