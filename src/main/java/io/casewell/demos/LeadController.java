package io.casewell.demos;

import io.casewell.calendar.Zones;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Csv;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pipeline: prospects as a list and as a board, one of them, and what is done with them. */
@Controller
class LeadController {
  private static final int PAGE = 25;
  private static final int BOARD = 200;
  private static final int CSV_MOST = 10_000;

  private final Leads leads;
  private final KeepLead keepLead;
  private final SalesDesk desk;
  private final DemoTypes types;
  private final ProposalLines proposalLines;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  LeadController(
      Leads leads,
      KeepLead keepLead,
      SalesDesk desk,
      DemoTypes types,
      ProposalLines proposalLines,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.leads = leads;
    this.keepLead = keepLead;
    this.desk = desk;
    this.types = types;
    this.proposalLines = proposalLines;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/leads")
  @Access(Who.SALES)
  Mono<Rendering> list(Form query, Caller.SalesRep rep, SignedIn in) {
    var asked = LeadsAsked.of(query);
    return Mono.zip(
            leads.list(asked.wish(PAGE + 1, (asked.page() - 1) * PAGE)).collectList(),
            leads.counts(asked.wish(0, 0)),
            team())
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/leads")
                .modelAttribute("asked", asked)
                .modelAttribute(
                    "lines", lines(all.getT1().stream().limit(PAGE).toList(), all.getT3(), in))
                .modelAttribute("more", all.getT1().size() > PAGE)
                .modelAttribute("counts", all.getT2())
                .modelAttribute("team", names(all.getT3()))
                .modelAttribute("lead", rep.lead())
                .build());
  }

