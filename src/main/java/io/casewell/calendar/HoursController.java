package io.casewell.calendar;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A professional's or rep's usual week: seen, tried out, saved. */
@Controller
class HoursController {
  private final WorkingHours hours;
  private final ChangeHours changeHours;
  private final Pages pages;
  private final Tenancy tx;

  HoursController(WorkingHours hours, ChangeHours changeHours, Pages pages, Tenancy tx) {
    this.hours = hours;
    this.changeHours = changeHours;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/hours")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> show(Form query, Caller me, SignedIn in) {
    return stored(me)
        .map(stored -> page(typed(stored, in), stored, new Problems(), false, HttpStatus.OK))
        .map(page -> inSetUp(page, query));
  }

  /** Whether the page is a step of somebody's way in, and then leads on to the next. */
  private static boolean setUp(Form form) {
    return form.text("from").equals("setup");
  }

  private static Rendering inSetUp(Rendering page, Form form) {
    return "calendar/hours".equals(page.view())
        ? Rendering.view("calendar/hours")
            .model(page.modelAttributes())
            .modelAttribute("setUp", setUp(form))
            .status(page.status() == null ? HttpStatus.OK : page.status())
            .build()
        : page;
  }

  /** The week in short, for the profile's page. */
  @GetMapping("/hours/summary")
  @Access(Who.STAFF)
  Mono<Rendering> summary(Caller.Professional me) {
    return stored(me)
        .map(stored ->
            Rendering.view("calendar/summary")
                .modelAttribute("hours", HoursSummary.of(stored.orElse(null)))
                .build());
  }

  /** Adds, copies or removes lines on the page, or saves them: {@code do} says which. */
  @PostMapping("/hours")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> post(Form form, Caller me, SignedIn in, ServerWebExchange exchange) {
    var what = form.text("do");
    var typed = TypedHours.of(form);
    var answer =
        what.isEmpty() || what.equals("save")
            ? save(form, typed, me, in, exchange)
            : stored(me).map(now -> page(changed(typed, what, form), now, form));
    return answer.map(page -> inSetUp(page, form));
  }

  private static TypedHours changed(TypedHours typed, String what, Form form) {
    int dash = what.indexOf('-');
    var which = what.substring(dash + 1);
    return switch (what.substring(0, Math.max(dash, 0))) {
      case "add" -> typed.withLine(which);
      case "copy" -> typed.copied(which, form.texts("copyTo"));
      case "remove" -> typed.without(which.matches("\\d{1,3}") ? Integer.parseInt(which) : -1);
      default -> typed;
    };
  }

  private Mono<Rendering> save(
      Form form, TypedHours typed, Caller me, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = typed.read(problems);
    if (read.isEmpty()) {
      return stored(me)
          .map(now -> page(typed, now, problems, false, HttpStatus.UNPROCESSABLE_CONTENT));
    }
    return changeHours
        .change(me, form.text("seen"), read.get(), form.text("anyway").equals("yes"))
        .flatMap(outcome ->
            switch (outcome) {
              case ChangeTime.Saved() ->
                  Mono.just(
                      pages.redirect(
                          exchange,
                          setUp(form) ? "/rate?from=setup" : "/hours",
                          "Your hours are saved."));
              case ChangeTime.Stale() ->
                  stored(me).map(now -> page(typed, now, problems, true, HttpStatus.CONFLICT));
              case ChangeTime.Carries(var bookings) ->
                  stored(me)
                      .map(now -> page(typed, now, problems, false, HttpStatus.CONFLICT))
                      .map(page -> carrying(page, CarriedBooking.all(bookings, zone(in))));
            });
  }

  private static ZoneId zone(SignedIn in) {
    return in.viewer().zone();
  }

  private static Rendering carrying(Rendering page, List<CarriedBooking> bookings) {
    return Rendering.view("calendar/hours")
        .model(page.modelAttributes())
        .modelAttribute("carries", bookings)
        .status(HttpStatus.CONFLICT)
        .build();
  }

  private Mono<Optional<WeeklyHours>> stored(Caller me) {
    var found =
        me instanceof Caller.Professional(var staff, _)
            ? hours.find(staff)
            : hours.find(new AccountId(Person.of(me).id()));
    return found.map(Optional::of).defaultIfEmpty(Optional.empty()).as(tx::transactional);
  }

  private static TypedHours typed(Optional<WeeklyHours> stored, SignedIn in) {
    ZoneId zone = in.viewer().zone();
    return stored
        .map(TypedHours::of)
        .orElseGet(() -> new TypedHours(zone.getId(), "40", "0", List.of()));
  }

  /** Tried out, not saved: the stamp stays that of the hours the form began with. */
  private static Rendering page(TypedHours typed, Optional<WeeklyHours> now, Form form) {
    return rendering(typed, now, new Problems(), false, form.text("seen"), HttpStatus.OK);
  }

  private static Rendering page(
      TypedHours typed,
      Optional<WeeklyHours> now,
      Problems problems,
      boolean stale,
      HttpStatus status) {
    return rendering(typed, now, problems, stale, WorkingHours.stamp(now.orElse(null)), status);
  }

  private static Rendering rendering(
      TypedHours typed,
      Optional<WeeklyHours> now,
      Problems problems,
      boolean stale,
      String seen,
      HttpStatus status) {
    var readable = typed.read(new Problems());
    return Rendering.view("calendar/hours")
        .modelAttribute("typed", typed)
        .modelAttribute("summary", HoursSummary.of(readable.or(() -> now).orElse(null)))
        .modelAttribute("unsaved", readable.isPresent() && !readable.equals(now))
        .modelAttribute("problems", problems)
        .modelAttribute("stale", stale)
        .modelAttribute("seen", seen)
        .modelAttribute("zones", Zones.options())
        .modelAttribute("carries", List.of())
        .status(status)
        .build();
  }
}
