package io.casewell.demos;

import io.casewell.firms.FirmFields;
import io.casewell.firms.ProspectFirms;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which a prospect becomes a firm. */
@Controller
class FirmOfLeadController {
  private final DemoRoom room;
  private final MakeFirm makeFirm;
  private final ProspectFirms prospects;
  private final Pages pages;

  FirmOfLeadController(DemoRoom room, MakeFirm makeFirm, ProspectFirms prospects, Pages pages) {
    this.room = room;
    this.makeFirm = makeFirm;
    this.prospects = prospects;
    this.pages = pages;
  }

  @GetMapping("/sales/leads/{id}/firm")
  @Access(Who.SALES)
  Mono<Rendering> ask(@PathVariable String id) {
    return room.lead(Ids.parse(id))
        .map(lead ->
            page(
                lead,
                prospects.shown(
                    lead.firmName().isEmpty() ? lead.name() : lead.firmName(), lead.zone().getId()),
                "",
                new Problems()));
  }

  private static Rendering page(
      Lead lead, FirmFields.Shown fields, String people, Problems problems) {
    return Rendering.view("demos/makeFirm")
        .modelAttribute("id", lead.id().toString())
        .modelAttribute("name", lead.name())
        .modelAttribute("email", lead.email())
        .modelAttribute("may", lead.state().mayBecome(LeadState.WON))
        .modelAttribute("state", lead.state())
        .modelAttribute("fields", fields)
        .modelAttribute("people", people)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/leads/{id}/firm")
  @Access(Who.SALES)
  Mono<Rendering> make(
      @PathVariable String id,
      Form form,
      Caller.SalesRep rep,
      SignedIn in,
      ServerWebExchange exchange) {
    return room.lead(Ids.parse(id)).flatMap(lead -> make(lead, form, rep, in, exchange));
  }

  private Mono<Rendering> make(
      Lead lead, Form form, Caller.SalesRep rep, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var details = prospects.read(form, problems);
    var people = MakeFirm.people(lead, form.text("people"), problems);
    if (!problems.none()) {
      return Mono.just(page(lead, prospects.typed(form), form.text("people"), problems));
    }
    return makeFirm
        .make(lead.id(), details, people, rep, in.viewer().name())
        .map(_ ->
            pages.redirect(
                exchange,
                "/sales/leads/" + lead.id(),
                details.name() + " is a firm now. Its people are invited."))
        .onErrorResume(
            Refusal.Invalid.class,
            no -> Mono.just(page(lead, prospects.typed(form), form.text("people"), no.problems())));
  }
}
