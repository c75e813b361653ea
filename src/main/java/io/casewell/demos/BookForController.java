package io.casewell.demos;

import io.casewell.calendar.Zones;
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
import java.time.ZoneId;
import java.util.LinkedHashMap;
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

/** A rep books for somebody on the telephone, or again for a prospect. */
@Controller
class BookForController {
  private final DemoTypes types;
  private final Leads leads;
  private final FindSlots findSlots;
  private final BookDemo bookDemo;
  private final SendText sendText;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  BookForController(
      DemoTypes types,
      Leads leads,
      FindSlots findSlots,
      BookDemo bookDemo,
      SendText sendText,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.types = types;
    this.leads = leads;
    this.findSlots = findSlots;
    this.bookDemo = bookDemo;
    this.sendText = sendText;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/book")
  @Access(Who.SALES)
  Mono<Rendering> choose() {
    return types
        .open()
        .collectList()
        .as(tx::transactional)
        .map(all -> Rendering.view("demos/bookFor").modelAttribute("types", all).build());
  }

  @GetMapping("/sales/book/{slug}")
  @Access(Who.SALES)
  Mono<Rendering> times(@PathVariable String slug, Form query, SignedIn in) {
    return lead(query.text("lead"))
        .map(Lead::name)
        .defaultIfEmpty("")
        .flatMap(name -> {
          var asked = SalesController.own(query, in.viewer().zone(), clock.instant());
          return findSlots
              .between(slug, asked.from(), asked.to(), null)
              .map(found ->
                  Rendering.view("demos/bookForTimes")
                      .modelAttribute("type", found.type())
                      .modelAttribute(
                          "month", BookingController.month(asked, found, clock.instant()))
                      .modelAttribute("zones", Zones.options())
                      .modelAttribute("lead", query.text("lead"))
                      .modelAttribute("name", name)
                      .build());
        });
  }

  private Mono<Lead> lead(String id) {
    return id.isEmpty()
        ? Mono.empty()
        : leads
            .find(Ids.parse(id))
            .switchIfEmpty(Mono.error(Refusal.notFound()))
            .as(tx::transactional);
  }

  /** The last step's form; nothing is changed yet. */
  @PostMapping("/sales/book/{slug}/details")
  @Access(Who.SALES)
  Mono<Rendering> details(@PathVariable String slug, Form form) {
    var start = BookingInput.instant(form.text("start"));
    if (start == null) {
      return Mono.just(Rendering.redirectTo("/sales/book/" + slug).build());
    }
    return findSlots
        .type(slug)
        .flatMap(type ->
            lead(form.text("with"))
                .map(lead -> known(type, lead))
                .defaultIfEmpty(Map.of())
                .map(typed -> page(type, start, form, typed, form.text("with"), new Problems())));
  }

  private static Map<String, String> known(DemoType type, Lead lead) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("name", lead.name());
    typed.put("email", lead.email());
    typed.put("firm", lead.firmName());
    typed.put("phone", lead.phone());
    typed.put("zone", lead.zone().getId());
    type.terms()
        .questions()
        .forEach(q -> typed.put("answers." + q.code(), lead.answers().getOrDefault(q.code(), "")));
    return typed;
  }

  private Rendering page(
      DemoType type,
      Instant start,
      Form form,
      Map<String, String> typed,
      String lead,
      Problems problems) {
    var zone = Zones.region(form.text("zone")).orElse(ZoneId.of("America/New_York"));
    var end = start.plus(Duration.ofMinutes(type.terms().minutes()));
    var shown =
        new BookingForm(
            type,
            start.toString(),
            typed.getOrDefault("zone", zone.getId()),
            DemoWords.day(start, zone),
            DemoWords.time(start, end, zone),
            null,
            lead,
            form.text("key").isEmpty() ? Ids.next().toString() : form.text("key"),
            typed,
            sendText.offered(),
            "");
    return Rendering.view("demos/bookForDetails")
        .modelAttribute("form", shown)
        .modelAttribute("zones", Zones.options())
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/sales/book/{slug}")
  @Access(Who.SALES)
  Mono<Rendering> book(
      @PathVariable String slug, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    return findSlots.type(slug).flatMap(type -> book(type, form, rep, exchange));
  }

  private Mono<Rendering> book(
      DemoType type, Form form, Caller.SalesRep rep, ServerWebExchange exchange) {
    var problems = new Problems();
    var input = BookingInput.read(form, type.terms().questions(), problems);
    if (problems.at("start") == null) {
      findSlots.refuseImpossible(type, input.start(), problems);
    }
    var typed = BookingForm.typed(form, type);
    typed.put("zone", form.text("zone"));
    if (!problems.none()) {
      return Mono.just(page(type, input.start(), form, typed, form.text("lead"), problems));
    }
    @Nullable UUID again = SalesController.idOrNull(form.text("lead"));
    return bookDemo
        .bookFor(rep, type.slug(), input, again, form.text("key"))
        .map(id -> pages.redirect(exchange, "/sales/today", "Booked. The invite is on its way."))
        .onErrorResume(
            SlotTaken.class,
            _ -> {
              var lost = new Problems();
              lost.add("start", "That time was taken a moment ago. Go back and choose another.");
              return Mono.just(page(type, input.start(), form, typed, form.text("lead"), lost));
            });
  }
}
