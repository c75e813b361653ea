package io.casewell.sandbox;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.WeeklyHours;
import io.casewell.calendar.WorkingHours;
import io.casewell.demos.BookDemo;
import io.casewell.demos.BookingInput;
import io.casewell.demos.FreeTimes;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sandbox's sales team at work: a few reps with hours, demos to book, and prospects who booked
 * some by the same use case as everybody's. Done once.
 */
@Component
@Profile("sandbox")
class SampleDemos {
  private static final UUID ANA = Personas.find("sales-rep").account();
  private static final UUID BO = Personas.find("sales-lead").account();
  private static final UUID CY = PersonaAccounts.named("sample rep Cy");
  private static final UUID DEE = PersonaAccounts.named("sample rep Dee");

  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final String QUESTIONS =
      """
      [{"code":"practice","label":"What kind of cases do you take?","kind":"text","required":true},
       {"code":"caseload","label":"How many open files have you?","kind":"choice","required":false,
        "options":["Up to 20","21 to 100","More than 100"]},
       {"code":"help","label":"What would you like to hand over?","kind":"long","required":false}]
      """;

  private final Worker worker;
  private final WorkingHours hours;
  private final BookDemo bookDemo;
  private final FreeTimes freeTimes;
  private final Tenancy tx;
  private final Clock clock;

  SampleDemos(
      Worker worker,
      WorkingHours hours,
      BookDemo bookDemo,
      FreeTimes freeTimes,
      Tenancy tx,
      Clock clock) {
    this.worker = worker;
    this.hours = hours;
    this.bookDemo = bookDemo;
    this.freeTimes = freeTimes;
    this.tx = tx;
    this.clock = clock;
  }

  /** Fills it unless a demo is offered already. */
  Mono<Void> fill() {
    return worker
        .db()
        .sql("select count(*) from demo_type")
        .mapValue(Long.class)
        .one()
        .filter(there -> there == 0)
        .flatMap(_ -> team().then(offers()).then(booked()));
  }

  private Mono<Void> team() {
    return rep(CY, "cy", "Cy Okonkwo")
        .then(rep(DEE, "dee", "Dee Valdez"))
        .then(week(ANA, "America/New_York", 9 * 60, 17 * 60))
        .then(week(BO, "America/Chicago", 9 * 60, 15 * 60))
        .then(week(CY, "America/Los_Angeles", 8 * 60, 16 * 60))
        .then(week(DEE, "America/Denver", 10 * 60, 18 * 60));
  }

