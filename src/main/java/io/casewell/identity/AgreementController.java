package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The terms and the privacy notice: read by anybody, agreed to by whoever comes in. */
@Controller
class AgreementController {
  private final Agreements agreements;
  private final Tenancy tx;

  AgreementController(Agreements agreements, Tenancy tx) {
    this.agreements = agreements;
    this.tx = tx;
  }

  @GetMapping("/terms")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering terms() {
    return show(Document.TERMS);
  }

  @GetMapping("/privacy")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering privacy() {
    return show(Document.PRIVACY);
  }

  private static Rendering show(Document document) {
    return Rendering.view("identity/" + document.word())
        .modelAttribute("version", document.versionInWords())
        .build();
  }

  /** Asks again, because a document has changed or was never agreed to. */
  @GetMapping("/agreement")
  @Access(value = Who.SIGNED_IN, beforeAgreeing = true)
  Rendering ask(Form query) {
    return page(SafePath.of(query.text("next")), new Problems());
  }

  @PostMapping("/agreement")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> agree(Form form, SignedIn in) {
    var next = SafePath.of(form.text("next"));
    var problems = new Problems();
    check(form, problems);
    return problems.none()
        ? agreements
            .accept(in.account())
            .as(tx::transactional)
            .thenReturn(Rendering.redirectTo(next.equals("/") ? "/home" : next).build())
        : Mono.just(page(next, problems));
  }

  /** Adds the problem of a form whose box was not ticked. */
  static void check(Form form, Problems problems) {
    if (!form.text("agree").equals("yes")) {
      problems.add("agree", "Read the terms and the privacy notice and tick that you agree.");
    }
  }

  private static Rendering page(String next, Problems problems) {
    return Rendering.view("identity/agreement")
        .modelAttribute("next", next)
        .modelAttribute("version", Document.TERMS.versionInWords())
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }
}
