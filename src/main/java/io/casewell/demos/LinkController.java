package io.casewell.demos;

import io.casewell.calendar.Ics;
import io.casewell.calendar.IcsEvent;
import io.casewell.calendar.Zones;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a prospect does by the link of their demo: look, take the invite, move, cancel, and stop
 * text messages. Looking never changes anything, however often a mail's scanner opens the link.
 */
@Controller
class LinkController {
  private static final int A_MINUTE = 300;

  private final ByLink byLink;
  private final Demos demos;
  private final Leads leads;
  private final DemoTypes types;
  private final FindSlots findSlots;
  private final ChangeDemo changeDemo;
  private final LinkTokens links;
  private final BaseUrl baseUrl;
  private final Limits limits;
  private final Pages pages;
  private final DatabaseClient db;
  private final Clock clock;

  LinkController(
      ByLink byLink,
      Demos demos,
      Leads leads,
      DemoTypes types,
      FindSlots findSlots,
      ChangeDemo changeDemo,
      LinkTokens links,
      BaseUrl baseUrl,
      Limits limits,
      Pages pages,
      DatabaseClient db,
      Clock clock) {
    this.byLink = byLink;
    this.demos = demos;
    this.leads = leads;
    this.types = types;
    this.findSlots = findSlots;
    this.changeDemo = changeDemo;
    this.links = links;
    this.baseUrl = baseUrl;
    this.limits = limits;
    this.pages = pages;
    this.db = db;
    this.clock = clock;
  }

  private record Linked(Demo demo, DemoType type, Lead lead) {}

  private Mono<Linked> linked(byte[] hash) {
    return demos
        .linked(hash)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(demo ->
            Mono.zip(types.find(demo.type()), leads.find(demo.lead()))
                .map(both -> new Linked(demo, both.getT1(), both.getT2())));
  }

  @GetMapping("/demo/bookings/{token}")
  @Access(Who.ANYBODY)
  Mono<Rendering> show(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("demo link", exchange, A_MINUTE);
    return byLink
        .open(token, this::linked)
        .map(linked -> page(token, linked))
        .map(page -> Rendering.view("demos/booking").modelAttribute("booking", page).build());
  }

  private BookingPage page(String token, Linked linked) {
    var demo = linked.demo();
    var answers = new LinkedHashMap<String, String>();
    linked
        .type()
        .terms()
        .questions()
        .forEach(q -> {
          var answer = demo.answers().get(q.code());
          if (answer != null) {
            answers.put(q.label(), answer);
          }
        });
    boolean before = clock.instant().isBefore(demo.start());
    return new BookingPage(
        token,
        linked.type().slug(),
        linked.type().name(),
        demo.state(),
        DemoWords.day(demo.start(), demo.zone()),
        DemoWords.time(demo.start(), demo.end(), demo.zone()),
        demo.repName(),
        demo.meetingLink(),
        demo.state().stands() && before,
        !demo.state().stands() && demo.state() != DemoState.HELD && linked.type().open(),
        linked.lead().name(),
        linked.lead().email(),
        demo.guests(),
        answers,
        demo.reason().isEmpty() ? null : demo.reason());
  }

