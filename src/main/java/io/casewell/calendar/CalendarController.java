package io.casewell.calendar;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One calendar of everything a person has: booked, away, busy, and when they work. */
@Controller
class CalendarController {
  private final ChangeTime time;
  private final Appointments appointments;
  private final KeptDays days;
  private final Tenancy tx;
  private final Clock clock;

  CalendarController(
      ChangeTime time, Appointments appointments, KeptDays days, Tenancy tx, Clock clock) {
    this.time = time;
    this.appointments = appointments;
    this.days = days;
    this.tx = tx;
    this.clock = clock;
  }

  /** The week, month or list around a day. */
  @GetMapping("/calendar")
  @Access({Who.STAFF, Who.SALES})
  Mono<Rendering> show(Form query, Caller caller, SignedIn in) {
    var zone = in.viewer().zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var span = CalendarView.Span.of(query.text("view"), day(query.text("on"), today));
    return view(Person.of(caller), span, today, zone)
        .map(view ->
            Rendering.view("calendar/show")
                .modelAttribute("calendar", view)
                .modelAttribute("zone", Zones.words(zone.getId()))
                .modelAttribute("today", today)
                .build());
  }

  /** Within a few years, so that every page of it can be made. */
  static LocalDate day(String text, LocalDate today) {
    try {
      var day = LocalDate.parse(text);
      boolean near = Math.abs(day.getYear() - (long) today.getYear()) <= 5;
      return near ? day : today;
    } catch (DateTimeParseException _) {
      return today;
    }
  }

  private Mono<CalendarView> view(
      Person person, CalendarView.Span span, LocalDate today, ZoneId zone) {
    var from = span.from().atStartOfDay(zone).toInstant();
    var to = span.to().plusDays(1).atStartOfDay(zone).toInstant();
    return time.host(person, from, to)
        .flatMap(host ->
            appointments
                .of(person, from, to)
                .collectList()
                .zipWith(days.of(person, span.from()))
                .map(both -> CalendarView.of(span, today, zone, host, both.getT1(), both.getT2())))
        .as(tx::transactional);
  }
}
