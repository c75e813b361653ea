package io.casewell.demos;

import io.casewell.calendar.Zones;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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

/** The pages on which a prospect chooses a demo and a time, and books it. No account is needed. */
@Controller
class BookingController {
  private static final int A_MINUTE = 600;
  private static final ZoneId USUAL = ZoneId.of("America/New_York");

  private final DemoTypes types;
  private final Routes routes;
  private final FindSlots findSlots;
  private final BookDemo bookDemo;
  private final HoldSlot holdSlot;
  private final SendText sendText;
  private final CarriedAdvice carried;
  private final Visitors visitors;
  private final LinkTokens links;
  private final Limits limits;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  BookingController(
      DemoTypes types,
      Routes routes,
      FindSlots findSlots,
      BookDemo bookDemo,
      HoldSlot holdSlot,
      SendText sendText,
      CarriedAdvice carried,
      Visitors visitors,
      LinkTokens links,
      Limits limits,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.types = types;
    this.routes = routes;
    this.findSlots = findSlots;
    this.bookDemo = bookDemo;
    this.holdSlot = holdSlot;
    this.sendText = sendText;
    this.carried = carried;
    this.visitors = visitors;
    this.links = links;
    this.limits = limits;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/demo")
  @Access(Who.ANYBODY)
  Mono<Rendering> choose(Form query, ServerWebExchange exchange) {
    carried.take(query, exchange);
    return types
        .open()
        .collectList()
        .zipWith(routes.all().collectList())
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()))
        .map(both -> {
          var led = Routes.led(both.getT2(), query.text("answer"), both.getT1());
          return led == null
              ? Rendering.view("demos/index")
                  .modelAttribute("types", both.getT1())
                  .modelAttribute("routes", both.getT2())
                  .build()
              : Rendering.redirectTo(led).build();
        });
  }

  @GetMapping("/demo/{slug}")
  @Access(Who.ANYBODY)
  Mono<Rendering> times(@PathVariable String slug, Form query, ServerWebExchange exchange) {
    limits.count("demo times", exchange, A_MINUTE);
    var asked = asked(query, clock.instant());
    var rep = rep(query);
    return findSlots
        .between(slug, asked.from(), asked.to(), rep)
        .map(found ->
            Rendering.view("demos/times")
                .modelAttribute("type", found.type())
                .modelAttribute("month", month(asked, found))
                .modelAttribute("zones", Zones.options())
                .modelAttribute("with", rep == null ? "" : rep.toString())
                .modelAttribute("detect", !query.has("zone"))
                .build());
  }

  private MonthView month(MonthView.Asked asked, FindSlots.Found found) {
    return month(asked, found, clock.instant());
  }

  static MonthView month(MonthView.Asked asked, FindSlots.Found found, Instant now) {
    var last = now.plus(Duration.ofDays(found.type().terms().windowDays()));
    return MonthView.of(
        asked,
        found.slots(),
        YearMonth.from(now.atZone(asked.zone())),
        YearMonth.from(last.atZone(asked.zone())));
  }

  /** What the address asks for; what it does not say, or says wrong, is what most people want. */
  static MonthView.Asked asked(Form query, Instant now) {
    var zone = Zones.region(query.text("zone")).orElse(USUAL);
    var day = day(query.text("day"));
    var today = YearMonth.from(now.atZone(zone));
    var month = day == null ? month(query.text("month"), today) : YearMonth.from(day);
    boolean far = month.isBefore(today) || month.isAfter(today.plusMonths(24));
    return new MonthView.Asked(
        far ? today : month, day, zone, query.text("clock").equals("24") ? 24 : 12);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static YearMonth month(String text, YearMonth usual) {
    try {
      return text.length() == 7 ? YearMonth.parse(text) : usual;
    } catch (DateTimeException _) {
      return usual;
    }
  }

  private static @Nullable UUID rep(Form form) {
    return form.text("with").isEmpty() ? null : Ids.parse(form.text("with"));
  }

  @PostMapping("/demo/{slug}/holds")
  @Access(Who.ANYBODY)
  Mono<Rendering> hold(@PathVariable String slug, Form form, ServerWebExchange exchange) {
    var start = BookingInput.instant(form.text("start"));
    if (start == null) {
      return Mono.just(Rendering.redirectTo("/demo/" + slug).build());
    }
    return holdSlot
        .hold(slug, start, rep(form), visitors.browser(exchange), visitors.address(exchange))
        .map(_ -> Rendering.redirectTo(details(slug, form)).build())
        .onErrorResume(SlotTaken.class, _ -> lost(slug, start, form));
  }

  private static String details(String slug, Form form) {
    return "/demo/%s/details?start=%s&zone=%s&with=%s"
        .formatted(
            slug,
            encoded(form.text("start")),
            encoded(form.text("zone")),
            encoded(form.text("with")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Somebody was faster: the page says so, and the nearest times stand on it. */
  private Mono<Rendering> lost(String slug, Instant start, Form form) {
    var rep = rep(form);
    var zone = Zones.region(form.text("zone")).orElse(USUAL);
    return findSlots
        .type(slug)
        .zipWith(findSlots.near(slug, start, rep))
        .map(both ->
            Rendering.view("demos/taken")
                .modelAttribute("type", both.getT1())
                .modelAttribute("wanted", DemoWords.brief(start, zone))
                .modelAttribute("near", near(both.getT2(), zone))
                .modelAttribute("zone", zone.getId())
                .modelAttribute("with", form.text("with"))
                .modelAttribute("action", "/demo/" + slug + "/holds")
                .status(HttpStatus.CONFLICT)
                .build());
  }

  static List<MonthView.Time> near(List<Diary.Slot> slots, ZoneId zone) {
    return slots.stream()
        .map(slot ->
            new MonthView.Time(
                slot.start().toString(), DemoWords.brief(slot.start(), zone), slot.free().size()))
        .toList();
  }

  @GetMapping("/demo/{slug}/details")
  @Access(Who.ANYBODY)
  Mono<Rendering> details(@PathVariable String slug, Form query, ServerWebExchange exchange) {
    var start = BookingInput.instant(query.text("start").replace(' ', '+'));
    var zone = Zones.region(query.text("zone"));
    if (start == null || zone.isEmpty()) {
      return findSlots.type(slug).map(_ -> Rendering.redirectTo("/demo/" + slug).build());
    }
    return findSlots
        .type(slug)
        .flatMap(type ->
            shown(type, start, zone.get(), query, Map.of(), Ids.next().toString(), exchange))
        .map(form -> page(form, new Problems(), HttpStatus.OK));
  }

  private Mono<BookingForm> shown(
      DemoType type,
      Instant start,
      ZoneId zone,
      Form form,
      Map<String, String> typed,
      String key,
      ServerWebExchange exchange) {
    var end = start.plus(Duration.ofMinutes(type.terms().minutes()));
    return holdSlot
        .until(type, start, visitors.browser(exchange))
        .map(until -> DemoWords.clock(until, zone))
        .defaultIfEmpty("")
        .map(held ->
            new BookingForm(
                type,
                start.toString(),
                zone.getId(),
                DemoWords.day(start, zone),
                DemoWords.time(start, end, zone),
                held.isEmpty() ? null : held,
                form.text("with"),
                key,
                typed,
                sendText.offered(),
                carried.read(exchange).map(LeadAdvice::words).orElse("")));
  }

  private static Rendering page(BookingForm form, Problems problems, HttpStatus status) {
    return Rendering.view("demos/details")
        .modelAttribute("form", form)
        .modelAttribute("problems", problems)
        .status(status)
        .build();
  }

  @PostMapping("/demo/{slug}/bookings")
  @Access(Who.ANYBODY)
  Mono<Rendering> book(@PathVariable String slug, Form form, ServerWebExchange exchange) {
    return findSlots.type(slug).flatMap(type -> book(type, form, exchange));
  }

  private Mono<Rendering> book(DemoType type, Form form, ServerWebExchange exchange) {
    var problems = new Problems();
    var input = BookingInput.read(form, type.terms().questions(), problems);
    if (problems.at("start") == null) {
      findSlots.refuseImpossible(type, input.start(), problems);
    }
    if (!problems.none()) {
      return shown(
              type,
              input.start(),
              input.zone(),
              form,
              BookingForm.typed(form, type),
              form.text("key"),
              exchange)
          .map(shown -> page(shown, problems, HttpStatus.UNPROCESSABLE_CONTENT));
    }
    return bookDemo
        .book(
            new BookDemo.Asked(
                type.slug(),
                input,
                visitors.browser(exchange),
                visitors.address(exchange),
                form.text("key"),
                rep(form),
                carried.read(exchange).orElse(null)))
        .doOnNext(_ -> carried.drop(exchange))
        .map(id ->
            pages.redirect(
                exchange,
                DemoFacts.LINK + links.token(DemoFacts.PURPOSE, id, 1),
                type.terms().confirm()
                    ? "Asked for. You hear from us as soon as somebody has confirmed it."
                    : "Booked. The invite is on its way to " + input.email() + "."))
        .onErrorResume(
            Refusal.Invalid.class,
            refusal ->
                shown(
                        type,
                        input.start(),
                        input.zone(),
                        form,
                        BookingForm.typed(form, type),
                        Ids.next().toString(),
                        exchange)
                    .map(
                        shown -> page(shown, refusal.problems(), HttpStatus.UNPROCESSABLE_CONTENT)))
        .onErrorResume(SlotTaken.class, _ -> lostAtTheForm(type, input, form, exchange));
  }

  /** What was typed stays; the nearest times stand above it, each of them a button of the form. */
  private Mono<Rendering> lostAtTheForm(
      DemoType type, BookingInput input, Form form, ServerWebExchange exchange) {
    var typed = new LinkedHashMap<>(BookingForm.typed(form, type));
    return shown(type, input.start(), input.zone(), form, typed, Ids.next().toString(), exchange)
        .zipWith(findSlots.near(type.slug(), input.start(), rep(form)))
        .map(both ->
            Rendering.view("demos/details")
                .modelAttribute("form", both.getT1())
                .modelAttribute("problems", new Problems())
                .modelAttribute("near", near(both.getT2(), input.zone()))
                .status(HttpStatus.CONFLICT)
                .build());
  }
}