  /** The invite as a file, for calendars that were not reached by the mail. */
  @GetMapping("/demo/bookings/{token}/invite.ics")
  @Access(Who.ANYBODY)
  Mono<ResponseEntity<byte[]>> invite(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("demo link", exchange, A_MINUTE);
    return byLink
        .open(token, this::linked)
        .map(linked ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Ics.TYPE))
                .header("Content-Disposition", "attachment; filename=\"casewell-demo.ics\"")
                .body(file(linked, token).getBytes(StandardCharsets.UTF_8)));
  }

  private String file(Linked linked, String token) {
    var demo = linked.demo();
    var event =
        IcsEvent.of(
                IcsEvent.uid("demo", demo.id(), baseUrl.host()),
                demo.sequence(),
                clock.instant(),
                demo.start(),
                demo.end(),
                "Casewell: " + linked.type().name() + " with " + demo.repName())
            .described(
                "Join: "
                    + demo.meetingLink()
                    + "\nMove or cancel: "
                    + baseUrl.of(DemoFacts.LINK + token))
            .at(demo.meetingLink(), demo.meetingLink())
            .as(sure(demo.state()));
    return Ics.of(Ics.Method.PUBLISH, event);
  }

  private static IcsEvent.Status sure(DemoState state) {
    return switch (state) {
      case PENDING -> IcsEvent.Status.TENTATIVE;
      case CANCELLED, EXPIRED -> IcsEvent.Status.CANCELLED;
      case CONFIRMED, HELD, NO_SHOW -> IcsEvent.Status.CONFIRMED;
    };
  }

  @GetMapping("/demo/bookings/{token}/times")
  @Access(Who.ANYBODY)
  Mono<Rendering> times(@PathVariable String token, Form query, ServerWebExchange exchange) {
    limits.count("demo link", exchange, A_MINUTE);
    return byLink.open(token, hash -> linked(hash).flatMap(linked -> times(token, linked, query)));
  }

  private Mono<Rendering> times(String token, Linked linked, Form query) {
    var demo = linked.demo();
    var asked = asked(query, demo);
    return findSlots
        .forMoving(demo, asked.from(), asked.to(), null)
        .map(found ->
            Rendering.view("demos/move")
                .modelAttribute("booking", page(token, linked))
                .modelAttribute("month", BookingController.month(asked, found, clock.instant()))
                .modelAttribute("zones", Zones.options())
                .build());
  }

  /** Without a word in the address it is the month of the demo, in the prospect's zone. */
  private MonthView.Asked asked(Form query, Demo demo) {
    var asked = BookingController.asked(query, clock.instant());
    var zone = Zones.region(query.text("zone")).orElse(demo.zone());
    var now = clock.instant();
    var first = demo.start().isBefore(now) ? now : demo.start();
    boolean said = query.has("month") || query.has("day");
    return new MonthView.Asked(
        said ? asked.month() : java.time.YearMonth.from(first.atZone(zone)),
        asked.day(),
        zone,
        asked.clock());
  }

  @PostMapping("/demo/bookings/{token}/move")
  @Access(Who.ANYBODY)
  Mono<Rendering> move(@PathVariable String token, Form form, ServerWebExchange exchange) {
    limits.count("demo change", exchange, A_MINUTE);
    var start = BookingInput.instant(form.text("start"));
    if (start == null) {
      return Mono.just(Rendering.redirectTo(DemoFacts.LINK + token + "/times").build());
    }
    return changeDemo
        .moveByLink(token, start)
        .map(id ->
            pages.redirect(
                exchange,
                DemoFacts.LINK + links.token(DemoFacts.PURPOSE, id, 1),
                "Moved. A new invite is on its way."))
        .onErrorResume(SlotTaken.class, _ -> taken(token, start));
  }

  private Mono<Rendering> taken(String token, java.time.Instant wanted) {
    return byLink.open(
        token,
        hash ->
            linked(hash)
                .flatMap(linked ->
                    findSlots
                        .forMoving(
                            linked.demo(),
                            wanted.minus(java.time.Duration.ofDays(7)),
                            wanted.plus(java.time.Duration.ofDays(7)),
                            null)
                        .map(found ->
                            Rendering.view("demos/taken")
                                .modelAttribute("type", linked.type())
                                .modelAttribute(
                                    "wanted", DemoWords.brief(wanted, linked.demo().zone()))
                                .modelAttribute(
                                    "near",
                                    BookingController.near(
                                        FindSlots.nearest(found.slots(), wanted),
                                        linked.demo().zone()))
                                .modelAttribute("zone", linked.demo().zone().getId())
                                .modelAttribute("with", "")
                                .modelAttribute("action", DemoFacts.LINK + token + "/move")
                                .status(HttpStatus.CONFLICT)
                                .build())));
  }

  @PostMapping("/demo/bookings/{token}/cancellation")
  @Access(Who.ANYBODY)
  Mono<Rendering> cancel(@PathVariable String token, Form form, ServerWebExchange exchange) {
    limits.count("demo change", exchange, A_MINUTE);
    return changeDemo
        .cancelByLink(token, form.text("reason"))
        .map(_ ->
            pages.redirect(
                exchange,
                DemoFacts.LINK + token,
                "Cancelled. Whenever it suits you better, a new time is two clicks away."));
  }

  @GetMapping("/demo/texts/{token}")
  @Access(Who.ANYBODY)
  Mono<Rendering> texts(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("demo link", exchange, A_MINUTE);
    return byLink
        .open(token, this::textsOf)
        .map(on ->
            Rendering.view("demos/texts")
                .modelAttribute("token", token)
                .modelAttribute("on", on)
                .build());
  }

  private Mono<Boolean> textsOf(byte[] hash) {
    return db.sql("select texts_stopped_at is null from lead where texts_hash = :hash")
        .bind("hash", hash)
        .mapValue(Boolean.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  @PostMapping("/demo/texts/{token}/stop")
  @Access(Who.ANYBODY)
  Mono<Rendering> stop(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("demo change", exchange, A_MINUTE);
    return byLink
        .open(token, this::stopped)
        .map(_ ->
            pages.redirect(
                exchange, SendText.LINK + token, "Stopped. No more text messages from us."));
  }

  private Mono<Long> stopped(byte[] hash) {
    return db.sql(
            """
            update lead set texts_stopped_at = coalesce(texts_stopped_at, now()), updated_at = now()
            where texts_hash = :hash
            """)
        .bind("hash", hash)
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }
}
