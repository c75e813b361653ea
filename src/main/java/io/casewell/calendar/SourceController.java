package io.casewell.calendar;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Upload;
import java.time.Clock;
import java.time.Instant;
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

/** Calendars in and out: busy time from elsewhere, and the own calendar for other programs. */
@Controller
class SourceController {
  private static final String PAGE = "/calendar/links";

  private final BusySources sources;
  private final ImportCalendars imports;
  private final FetchCalendar fetch;
  private final PrivateFeed feed;
  private final Limits limits;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  SourceController(
      BusySources sources,
      ImportCalendars imports,
      FetchCalendar fetch,
      PrivateFeed feed,
      Limits limits,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.sources = sources;
    this.imports = imports;
    this.fetch = fetch;
    this.feed = feed;
    this.limits = limits;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  /** What is linked. */
  @GetMapping(PAGE)
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> show(Caller caller) {
    return page(caller, Map.of(), new Problems(), HttpStatus.OK);
  }

  private Mono<Rendering> page(
      Caller caller, Map<String, String> typed, Problems problems, HttpStatus status) {
    return sources
        .of(Person.of(caller))
        .map(this::line)
        .collectList()
        .zipWith(feed.address(caller).defaultIfEmpty(""))
        .as(tx::transactional)
        .map(both -> rendering(both.getT1(), both.getT2(), typed, problems, status));
  }

  private static Rendering rendering(
      List<LinkedCalendar> lines,
      String address,
      Map<String, String> typed,
      Problems problems,
      HttpStatus status) {
    return Rendering.view("calendar/links")
        .modelAttribute("lines", lines)
        .modelAttribute("address", address)
        .modelAttribute("typed", typed)
        .modelAttribute("problems", problems)
        .status(status)
        .build();
  }

  private LinkedCalendar line(BusySources.Source source) {
    var now = clock.instant();
    boolean refreshes = source.kind().equals("address");
    var from =
        refreshes
            ? "from " + source.host() + ", looked at " + TimeWords.ago(source.checkedAt(), now)
            : "from a file, read " + TimeWords.ago(source.readAt(), now);
    return new LinkedCalendar(
        source.id().toString(),
        source.name(),
        from,
        source.failing(),
        source.failing() ? source.says() + lastGood(source, now) : source.says(),
        refreshes);
  }

  private static String lastGood(BusySources.Source source, Instant now) {
    return " What we read " + TimeWords.ago(source.goodAt(), now) + " still counts.";
  }

  /** Adds a calendar by its address. */
  @PostMapping(PAGE + "/addresses")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> addAddress(Form form, Caller caller, ServerWebExchange exchange) {
    limits.count("calendar fetch", caller, exchange, 20);
    var typed = Map.of("address", form.text("address"), "addressName", form.text("addressName"));
    var problems = new Problems();
    var name = name(form, "addressName", "Other calendar", problems);
    var address = fetch.address(form.text("address"));
    if (address.isEmpty()) {
      problems.add(
          "address",
          "Give the calendar's full address, e.g. https://calendar.example/private.ics.");
    }
    if (!problems.none()) {
      return page(caller, typed, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return imports
        .add(caller, name, address.get())
        .flatMap(added -> answer(added, "address", typed, caller, exchange));
  }

  /** Adds a calendar by its file. */
  @PostMapping(PAGE + "/files")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> addFile(Upload upload, Caller caller, ServerWebExchange exchange) {
    limits.count("calendar file", caller, exchange, 20);
    var typed = Map.of("fileName", upload.form().text("fileName"));
    var problems = new Problems();
    var name = name(upload.form(), "fileName", "Imported file", problems);
    var file = upload.file();
    if (file == null) {
      problems.add("file", "Choose the calendar's file first. It ends in .ics.");
    }
    if (file == null || !problems.none()) {
      return page(caller, typed, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return imports
        .add(caller, name, file)
        .flatMap(added -> answer(added, "file", typed, caller, exchange));
  }

  private static String name(Form form, String field, String otherwise, Problems problems) {
    var name = form.text(field);
    if (name.length() > 80) {
      problems.add(field, "A name may have at most 80 characters.");
    }
    return name.isBlank() ? otherwise : name;
  }

  private Mono<Rendering> answer(
      ImportCalendars.Added added,
      String field,
      Map<String, String> typed,
      Caller caller,
      ServerWebExchange exchange) {
    @Nullable String problem = added.problem();
    if (problem == null) {
      return Mono.just(
          pages.redirect(exchange, PAGE, "The calendar is added. Its busy time counts from now."));
    }
    var problems = new Problems();
    problems.add(field, problem);
    var status =
        problem.contains("larger than 1 MB") || problem.contains("more than 2,000")
            ? HttpStatus.CONTENT_TOO_LARGE
            : HttpStatus.UNPROCESSABLE_CONTENT;
    return page(caller, typed, problems, status);
  }

  /** Looks at one again now. */
  @PostMapping(PAGE + "/{id}/refresh")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> refresh(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    limits.count("calendar fetch", caller, exchange, 20);
    return imports
        .refresh(caller, id(id))
        .thenReturn(pages.redirect(exchange, PAGE, "We looked again."));
  }

  /** Removes one and its busy time. */
  @PostMapping(PAGE + "/{id}/removal")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> remove(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    return imports
        .remove(caller, id(id))
        .thenReturn(pages.redirect(exchange, PAGE, "The calendar and its busy time are removed."));
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Refusal.notFound();
    }
  }

  /** Makes the own feed's address, or a new one in place of it. */
  @PostMapping(PAGE + "/feed")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> renew(Caller caller, ServerWebExchange exchange) {
    return feed.renew(caller)
        .thenReturn(pages.redirect(exchange, PAGE, "Your calendar has a new private address."));
  }
}
