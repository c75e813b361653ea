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
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pipeline: prospects as a list, as a board and as a file, and how they come in. */
@Controller
class LeadsController {
  private static final int PAGE = 25;
  private static final int BOARD = 200;
  private static final int CSV_MOST = 10_000;

  private final Leads leads;
  private final SalesTeam salesTeam;
  private final KeepLead keepLead;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  LeadsController(
      Leads leads, SalesTeam salesTeam, KeepLead keepLead, Pages pages, Tenancy tx, Clock clock) {
    this.leads = leads;
    this.salesTeam = salesTeam;
    this.keepLead = keepLead;
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
      List<Lead> all, List<SalesTeam.Member> team, SignedIn in) {
    var lanes = new EnumMap<LeadState, List<LeadLine>>(LeadState.class);
    for (var state : LeadState.values()) {
      lanes.put(
          state, lines(all.stream().filter(l -> l.state() == state).limit(30).toList(), team, in));
    }
    return lanes;
  }

  private List<LeadLine> lines(List<Lead> some, List<SalesTeam.Member> team, SignedIn in) {
    return LeadLine.all(some, SalesTeam.Member.byId(team), clock.instant(), in.viewer().zone());
  }

  private Mono<List<SalesTeam.Member>> team() {
    return salesTeam.all().collectList();
  }

  private static Map<String, String> names(List<SalesTeam.Member> team) {
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
          var byId = SalesTeam.Member.byId(both.getT2());
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
}
