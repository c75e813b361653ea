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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The team's diary: today's demos, their outcome in two clicks, and what else becomes of a demo.
 */
@Controller
class SalesController {
  private static final int DAYS_AHEAD = 14;

  /** What a demo that was held came to. */
  static final List<String> OUTCOMES =
      List.of("Interested", "Needs a proposal", "Needs time", "Not a fit");

  private final SalesDesk desk;
  private final Demos demos;
  private final DemoTypes types;
  private final ChangeDemo changeDemo;
  private final FindSlots findSlots;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  SalesController(
      SalesDesk desk,
      Demos demos,
      DemoTypes types,
      ChangeDemo changeDemo,
      FindSlots findSlots,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.desk = desk;
    this.demos = demos;
    this.types = types;
    this.changeDemo = changeDemo;
    this.findSlots = findSlots;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/today")
  @Access(Who.SALES)
  Mono<Rendering> today(
      Form query,
      Caller.SalesRep rep,
      SignedIn in,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    var zone = in.viewer().zone();
    boolean all = rep.lead() && query.text("whose").equals("all");
    var whose = all ? null : rep.account().value();
    var now = clock.instant();
    var tomorrow = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    return Mono.zip(
            desk.withoutOutcome(whose, zone).collectList(),
            desk.between(now, tomorrow, whose, zone).collectList(),
            desk.between(tomorrow, tomorrow.plus(Duration.ofDays(DAYS_AHEAD)), whose, zone)
                .collectList())
        .as(tx::transactional)
        .map(lists ->
            Rendering.view(part ? "demos/diary" : "demos/today")
                .modelAttribute("waiting", lists.getT1())
                .modelAttribute("today", lists.getT2())
                .modelAttribute("later", lists.getT3())
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("all", all)
                .modelAttribute("lead", rep.lead())
                .build());
  }

  @GetMapping("/sales/demos/{id}")
  @Access(Who.SALES)
  Mono<Rendering> demo(@PathVariable String id, Form query, SignedIn in) {
    var zone = in.viewer().zone();
    var demo = Ids.parse(id);
    return desk.one(demo, zone)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(_ -> demos.find(demo).flatMap(d -> types.pool(d.type())))
        .as(tx::transactional)
        .map(both ->
            Rendering.view("demos/demo")
                .modelAttribute("demo", both.getT1())
                .modelAttribute("pool", Pool.names(both.getT2()))
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("problems", new Problems())
                .build());
  }

  @PostMapping("/sales/demos/{id}/outcome")
  @Access(Who.SALES)
  Mono<Rendering> outcome(@PathVariable String id, Form form, ServerWebExchange exchange) {
    boolean came = !form.text("came").equals("no");
    var outcome = form.text("outcome");
    var problems = new Problems();
    if (came && !OUTCOMES.contains(outcome)) {
      problems.add("outcome", "Choose what came of it.");
    }
    var next = form.text("next");
    if (next.length() > 300) {
      problems.add("next", "Say it in at most 300 characters.");
    }
    problems.refuseIfAny();
    return changeDemo
        .close(Ids.parse(id), came, came ? outcome : "", next)
        .map(demo ->
            pages.redirect(
                exchange,
                "/sales/leads/" + demo.lead(),
                came
                    ? "Noted: " + outcome.toLowerCase(java.util.Locale.US) + "."
                    : "Noted. A mail with a link to choose another time is on its way."));
  }

  @PostMapping("/sales/demos/{id}/confirmation")
  @Access(Who.SALES)
  Mono<Rendering> confirm(@PathVariable String id, ServerWebExchange exchange) {
    return changeDemo
        .confirm(Ids.parse(id))
        .map(_ -> pages.redirect(exchange, "/sales/demos/" + id, "Confirmed. The invite is sent."));
  }

  @PostMapping("/sales/demos/{id}/cancellation")
  @Access(Who.SALES)
  Mono<Rendering> cancel(
      @PathVariable String id, Form form, SignedIn in, ServerWebExchange exchange) {
    return changeDemo
        .cancel(Ids.parse(id), form.text("reason"))
        .map(
            _ -> pages.redirect(exchange, "/sales/demos/" + id, "Cancelled. The prospect is told."))
        .onErrorResume(Refusal.Invalid.class, no -> again(id, in, no.problems(), "cancel"));
  }

  @PostMapping("/sales/demos/{id}/reassignment")
  @Access(Who.SALES)
  Mono<Rendering> reassign(
      @PathVariable String id, Form form, SignedIn in, ServerWebExchange exchange) {
    return Mono.defer(() ->
            changeDemo.reassign(Ids.parse(id), account(form.text("rep")), form.text("reason")))
        .map(_ -> pages.redirect(exchange, "/sales/today", "Handed over. Everybody is told."))
        .onErrorResume(Refusal.Invalid.class, no -> again(id, in, no.problems(), "reassign"))
        .onErrorResume(
            SlotTaken.class,
            _ -> {
              var problems = new Problems();
              problems.add(
                  "rep", "They are not free then. Choose somebody else, or move it first.");
              return again(id, in, problems, "reassign");
            });
  }

  private static UUID account(String text) {
    if (text.isEmpty()) {
      var problems = new Problems();
      problems.add("rep", "Choose who takes over.");
      problems.refuseIfAny();
    }
    return Ids.parse(text);
  }

  @PostMapping("/sales/demos/{id}/lateness")
  @Access(Who.SALES)
  Mono<Rendering> late(@PathVariable String id, Form form, ServerWebExchange exchange) {
    var minutes = form.text("minutes");
    if (!Set.of("5", "10", "15", "20", "30").contains(minutes)) {
      var problems = new Problems();
      problems.add("minutes", "Choose 5, 10, 15, 20 or 30 minutes.");
      problems.refuseIfAny();
    }
    return changeDemo
        .runningLate(Ids.parse(id), Integer.parseInt(minutes))
        .map(_ ->
            pages.redirect(
                exchange, "/sales/demos/" + id, "They know: " + minutes + " minutes late."));
  }

  private Mono<Rendering> again(String id, SignedIn in, Problems problems, String which) {
    var zone = in.viewer().zone();
    return desk.one(Ids.parse(id), zone)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(_ -> demos.find(Ids.parse(id)).flatMap(d -> types.pool(d.type())))
        .as(tx::transactional)
        .map(both ->
            Rendering.view("demos/demo")
                .modelAttribute("demo", both.getT1())
                .modelAttribute("pool", Pool.names(both.getT2()))
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("problems", problems)
                .status(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @GetMapping("/sales/demos/{id}/times")
  @Access(Who.SALES)
  Mono<Rendering> times(@PathVariable String id, Form query, SignedIn in) {
    var zone = in.viewer().zone();
    return Mono.zip(demos.find(Ids.parse(id)), desk.one(Ids.parse(id), zone))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(both -> {
          var asked = own(query, zone, clock.instant());
          return findSlots
              .forMoving(both.getT1(), asked.from(), asked.to(), both.getT1().rep())
              .map(found ->
                  Rendering.view("demos/teamMove")
                      .modelAttribute("demo", both.getT2())
                      .modelAttribute(
                          "month", BookingController.month(asked, found, clock.instant()))
                      .modelAttribute("zones", io.casewell.calendar.Zones.options())
                      .build());
        })
        .as(tx::transactional);
  }

  /** The month asked for, in the viewer's zone unless the address names another. */
  static MonthView.Asked own(Form query, ZoneId zone, Instant now) {
    var asked = BookingController.asked(query, now);
    return query.text("zone").isEmpty()
        ? new MonthView.Asked(asked.month(), asked.day(), zone, asked.clock())
        : asked;
  }

  @PostMapping("/sales/demos/{id}/move")
  @Access(Who.SALES)
  Mono<Rendering> move(@PathVariable String id, Form form, ServerWebExchange exchange) {
    var start = BookingInput.instant(form.text("start"));
    if (start == null) {
      return Mono.just(Rendering.redirectTo("/sales/demos/" + id + "/times").build());
    }
    return changeDemo
        .move(Ids.parse(id), start, reason(form))
        .map(_ -> pages.redirect(exchange, "/sales/demos/" + id, "Moved. A new invite is sent."))
        .onErrorMap(
            SlotTaken.class,
            _ -> new Refusal.Conflict("That time was taken a moment ago. Please choose another."));
  }

  private static String reason(Form form) {
    return form.text("reason").isEmpty() ? "Moved by Casewell" : form.text("reason");
  }

  static @Nullable UUID idOrNull(String text) {
    return text.isEmpty() ? null : Ids.parse(text);
  }
}