  @GetMapping("/sales/board")
  @Access(Who.SALES)
  Mono<Rendering> board(Form query, Caller.SalesRep rep, SignedIn in) {
    var asked = LeadsAsked.of(query);
    var any = new LeadsAsked(asked.words(), "", asked.owner(), asked.due(), 1);
    return Mono.zip(
            leads.list(any.wish(BOARD, 0)).collectList(), leads.counts(any.wish(0, 0)), team())
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/board")
                .modelAttribute("asked", any)
                .modelAttribute("lanes", lanes(all.getT1(), all.getT3(), in))
                .modelAttribute("counts", all.getT2())
                .modelAttribute("team", names(all.getT3()))
                .modelAttribute("lead", rep.lead())
                .build());
  }

  private Map<LeadState, List<LeadLine>> lanes(
      List<Lead> all, List<Leads.Teammate> team, SignedIn in) {
    var lanes = new EnumMap<LeadState, List<LeadLine>>(LeadState.class);
    for (var state : LeadState.values()) {
      lanes.put(
          state, lines(all.stream().filter(l -> l.state() == state).limit(30).toList(), team, in));
    }
    return lanes;
  }

  private List<LeadLine> lines(List<Lead> some, List<Leads.Teammate> team, SignedIn in) {
    var byId = byId(team);
    var now = clock.instant();
    return some.stream().map(l -> LeadLine.of(l, byId, now, in.viewer().zone())).toList();
  }

  private Mono<List<Leads.Teammate>> team() {
    return leads.team().collectList();
  }

  private static Map<UUID, String> byId(List<Leads.Teammate> team) {
    var names = new LinkedHashMap<UUID, String>();
    team.forEach(one -> names.put(one.account(), one.name()));
    return names;
  }

  private static Map<String, String> names(List<Leads.Teammate> team) {
    var names = new LinkedHashMap<String, String>();
    team.forEach(one -> names.put(one.account().toString(), one.name()));
    return names;
  }

  @GetMapping("/sales/leads.csv")
  @Access(Who.SALES)
  Mono<ResponseEntity<byte[]>> csv(Form query) {
    var asked = LeadsAsked.of(query);
    var file =
        Csv.of(
            "Name",
            "Email",
            "Firm",
            "Phone",
            "State",
            "Owner",
            "Next step",
            "Next on",
            "Came by",
            "Came",
            "Lost because",
            "Id");
    return leads
        .list(asked.wish(CSV_MOST, 0))
        .collectList()
        .zipWith(team())
        .as(tx::transactional)
        .map(both -> {
          var byId = byId(both.getT2());
          both.getT1().forEach(l -> row(file, l, byId));
          return file.as("prospects.csv");
        });
  }

  private static void row(Csv file, Lead lead, Map<UUID, String> team) {
    file.row(
        lead.name(),
        lead.email(),
        lead.firmName(),
        lead.phone(),
        lead.state().label(),
        LeadLine.owner(lead.owner(), team),
        lead.nextStep(),
        lead.nextOn(),
        lead.source(),
        lead.createdAt().atOffset(ZoneOffset.UTC),
        lead.lostReason(),
        lead.id().toString());
  }

  @GetMapping("/sales/leads/new")
  @Access(Who.SALES)
  Rendering ask() {
    return asking(Form.empty(), new Problems(), Ids.next().toString());
  }

  private static Rendering asking(Form typed, Problems problems, String key) {
    var fields = new LinkedHashMap<String, String>();
    List.of("name", "email", "firm", "phone", "zone", "note")
        .forEach(field -> fields.put(field, typed.text(field)));
    return Rendering.view("demos/newLead")
        .modelAttribute("typed", fields)
        .modelAttribute("zones", Zones.options())
        .modelAttribute("key", key)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/leads")
  @Access(Who.SALES)
  Mono<Rendering> add(Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    var problems = new Problems();
    var written = KeepLead.Written.read(form, problems);
    return problems.none()
        ? keepLead
            .add(written, rep, form.text("key"))
            .map(id -> pages.redirect(exchange, "/sales/leads/" + id, "Written down."))
        : Mono.just(asking(form, problems, form.text("key")));
  }

  @GetMapping("/sales/leads/import")
  @Access(Who.SALES)
  Rendering askForList() {
    return importing("", new Problems(), Ids.next().toString());
  }

  private static Rendering importing(String list, Problems problems, String key) {
    return Rendering.view("demos/importLeads")
        .modelAttribute("list", list)
        .modelAttribute("key", key)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/leads/import")
  @Access(Who.SALES)
  Mono<Rendering> importList(Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    var problems = new Problems();
    var list = form.text("list");
    var all = LeadFile.read(list, problems);
    if (problems.none() && all.isEmpty()) {
      problems.add("list", "There is no prospect under the head line.");
    }
    return problems.none()
        ? keepLead
            .addAll(all, rep, form.text("key"))
            .map(count ->
                pages.redirect(
                    exchange,
                    "/sales/doubles",
                    TimeWords.count(count, "prospect is", "prospects are")
                        + " in. Likely doubles stand here."))
        : Mono.just(importing(list, problems, form.text("key")));
  }

  @GetMapping("/sales/doubles")
  @Access(Who.SALES)
  Mono<Rendering> doubles(SignedIn in) {
    return leads
        .withDoubles()
        .collectList()
        .zipWith(team())
        .as(tx::transactional)
        .map(both ->
            Rendering.view("demos/doubles")
                .modelAttribute("lines", lines(both.getT1(), both.getT2(), in))
                .build());
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
                leads.notes(lead).collectList(),
                team(),
                types.all().collectList(),
                proposals(lead, zone)))
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/lead")
                .modelAttribute("lead", view(all.getT1(), all.getT6(), byId(all.getT5()), zone))
                .modelAttribute("demos", all.getT2())
                .modelAttribute("doubles", lines(all.getT3(), all.getT5(), in))
                .modelAttribute("notes", notes(all.getT4(), zone))
                .modelAttribute("types", all.getT6().stream().filter(DemoType::open).toList())
                .modelAttribute("proposals", all.getT7())
                .modelAttribute("outcomes", SalesController.OUTCOMES)
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

  private List<NoteLine> notes(List<Leads.Note> notes, ZoneId zone) {
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