  private Mono<Void> rep(UUID account, String subject, String name) {
    return worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name, email)
              values (:id, 'sample', :subject, :name, :email) on conflict do nothing returning id)
            insert into sales_person select id, false from a on conflict do nothing
            """)
        .bind("id", account)
        .bind("subject", "rep-" + subject)
        .bind("name", name)
        .bind("email", subject + "@sandbox.example")
        .then();
  }

  private Mono<Void> week(UUID account, String zone, int from, int to) {
    var id = new AccountId(account);
    return hours
        .put(id, new WeeklyHours(ZoneId.of(zone), List.of(new HoursRow(WEEK, from, to)), 40, 0))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.SalesRep(id, account.equals(BO))));
  }

  private Mono<Void> offers() {
    var intro =
        type(
            "intro",
            "A first look",
            "Half an hour: you tell us about your work, we show who fits it, live and with"
                + " reasons.",
            1,
            terms(30, 30, 0, 10, 120, false, QUESTIONS));
    var walk =
        type(
            "firm-walkthrough",
            "A walk through for your firm",
            "An hour with your own numbers: the need, the people, the hours, what a week costs.",
            2,
            terms(60, 30, 10, 10, 1440, false, QUESTIONS));
    var large =
        type(
            "large-firm",
            "For larger firms",
            "Bo Marchetti and a colleague look at several teams with you. We confirm the time.",
            3,
            terms(45, 60, 15, 15, 2880, true, QUESTIONS));
    return intro
        .then(host("intro", ANA, "Ana Whitfield", false, 100))
        .then(host("intro", CY, "Cy Okonkwo", false, 100))
        .then(host("intro", DEE, "Dee Valdez", false, 50))
        .then(walk)
        .then(host("firm-walkthrough", ANA, "Ana Whitfield", false, 100))
        .then(host("firm-walkthrough", BO, "Bo Marchetti", false, 100))
        .then(large)
        .then(host("large-firm", BO, "Bo Marchetti", true, 100))
        .then(host("large-firm", ANA, "Ana Whitfield", false, 100))
        .then(host("large-firm", CY, "Cy Okonkwo", false, 100))
        .then(route());
  }

  private static String terms(
      int minutes, int grid, int before, int after, int notice, boolean confirm, String questions) {
    return """
    {"v":1,"minutes":%d,"gridMinutes":%d,"beforeMinutes":%d,"afterMinutes":%d,"noticeMinutes":%d,
     "windowDays":45,"confirm":%s,"byWeight":true,"sameRep":true,
     "meeting":"https://meet.jit.si/casewell-{id}","remindMinutes":[1440,60],"followUp":true,
     "questions":%s}
    """
        .formatted(minutes, grid, before, after, notice, confirm, questions);
  }

  private Mono<Void> type(String slug, String name, String about, int place, String terms) {
    return worker
        .db()
        .sql(
            """
            insert into demo_type (id, slug, name, about, place, terms)
            values (:id, :slug, :name, :about, :place, :terms)
            """)
        .bind("id", PersonaAccounts.named("demo type " + slug))
        .bind("slug", slug)
        .bind("name", name)
        .bind("about", about)
        .bind("place", place)
        .bind("terms", Json.of(terms))
        .then();
  }

  private Mono<Void> host(String slug, UUID account, String name, boolean fixed, int weight) {
    return worker
        .db()
        .sql(
            """
            insert into demo_host (type, account, name, fixed, weight)
            values (:type, :account, :name, :fixed, :weight)
            """)
        .bind("type", PersonaAccounts.named("demo type " + slug))
        .bind("account", account)
        .bind("name", name)
        .bind("fixed", fixed)
        .bind("weight", weight)
        .then();
  }

  private Mono<Void> route() {
    var answers =
        """
        [{"label":"How it works at all","slug":"intro","rep":""},
         {"label":"My own firm, with numbers","slug":"firm-walkthrough","rep":""},
         {"label":"Several offices or teams","slug":"large-firm","rep":""}]
        """;
    return worker
        .db()
        .sql(
            """
            insert into demo_route (id, place, question, answers)
            values (:id, 1, 'What would you like to see?', :answers)
            """)
        .bind("id", PersonaAccounts.named("demo route"))
        .bind("answers", Json.of(answers))
        .then();
  }

  private record Prospect(String name, String firm, String zone, String practice, String help) {}

  private Mono<Void> booked() {
    var from = clock.instant();
    return freeTimes
        .of("intro", from, from.plus(Duration.ofDays(9)))
        .flatMapMany(times ->
            Flux.fromIterable(prospects())
                .index()
                // not the first times, which a newcomer shall find free
                .concatMap(one -> book(one.getT2(), times, 7 + 9 * one.getT1().intValue())))
        .then();
  }

  private Mono<UUID> book(Prospect one, List<Instant> times, int place) {
    if (place >= times.size()) {
      return Mono.empty();
    }
    var mail = one.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@firm.example";
    var input =
        new BookingInput(
            times.get(place),
            ZoneId.of(one.zone()),
            one.name(),
            mail,
            one.firm(),
            "",
            false,
            List.of(),
            Map.of("practice", one.practice(), "caseload", "21 to 100", "help", one.help()));
    var nobody = Secrets.hash("sample");
    return bookDemo.book(new BookDemo.Asked("intro", input, nobody, nobody, "", null));
  }

  private static List<Prospect> prospects() {
    return List.of(
        new Prospect(
            "Rosa Delgado",
            "Delgado Injury Law",
            "America/Los_Angeles",
            "Personal injury",
            "Medical chronologies and records requests, about 25 hours a week."),
        new Prospect(
            "Peter Lindgren",
            "Lindgren & Ames",
            "America/New_York",
            "Commercial litigation",
            "Discovery drafting and cite-checking, 20 hours a week."),
        new Prospect(
            "Amara Cole",
            "Cole Family Law",
            "America/Chicago",
            "Family law",
            "A case manager for intake and client updates, 15 hours a week."),
        new Prospect(
            "Rosa Delgado",
            "Delgado Injury Law LLC",
            "America/Los_Angeles",
            "Personal injury",
            "A second look with my partner."));
  }
}
