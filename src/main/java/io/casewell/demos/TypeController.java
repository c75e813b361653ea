package io.casewell.demos;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Demo types, their pool and the questions that lead to them; read by the team, written by the
 * lead.
 */
@Controller
class TypeController {
  private final DemoTypes types;
  private final Routes routes;
  private final SalesTeam team;
  private final EditDemoType edit;
  private final Pages pages;
  private final Tenancy tx;

  TypeController(
      DemoTypes types, Routes routes, SalesTeam team, EditDemoType edit, Pages pages, Tenancy tx) {
    this.types = types;
    this.routes = routes;
    this.team = team;
    this.edit = edit;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/sales/types")
  @Access(Who.SALES)
  Mono<Rendering> list(Caller.SalesRep rep) {
    return list(rep, new Problems());
  }

  private Mono<Rendering> list(Caller.SalesRep rep, Problems problems) {
    return Mono.zip(types.all().collectList(), routes.all().collectList(), team.all().collectList())
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/types")
                .modelAttribute("types", all.getT1())
                .modelAttribute("routes", all.getT2())
                .modelAttribute("slugs", slugs(all.getT1()))
                .modelAttribute("team", names(all.getT3()))
                .modelAttribute("lead", rep.lead())
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private static Map<String, String> slugs(List<DemoType> all) {
    var slugs = new LinkedHashMap<String, String>();
    all.forEach(type -> slugs.put(type.slug(), type.name()));
    return slugs;
  }

  private static Map<String, String> names(List<SalesTeam.Member> team) {
    var names = new LinkedHashMap<String, String>();
    team.forEach(one -> names.put(one.account().toString(), one.name()));
    return names;
  }

  @GetMapping("/sales/types/new")
  @Access(Who.SALES)
  Rendering ask(Caller.SalesRep rep) {
    EditDemoType.refuseUnlessLead(rep);
    var usual = new DemoType(Ids.next(), "", "", "", 10, true, 1, DemoTerms.usual());
    return form(TypeForm.of(usual), "", 0, new Problems());
  }

  private static Rendering form(TypeForm form, String slug, long version, Problems problems) {
    return Rendering.view("demos/typeForm")
        .modelAttribute("form", form)
        .modelAttribute("slug", slug)
        .modelAttribute("version", Long.toString(version))
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/types")
  @Access(Who.SALES)
  Mono<Rendering> add(Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    EditDemoType.refuseUnlessLead(rep);
    var problems = new Problems();
    var type = EditDemoType.read(form, Ids.next(), 1, problems);
    if (!problems.none()) {
      return Mono.just(form(TypeForm.of(form), "", 0, problems));
    }
    return edit.add(rep, type)
        .map(made ->
            pages.redirect(
                exchange, "/sales/types/" + made.slug(), "Offered. Now choose who gives it."))
        .onErrorResume(
            Refusal.Invalid.class, no -> Mono.just(form(TypeForm.of(form), "", 0, no.problems())));
  }

  @GetMapping("/sales/types/{slug}")
  @Access(Who.SALES)
  Mono<Rendering> show(@PathVariable String slug, Caller.SalesRep rep) {
    return types
        .named(slug)
        .flatMap(type ->
            Mono.zip(
                Mono.just(type), types.hosts(type.id()).collectList(), team.all().collectList()))
        .as(tx::transactional)
        .map(all ->
            Rendering.view("demos/type")
                .modelAttribute("type", all.getT1())
                .modelAttribute("hosts", all.getT2())
                .modelAttribute("others", others(all.getT2(), all.getT3()))
                .modelAttribute("lead", rep.lead())
                .build());
  }

  private static Map<String, String> others(List<DemoHost> hosts, List<SalesTeam.Member> team) {
    var others = names(team);
    hosts.forEach(host -> others.remove(host.account().toString()));
    return others;
  }

  @GetMapping("/sales/types/{slug}/edit")
  @Access(Who.SALES)
  Mono<Rendering> edit(@PathVariable String slug, Caller.SalesRep rep) {
    EditDemoType.refuseUnlessLead(rep);
    return types
        .named(slug)
        .as(tx::transactional)
        .map(type -> form(TypeForm.of(type), slug, type.version(), new Problems()));
  }

  @PostMapping("/sales/types/{slug}")
  @Access(Who.SALES)
  Mono<Rendering> change(
      @PathVariable String slug, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    EditDemoType.refuseUnlessLead(rep);
    var version = form.text("version");
    long seen = version.matches("[0-9]{1,9}") ? Long.parseLong(version) : 0;
    return types
        .named(slug)
        .as(tx::transactional)
        .flatMap(before -> {
          var problems = new Problems();
          var read = EditDemoType.read(form, before.id(), seen, problems);
          if (!problems.none()) {
            return Mono.just(form(TypeForm.of(form), slug, seen, problems));
          }
          return edit.change(rep, read)
              .thenReturn(0)
              .map(_ -> pages.redirect(exchange, "/sales/types/" + slug, "Changed."));
        });
  }

  @PostMapping("/sales/types/{slug}/hosts")
  @Access(Who.SALES)
  Mono<Rendering> put(
      @PathVariable String slug, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    EditDemoType.refuseUnlessLead(rep);
    var account = Ids.parse(form.text("account"));
    return Mono.zip(types.named(slug), team.all().collectList())
        .as(tx::transactional)
        .flatMap(both -> edit.put(rep, host(both.getT1().id(), account, form, names(both.getT2()))))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/types/" + slug, "The pool is changed."));
  }

  private static DemoHost host(UUID type, UUID account, Form form, Map<String, String> team) {
    var name = form.text("name");
    return new DemoHost(
        type,
        account,
        name.isBlank() || name.length() > 120
            ? team.getOrDefault(account.toString(), "Casewell")
            : name,
        form.text("fixed").equals("yes"),
        within(form.text("weight"), 1, 1000, 100),
        within(form.text("priority"), 1, 3, 2),
        within(form.text("dayCap"), 1, 24, 6),
        within(form.text("calibration"), 0, 10_000, 0),
        !form.text("active").equals("no"));
  }

  private static int within(String text, int least, int most, int usual) {
    return text.matches("[0-9]{1,5}")
        ? Math.max(least, Math.min(most, Integer.parseInt(text)))
        : usual;
  }

  @PostMapping("/sales/types/{slug}/hosts/{account}/removal")
  @Access(Who.SALES)
  Mono<Rendering> remove(
      @PathVariable String slug,
      @PathVariable String account,
      Caller.SalesRep rep,
      ServerWebExchange exchange) {
    EditDemoType.refuseUnlessLead(rep);
    var id = Ids.parse(account);
    return types
        .named(slug)
        .zipWhen(type -> types.hosts(type.id()).collectList())
        .as(tx::transactional)
        .flatMap(both ->
            both.getT2().stream()
                .filter(host -> host.account().equals(id))
                .findFirst()
                .map(host -> edit.remove(rep, both.getT1().id(), id, host.name()))
                .orElseGet(() -> Mono.error(Refusal.notFound())))
        .thenReturn(0)
        .map(_ ->
            pages.redirect(
                exchange, "/sales/types/" + slug, "Out of the pool. Demos already booked stay."));
  }

  @PostMapping("/sales/routes")
  @Access(Who.SALES)
  Mono<Rendering> route(Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    EditDemoType.refuseUnlessLead(rep);
    return Mono.defer(() -> edit.putRoute(rep, SalesController.idOrNull(form.text("id")), form))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/types", "The question is kept."))
        .onErrorResume(Refusal.Invalid.class, no -> list(rep, no.problems()));
  }

  @PostMapping("/sales/routes/{id}/removal")
  @Access(Who.SALES)
  Mono<Rendering> removeRoute(
      @PathVariable String id, Caller.SalesRep rep, ServerWebExchange exchange) {
    return edit.removeRoute(rep, Ids.parse(id))
        .thenReturn(0)
        .map(_ -> pages.redirect(exchange, "/sales/types", "The question is gone."));
  }
}
