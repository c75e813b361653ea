package io.casewell.demos;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One prospect's page, and what is done with them. */
@Controller
class LeadController {
  private final Leads leads;
  private final LeadNotes notes;
  private final SalesTeam team;
  private final KeepLead keepLead;
  private final EraseLead eraseLead;
  private final SalesDesk desk;
  private final DemoTypes types;
  private final ProposalLines proposalLines;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  LeadController(
      Leads leads,
      LeadNotes notes,
      SalesTeam team,
      KeepLead keepLead,
      EraseLead eraseLead,
      SalesDesk desk,
      DemoTypes types,
      ProposalLines proposalLines,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.leads = leads;
    this.notes = notes;
    this.team = team;
    this.keepLead = keepLead;
    this.eraseLead = eraseLead;
    this.desk = desk;
    this.types = types;
    this.proposalLines = proposalLines;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/leads/{id}")
  @Access(Who.SALES)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return page(id, in, new Problems(), Map.of());
  }

  private Mono<Rendering> page(
      String id, SignedIn in, Problems problems, Map<String, String> typed) {
    var lead = Ids.parse(id);
    var zone = in.viewer().zone();
    return leads
        .find(lead)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(found ->
            Mono.zip(
                Mono.just(found),
                desk.of(lead, zone).collectList(),
                leads.doubles(found).collectList(),
                notes.of(lead).collectList(),
                team.all().collectList(),
                types.all().collectList(),
                proposals(lead, zone)))
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/lead")
                .modelAttribute(
                    "lead",
                    view(all.getT1(), all.getT6(), SalesTeam.Member.byId(all.getT5()), zone))
                .modelAttribute("demos", all.getT2())
                .modelAttribute(
                    "doubles",
                    LeadLine.all(
                        all.getT3(), SalesTeam.Member.byId(all.getT5()), clock.instant(), zone))
                .modelAttribute("notes", notes(all.getT4(), zone))
                .modelAttribute("types", all.getT6().stream().filter(DemoType::open).toList())
                .modelAttribute("proposals", all.getT7())
                .modelAttribute("outcomes", SalesController.OUTCOMES)
                .modelAttribute(
                    "mayErase",
                    all.getT5().stream()
                        .anyMatch(one -> one.lead() && one.account().equals(in.account().value())))
                .modelAttribute("problems", problems)
                .modelAttribute("typed", typed)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private Mono<List<ProposalLine>> proposals(UUID lead, ZoneId zone) {
    return proposalLines.of(lead, zone).collectList();
  }

  private LeadView view(Lead lead, List<DemoType> all, Map<UUID, String> team, ZoneId zone) {
    var labels = new LinkedHashMap<String, String>();
    all.forEach(type -> type.terms().questions().forEach(q -> labels.put(q.code(), q.label())));
    return LeadView.of(lead, labels, team, clock.instant(), zone);
  }

  private List<NoteLine> notes(List<LeadNotes.Note> notes, ZoneId zone) {
    var lines = new ArrayList<NoteLine>();
    var now = clock.instant();
    notes.forEach(note ->
        lines.add(
            new NoteLine(
                note.text(),
                note.name(),
                TimeWords.ago(note.at(), now) + ", " + TimeWords.moment(note.at(), zone))));
    return lines;
  }

  @PostMapping("/sales/leads/{id}/next-step")
  @Access(Who.SALES)
  Mono<Rendering> next(
      @PathVariable String id, Form form, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var on = day(form.text("nextOn"), problems);
    return Mono.defer(
            () -> {
              problems.refuseIfAny();
              return keepLead.next(Ids.parse(id), form.text("nextStep"), on);
            })
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/leads/" + id, "Noted as the next step."))
        .onErrorResume(
            Refusal.Invalid.class,
            no ->
                page(
                    id,
                    in,
                    no.problems(),
                    Map.of("nextStep", form.text("nextStep"), "nextOn", form.text("nextOn"))));
  }

  private static @Nullable LocalDate day(String text, Problems problems) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeException _) {
      // told below
    }
    problems.add("nextOn", "Choose a day, or leave it empty.");
    return null;
  }

  @PostMapping("/sales/leads/{id}/notes")
  @Access(Who.SALES)
  Mono<Rendering> note(
      @PathVariable String id,
      Form form,
      Caller.SalesRep rep,
      SignedIn in,
      ServerWebExchange exchange) {
    return Mono.defer(() -> keepLead.note(Ids.parse(id), rep, form.text("note")))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/leads/" + id, "Note kept."))
        .onErrorResume(
            Refusal.Invalid.class,
            no -> page(id, in, no.problems(), Map.of("note", form.text("note"))));
  }

  @PostMapping("/sales/leads/{id}/state")
  @Access(Who.SALES)
  Mono<Rendering> move(
      @PathVariable String id, Form form, SignedIn in, ServerWebExchange exchange) {
    return Mono.defer(() ->
            keepLead.move(
                Ids.parse(id),
                LeadState.of(form.text("state")).orElseThrow(Refusal::notFound),
                form.text("reason")))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/leads/" + id, "Noted."))
        .onErrorResume(
            Refusal.Invalid.class,
            no -> page(id, in, no.problems(), Map.of("reason", form.text("reason"))));
  }

  @PostMapping("/sales/leads/{id}/erasure")
  @Access(Who.SALES)
  Mono<Rendering> erase(
      @PathVariable String id,
      Form form,
      Caller.SalesRep rep,
      SignedIn in,
      ServerWebExchange exchange) {
    return Mono.defer(() -> eraseLead.erase(rep, Ids.parse(id), form.text("erase")))
        .thenReturn(0)
        .map(_ ->
            pages.redirect(
                exchange, "/sales/leads/" + id, "Erased. What happened stays, without a name."))
        .onErrorResume(
            Refusal.Invalid.class,
            no -> page(id, in, no.problems(), Map.of("erase", form.text("erase"))));
  }

  @PostMapping("/sales/leads/{id}/merger")
  @Access(Who.SALES)
  Mono<Rendering> merge(@PathVariable String id, Form form, ServerWebExchange exchange) {
    var into = form.text("into");
    return keepLead
        .merge(Ids.parse(id), Ids.parse(into))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/leads/" + into, "The two are one now."));
  }

  @PostMapping("/sales/leads/{id}/separation")
  @Access(Who.SALES)
  Mono<Rendering> keepApart(@PathVariable String id, Form form, ServerWebExchange exchange) {
    return keepLead
        .keepApart(Ids.parse(id), Ids.parse(form.text("from")))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/leads/" + id, "Kept apart."));
  }
}
