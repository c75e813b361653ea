package io.casewell.demos;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The demo room's pages: the need beside who fits it, and the proposal. */
@Controller
class RoomController {
  private final DemoRoom room;
  private final SendProposal sendProposal;
  private final Catalogue catalogue;
  private final Pages pages;
  private final JsonMapper json;
  private final Clock clock;

  RoomController(
      DemoRoom room,
      SendProposal sendProposal,
      Catalogue catalogue,
      Pages pages,
      JsonMapper json,
      Clock clock) {
    this.room = room;
    this.sendProposal = sendProposal;
    this.catalogue = catalogue;
    this.pages = pages;
    this.json = json;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @GetMapping("/sales/leads/{id}/room")
  @Access(Who.SALES)
  Mono<Rendering> show(@PathVariable String id, Caller.SalesRep rep) {
    return room.lead(Ids.parse(id))
        .zipWhen(lead -> room.room(lead, rep, today()))
        .map(both -> page(both.getT1(), both.getT2(), new Problems(), ""));
  }

  private static Rendering page(Lead lead, Room room, Problems problems, String message) {
    return Rendering.view("demos/room")
        .modelAttribute("id", lead.id().toString())
        .modelAttribute("name", lead.name())
        .modelAttribute("firm", lead.firmName())
        .modelAttribute("drawn", lead.need() != null)
        .modelAttribute("state", lead.state())
        .modelAttribute("room", room)
        .modelAttribute("message", message)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/leads/{id}/room")
  @Access(Who.SALES)
  Mono<Rendering> keep(
      @PathVariable String id, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    return room.lead(Ids.parse(id)).flatMap(lead -> keep(lead, form, rep, exchange));
  }

  private Mono<Rendering> keep(
      Lead lead, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    var typed = Room.typed(form);
    return Mono.defer(
            () -> room.keep(lead, typed.need(catalogue, today(), json, new Problems()), rep))
        .thenReturn(0)
        .map(_ ->
            pages.redirect(
                exchange, "/sales/leads/" + lead.id() + "/room", "Kept. This is who fits now."))
        .onErrorResume(
            Refusal.Invalid.class, no -> Mono.just(page(lead, typed, no.problems(), "")));
  }

  @GetMapping("/sales/leads/{id}/matches")
  @Access(Who.SALES)
  Mono<Rendering> matches(
      @PathVariable String id,
      Caller.SalesRep rep,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    return room.lead(Ids.parse(id))
        .zipWhen(lead -> room.shown(lead, rep, today()))
        .map(both ->
            Rendering.view(part ? "demos/fits" : "demos/fitsPage")
                .modelAttribute("id", id)
                .modelAttribute("shown", both.getT2())
                .modelAttribute("cost", ProposalShown.cost(both.getT2()))
                .build());
  }

  @PostMapping("/sales/leads/{id}/proposals")
  @Access(Who.SALES)
  Mono<Rendering> propose(
      @PathVariable String id,
      Form form,
      Caller.SalesRep rep,
      SignedIn in,
      ServerWebExchange exchange) {
    int days =
        switch (form.text("days")) {
          case "7" -> 7;
          case "30" -> 30;
          default -> 14;
        };
    return Mono.defer(() ->
            sendProposal.send(Ids.parse(id), form.text("message"), days, rep, in.viewer().name()))
        .map(_ ->
            pages.redirect(
                exchange,
                "/sales/leads/" + id,
                "The proposal is on its way. You see here when it is opened."))
        .onErrorResume(
            Refusal.Invalid.class,
            no ->
                room.lead(Ids.parse(id))
                    .zipWhen(lead -> room.room(lead, rep, today()))
                    .map(both ->
                        page(both.getT1(), both.getT2(), no.problems(), form.text("message"))));
  }

  @PostMapping("/sales/proposals/{id}/withdrawal")
  @Access(Who.SALES)
  Mono<Rendering> withdraw(@PathVariable String id, ServerWebExchange exchange) {
    return sendProposal
        .withdraw(Ids.parse(id))
        .map(lead -> pages.redirect(exchange, "/sales/leads/" + lead, "Taken back."));
  }
}
