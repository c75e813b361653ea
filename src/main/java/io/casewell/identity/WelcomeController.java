package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Whoever has no hat yet is asked what they are here as, and agrees to the terms. */
@Controller
class WelcomeController {
  private final Agreements agreements;
  private final Tenancy tx;

  WelcomeController(Agreements agreements, Tenancy tx) {
    this.agreements = agreements;
    this.tx = tx;
  }

  @GetMapping("/welcome")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> ask(Form query, SignedIn in) {
    return page(in, SafePath.of(query.text("next")), "", new Problems());
  }

  @PostMapping("/welcome")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> choose(Form form, SignedIn in) {
    var next = SafePath.of(form.text("next"));
    var as = form.text("as");
    return agreements
        .standing(in.account())
        .flatMap(agreed -> {
          var problems = new Problems();
          if (!as.equals("firm") && !as.equals("professional")) {
            problems.add("as", "Choose what you are here as.");
          }
          if (!agreed) {
            AgreementController.check(form, problems);
          }
          return problems.none()
              ? agreements
                  .accept(in.account())
                  .as(tx::transactional)
                  .thenReturn(Rendering.redirectTo(first(as, next)).build())
              : page(in, next, as, problems);
        });
  }

  private static String first(String as, String next) {
    return as.equals("firm")
        ? "/welcome/firm"
            + (next.equals("/") || next.equals("/home")
                ? ""
                : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
        : "/welcome/professional";
  }

  private Mono<Rendering> page(SignedIn in, String next, String as, Problems problems) {
    return agreements
        .standing(in.account())
        .map(agreed ->
            Rendering.view("identity/welcome")
                .modelAttribute("next", next)
                .modelAttribute("as", as)
                .modelAttribute("name", in.viewer().name())
                .modelAttribute("agreed", agreed)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }
}
