package io.casewell.calendar;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** When somebody is there and when not: dates of their own, time off, travel, public holidays. */
@Controller
class AvailabilityController {
  private static final String PAGE = "/availability";
  private static final int PREVIEW_DAYS = 14;

  private final ChangeTime time;
  private final KeptDays days;
  private final Appointments appointments;
  private final Audit audit;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  AvailabilityController(
      ChangeTime time,
      KeptDays days,
      Appointments appointments,
      Audit audit,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.time = time;
    this.days = days;
    this.appointments = appointments;
    this.audit = audit;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  /** A page as it was asked for, or posted and not saved. */
  private record Asked(
      Form form, Problems problems, List<Appointment> carries, String action, HttpStatus status) {
    static Asked fresh(Form query) {
      return new Asked(query, new Problems(), List.of(), "", HttpStatus.OK);
    }
  }

  /** All of it. */
  @GetMapping(PAGE)
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> show(Form query, Caller caller, SignedIn in) {
    return page(Asked.fresh(query), caller, in.viewer().zone());
  }

  private record Parts(
      CalendarView month, SlotHost host, KeptDays.All kept, List<KeptDays.Colleague> colleagues) {}

  private Mono<Rendering> page(Asked asked, Caller caller, ZoneId zone) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var date = CalendarController.day(asked.form().text("date"), today);
    var month = CalendarController.day(asked.form().text("month"), date);
    var span = CalendarView.Span.of("month", month);
    return parts(span, caller, today, zone)
        .as(tx::transactional)
        .map(parts -> rendering(asked, parts, today, zone));
  }

  private Mono<Parts> parts(CalendarView.Span span, Caller caller, LocalDate today, ZoneId zone) {
    var person = Person.of(caller);
    var from = span.from().atStartOfDay(zone).toInstant();
    var to = span.to().plusDays(1).atStartOfDay(zone).toInstant();
    var first = span.from().isBefore(today) ? span.from() : today;
    return Mono.zip(
            time.host(person, from, to),
            appointments.of(person, from, to).collectList(),
            days.of(person, first),
            time.host(
                person,
                clock.instant(),
                today.plusDays(PREVIEW_DAYS).atStartOfDay(zone).toInstant()),
            days.colleagues(caller).collectList())
        .map(all ->
            new Parts(
                CalendarView.of(span, today, zone, all.getT1(), all.getT2(), all.getT3()),
                all.getT4(),
                all.getT3(),
                all.getT5()));
  }

  private Rendering rendering(Asked asked, Parts parts, LocalDate today, ZoneId zone) {
    var country =
        asked.form().has("country")
            ? asked.form().text("country")
            : parts.kept().holidays().country();
    return Rendering.view("calendar/availability")
        .modelAttribute(
            "view",
            AvailabilityView.of(
                parts.month(),
                parts.host(),
                parts.kept(),
                parts.colleagues(),
                country,
                clock.instant(),
                today,
                PREVIEW_DAYS,
                zone))
        .modelAttribute("typed", TypedDays.of(asked.form(), parts.kept().dates()))
        .modelAttribute("problems", asked.problems())
        .modelAttribute("carries", CarriedBooking.all(asked.carries(), zone))
        .modelAttribute("action", asked.action())
        .modelAttribute("again", TypedDays.again(asked.form()))
        .modelAttribute("zones", Zones.options())
        .status(asked.status())
        .build();
  }

  /** Gives a date hours of its own, a day off, or the usual week's hours again. */
  @PostMapping(PAGE + "/dates")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> changeDate(Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var date = date(form, "date", problems);
    var what = form.text("do");
    var windows = what.equals("save") ? TypedDays.windows(form, problems) : List.<Span>of();
    if (!problems.none() || date.isEmpty()) {
      return again(form, problems, caller, in, PAGE + "/dates");
    }
    var person = Person.of(caller);
    var write =
        what.equals("remove")
            ? days.removeDate(person, date.get()).then()
            : days.put(person, new DateOverride(date.get(), windows));
    return change(
        form,
        caller,
        in,
        exchange,
        PAGE + "/dates",
        "dates changed",
        write,
        what.equals("remove")
            ? "That date follows your usual week again."
            : windows.isEmpty() ? "That date is a day off." : "That date has hours of its own.");
  }

  /** Takes days off. */
  @PostMapping(PAGE + "/time-off")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> takeOff(Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var range = range(form, "off", problems);
    var reason = form.text("reason");
    if (reason.length() > 200) {
      problems.add("reason", "A reason may have at most 200 characters.");
    }
    var coverName = form.text("coverName");
    if (coverName.length() > 120) {
      problems.add("coverName", "Who covers for you may have at most 120 characters.");
    }
    if (!problems.none() || range == null) {
      return again(form, problems, caller, in, PAGE + "/time-off");
    }
    return cover(form, caller)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .as(tx::transactional)
        .flatMap(cover ->
            change(
                form,
                caller,
                in,
                exchange,
                PAGE + "/time-off",
                "time off taken",
                days.addOff(
                    Person.of(caller),
                    new KeptDays.Off(
                        Ids.next(),
                        range.from(),
                        range.to(),
                        reason,
                        cover.orElse(null),
                        coverName)),
                "Those days are off."));
  }

  private Mono<UUID> cover(Form form, Caller caller) {
    return days.colleagues(caller)
        .map(KeptDays.Colleague::account)
        .filter(account -> account.toString().equals(form.text("cover")))
        .next();
  }

  /** Works on days that were off after all. */
  @PostMapping(PAGE + "/time-off/{id}/removal")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> removeOff(
      @PathVariable String id, Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    return change(
        form,
        caller,
        in,
        exchange,
        PAGE,
        "time off ended",
        needed(days.removeOff(Person.of(caller), SourceController.id(id))),
        "That time off is removed.");
  }

