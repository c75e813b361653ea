package io.casewell.home;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The landing page, and where a sign-in leads. */
@Controller
class HomeController {
  private final FirmDesk firmDesk;
  private final StaffDesk staffDesk;

  HomeController(FirmDesk firmDesk, StaffDesk staffDesk) {
    this.firmDesk = firmDesk;
    this.staffDesk = staffDesk;
  }

  @GetMapping("/")
  @Access(Who.ANYBODY)
  Rendering landing() {
    return Rendering.view("home/landing").build();
  }

  /** What crawlers may read: the public pages. */
  @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  @ResponseBody
  String robots() {
    return "User-agent: *\n"
        + "Disallow: /home\n"
        + "Disallow: /api/\n"
        + "Disallow: /talent/\n"
        + "Disallow: /search\n";
  }

  @GetMapping("/home")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> home(SignedIn in) {
    var zone = in.viewer().zone();
    return switch (in.viewer().caller()) {
      case Caller.Visitor _ -> Mono.just(Rendering.redirectTo("/hats").build());
      case Caller.FirmMember member ->
          firmDesk
              .of(member, zone)
              .map(desk -> Rendering.view("home/firm").modelAttribute("desk", desk).build());
      case Caller.Professional me ->
          staffDesk
              .of(me, zone)
              .map(desk -> Rendering.view("home/staff").modelAttribute("desk", desk).build())
              .defaultIfEmpty(Rendering.view("home/dashboard").build());
      case Caller.SalesRep _, Caller.Operations _ ->
          Mono.just(Rendering.view("home/dashboard").build());
    };
  }
}
