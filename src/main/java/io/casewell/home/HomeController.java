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

/** The landing page, and where a sign-in leads. */
@Controller
class HomeController {
  @GetMapping("/")
  @Access(Who.ANYBODY)
  Rendering landing() {
    return Rendering.view("home/landing").build();
  }

  /** What crawlers may read: the public pages. */
  @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  @Access(Who.ANYBODY)
  @ResponseBody
  String robots() {
    return "User-agent: *\nDisallow: /home\nDisallow: /api/\nDisallow: /talent/\nDisallow: /search\n";
  }

  @GetMapping("/home")
  @Access(Who.SIGNED_IN)
  Rendering home(SignedIn in) {
    return in.viewer().caller() instanceof Caller.Visitor
        ? Rendering.redirectTo("/hats").build()
        : Rendering.view("home/dashboard").build();
  }
}
