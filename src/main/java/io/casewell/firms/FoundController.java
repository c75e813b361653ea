package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.identity.Agreements;
import io.casewell.identity.ChangeHat;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A law firm comes in: the first step of its set-up, taken by somebody without a hat. */
@Controller
class FoundController {
  private static final int A_MINUTE = 6;

  private final FoundFirm foundFirm;
  private final FirmFields fields;
  private final Catalogue catalogue;
  private final Agreements agreements;
  private final ChangeHat changeHat;
  private final Limits limits;
  private final Pages pages;

  FoundController(
      FoundFirm foundFirm,
      FirmFields fields,
      Catalogue catalogue,
      Agreements agreements,
      ChangeHat changeHat,
      Limits limits,
      Pages pages) {
    this.foundFirm = foundFirm;
    this.fields = fields;
    this.catalogue = catalogue;
    this.agreements = agreements;
    this.changeHat = changeHat;
    this.limits = limits;
    this.pages = pages;
  }

  @GetMapping("/welcome/firm")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> ask(Form query, SignedIn in) {
    return agreements
        .standing(in.account())
        .map(agreed ->
            agreed
                ? page(
                    fields.empty(),
                    SafePath.of(query.text("next")),
                    Ids.next().toString(),
                    new Problems())
                : Rendering.redirectTo("/welcome").build());
  }

  @PostMapping("/welcome/firm")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> found(Form form, SignedIn in, ServerWebExchange exchange) {
    limits.count("founding by " + in.account(), A_MINUTE);
    var problems = new Problems();
    var details = FirmDetails.read(form, catalogue, problems);
    var next = SafePath.of(form.text("next"));
    if (!problems.none()) {
      return Mono.just(page(fields.typed(form), next, form.text("key"), problems));
    }
    return agreements
        .standing(in.account())
        .flatMap(agreed ->
            agreed
                ? foundFirm
                    .found(in.account(), details, next.equals("/") ? "" : next, form.text("key"))
                    .flatMap(firm -> changeHat.into(firm, in, exchange))
                    .then(
                        Mono.fromSupplier(() ->
                            pages.redirect(
                                exchange,
                                "/firm/attorneys",
                                details.name() + " is in. Three short steps are left.")))
                : Mono.just(Rendering.redirectTo("/welcome").build()));
  }

  private static Rendering page(
      FirmFields.Shown shown, String next, String key, Problems problems) {
    return Rendering.view("firms/found")
        .modelAttribute("fields", shown)
        .modelAttribute("next", next)
        .modelAttribute("key", key)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }
}