  /** Notes a journey. */
  @PostMapping(PAGE + "/travel")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> travel(Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var range = range(form, "trip", problems);
    var zone = Zones.region(form.text("tripZone"));
    if (zone.isEmpty()) {
      problems.add("tripZone", "Choose a time zone from the list.");
    }
    if (!problems.none() || range == null || zone.isEmpty()) {
      return again(form, problems, caller, in, PAGE + "/travel");
    }
    return change(
            form,
            caller,
            in,
            exchange,
            PAGE + "/travel",
            "travel noted",
            days.addTrip(Person.of(caller), range.from(), range.to(), zone.get()),
            "Your hours follow the clock there on those days.")
        .onErrorResume(
            org.springframework.dao.DataIntegrityViolationException.class,
            _ -> {
              problems.add("tripFrom", "You are elsewhere on some of these days already.");
              return again(form, problems, caller, in, PAGE + "/travel");
            });
  }

  /** Stays after all. */
  @PostMapping(PAGE + "/travel/{id}/removal")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> removeTrip(
      @PathVariable String id, Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    return change(
        form,
        caller,
        in,
        exchange,
        PAGE,
        "travel ended",
        needed(days.removeTrip(Person.of(caller), SourceController.id(id))),
        "That journey is removed.");
  }

  private static Mono<Void> needed(Mono<Boolean> removed) {
    return removed.flatMap(was -> was ? Mono.<Void>empty() : Mono.error(Refusal.notFound()));
  }

  /** Keeps a country's public holidays, without those that are worked all the same. */
  @PostMapping(PAGE + "/holidays")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> holidays(Form form, Caller caller, SignedIn in, ServerWebExchange exchange) {
    var country = form.text("country");
    var problems = new Problems();
    if (!country.isEmpty() && !Holidays.countries().containsKey(country)) {
      problems.add("country", "Choose a country from the list.");
      return again(form, problems, caller, in, PAGE + "/holidays");
    }
    var out = new HashSet<String>();
    var kept = form.texts("keeps");
    if (form.text("shown").equals(country)) {
      Holidays.of(country, LocalDate.ofInstant(clock.instant(), in.viewer().zone()).getYear())
          .forEach(holiday -> {
            if (!kept.contains(holiday.key())) {
              out.add(holiday.key());
            }
          });
    }
    return change(
        form,
        caller,
        in,
        exchange,
        PAGE + "/holidays",
        "holidays chosen",
        days.put(Person.of(caller), new KeptDays.HolidayChoice(country, out)),
        country.isEmpty() ? "Public holidays are working days." : "Your holidays are saved.");
  }

  private Mono<Rendering> change(
      Form form,
      Caller caller,
      SignedIn in,
      ServerWebExchange exchange,
      String action,
      String what,
      Mono<Void> write,
      String toast) {
    var path = exchange.getRequest().getPath().value();
    var both =
        write.then(
            Mono.defer(
                () -> audit.append(ImportCalendars.trail(caller, what, null, details(form)))));
    return time.change(caller, both, form.text("anyway").equals("yes"))
        .flatMap(outcome ->
            switch (outcome) {
              case ChangeTime.Saved() -> Mono.just(pages.redirect(exchange, PAGE, toast));
              case ChangeTime.Stale() ->
                  Mono.error(
                      new Refusal.Conflict("This was changed in the meantime. Look at it again."));
              case ChangeTime.Carries(var bookings) ->
                  page(
                      new Asked(
                          form,
                          new Problems(),
                          bookings,
                          action.equals(PAGE) ? path : action,
                          HttpStatus.CONFLICT),
                      caller,
                      in.viewer().zone());
            });
  }

  /** Which days; a reason for time off is the person's own and not kept in the trail. */
  private static Map<String, Object> details(Form form) {
    var details = new java.util.LinkedHashMap<String, Object>();
    for (var name :
        List.of("date", "offFrom", "offTo", "tripFrom", "tripTo", "tripZone", "country")) {
      if (!form.text(name).isEmpty()) {
        details.put(name, form.text(name));
      }
    }
    return details;
  }

  private Mono<Rendering> again(
      Form form, Problems problems, Caller caller, SignedIn in, String action) {
    return page(
        new Asked(form, problems, List.of(), action, HttpStatus.UNPROCESSABLE_CONTENT),
        caller,
        in.viewer().zone());
  }

  private Optional<LocalDate> date(Form form, String field, Problems problems) {
    var date = parsed(form.text(field));
    var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    if (date.isEmpty()) {
      problems.add(field, "Give a date.");
    } else if (date.get().isBefore(today.minusDays(1))) {
      problems.add(field, "That date is over.");
    } else if (date.get().isAfter(today.plusYears(2))) {
      problems.add(field, "That is more than two years ahead.");
    }
    return problems.at(field) == null ? date : Optional.empty();
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private @Nullable DaysOff range(Form form, String prefix, Problems problems) {
    var from = parsed(form.text(prefix + "From"));
    var to = date(form, prefix + "To", problems);
    if (from.isEmpty()) {
      problems.add(prefix + "From", "Give a date.");
    }
    if (from.isEmpty() || to.isEmpty()) {
      return null;
    }
    if (to.get().isBefore(from.get())) {
      problems.add(prefix + "To", "The last day is before the first.");
      return null;
    }
    if (from.get().plusDays(399).isBefore(to.get())) {
      problems.add(prefix + "To", "That is more than 400 days at once.");
      return null;
    }
    return new DaysOff(from.get(), to.get());
  }
}
