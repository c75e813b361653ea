package io.casewell.needs;

import io.casewell.calendar.HoursText;
import io.casewell.calendar.Zones;
import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form of a need: filled by advice, by a pasted text or by hand; new or to change. */
@Controller
class NeedFormController {
  private static final Set<String> ROLES = Set.of("paralegal", "case_manager", "both");

  private final Needs needs;
  private final PostNeed postNeed;
  private final ChangeNeed changeNeed;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Clock clock;

  NeedFormController(
      Needs needs,
      PostNeed postNeed,
      ChangeNeed changeNeed,
      Catalogue catalogue,
      Pages pages,
      Clock clock) {
    this.needs = needs;
    this.postNeed = postNeed;
    this.changeNeed = changeNeed;
    this.catalogue = catalogue;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/needs/new")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> begin(Form query, SignedIn in) {
    var form = NeedForm.empty(catalogue);
    var role = query.text("role");
    form.put("key", Ids.next().toString())
        .put("role", ROLES.contains(role) ? role : "paralegal")
        .put("hoursPerWeek", hours(query, "paralegalHours", "hours"))
        .put("caseManagerHours", hours(query, "caseManagerHours", "caseManagerHours"))
        .put("text", query.text("text"));
    var recognised = PastedText.fill(form, catalogue);
    fillIn(form, in.viewer().zone().getId(), today());
    return Mono.just(
        query.text("on").equals("one-page")
            ? page(form, null, new Problems(), recognised, HttpStatus.OK)
            : firstStep(form, recognised));
  }

  /** The first step of a draft that is kept as soon as somebody types. */
  private static Rendering firstStep(NeedForm form, List<Recognised> recognised) {
    return Rendering.view("needs/draft")
        .modelAttribute("draft", DraftView.begun(!form.text("text").isBlank()))
        .modelAttribute("form", form)
        .modelAttribute("choices", new FormChoices(true))
        .modelAttribute("problems", new Problems())
        .modelAttribute("recognised", recognised)
        .build();
  }

  /** Hours of the advice, rounded up to whole ones; empty when it names none that make sense. */
  private static String hours(Form query, String name, String other) {
    var text = query.has(name) ? query.text(name) : query.text(other);
    if (!text.matches("\\d{1,3}(\\.\\d{1,4})?")) {
      return "";
    }
    int hours = new BigDecimal(text).setScale(0, RoundingMode.CEILING).intValue();
    return hours < 1 || hours > 168 ? "" : Integer.toString(hours);
  }

  /** What most firms mean where nothing was said. */
  static void fillIn(NeedForm form, String zone, LocalDate today) {
    if (form.text("hoursPerWeek").isEmpty()) {
      form.put("hoursPerWeek", "20");
    }
    var monday = today.plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    form.put("seats", "1")
        .put("weeks", "12")
        .put("zone", Zones.region(zone).isPresent() ? zone : "America/New_York")
        .put("start", "09:00")
        .put("end", "17:00")
        .put("startDate", monday.toString());
    for (var day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        form.add("days", HoursText.day(day));
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @PostMapping("/needs")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> create(Form posted, Caller.FirmMember member, ServerWebExchange exchange) {
    var form = NeedForm.of(posted, catalogue);
    var action = posted.text("action");
    if (!action.equals("publish") && !action.equals("draft")) {
      return Mono.just(goOn(form, action, null));
    }
    var state = action.equals("draft") ? NeedState.DRAFT : NeedState.OPEN;
    return Mono.fromCallable(() -> new FormTree(form, catalogue).inputs(today(), null))
        .flatMap(inputs ->
            postNeed
                .post(inputs, state, member, form.text("key"))
                .map(id -> pages.redirect(exchange, "/needs/" + id, saved(state, inputs.size()))))
        .onErrorResume(Refusal.Invalid.class, invalid -> Mono.just(again(form, null, invalid)));
  }

  private static String saved(NeedState state, int count) {
    if (state == NeedState.DRAFT) {
      return count == 1 ? "The draft is saved." : "Both drafts are saved as a team.";
    }
    return count == 1 ? "The need is posted." : "Both needs are posted as a team.";
  }

  @GetMapping("/needs/{id}/edit")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> edit(@PathVariable String id, Caller.FirmMember member) {
    return mine(id, member)
        .doOnNext(need -> need.state().refuseUnlessChangeable())
        .zipWith(needs.parties(NeedId.of(id), member.firm()))
        .map(both -> {
          var need = both.getT1();
          var form = NeedForm.of(need.terms(), both.getT2(), catalogue);
          form.put("version", Long.toString(need.version()));
          return page(form, need, new Problems(), List.of(), HttpStatus.OK);
        });
  }

  private Mono<Need> mine(String id, Caller.FirmMember member) {
    return needs.find(NeedId.of(id), member.firm()).switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  @PostMapping("/needs/{id}")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> change(
      @PathVariable String id, Form posted, Caller.FirmMember member, ServerWebExchange exchange) {
    return mine(id, member).flatMap(need -> change(need, posted, member, exchange));
  }

  private Mono<Rendering> change(
      Need need, Form posted, Caller.FirmMember member, ServerWebExchange exchange) {
    need.state().refuseUnlessChangeable();
    var form = NeedForm.of(posted, catalogue);
    if (form.both()) {
      form.put("role", "");
    }
    if (!posted.text("action").equals("save")) {
      return Mono.just(goOn(form, posted.text("action"), need));
    }
    return Mono.fromCallable(() ->
            new FormTree(form, catalogue).inputs(today(), need.terms().startDate()).getFirst())
        .flatMap(input -> changeNeed.change(need.id(), version(form), input, member))
        .map(outcome ->
            switch (outcome) {
              case ChangeNeed.Outcome.Changed(var changed) ->
                  pages.redirect(exchange, "/needs/" + changed.id(), "Your changes are saved.");
              case ChangeNeed.Outcome.Stale(var now) -> stale(form, now);
            })
        .onErrorResume(Refusal.Invalid.class, invalid -> Mono.just(again(form, need, invalid)));
  }

  private static long version(NeedForm form) {
    var text = form.text("version");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  /** Keeps the input and lets a second save replace what somebody else saved meanwhile. */
  private Rendering stale(NeedForm form, Need now) {
    form.put("version", Long.toString(now.version())).put("stale", "yes");
    return page(form, now, new Problems(), List.of(), HttpStatus.CONFLICT);
  }

  /** Not to be saved yet: the text was to be read, or words typed were to be added. */
  private Rendering goOn(NeedForm form, String action, @Nullable Need need) {
    var recognised = List.<Recognised>of();
    if (action.equals("add-group")) {
      form.addGroup();
    } else if (action.equals("read")) {
      recognised = PastedText.fill(form, catalogue);
      form.put("read", recognised.isEmpty() ? "nothing" : "yes");
    }
    var problems = new Problems();
    form.noteUnknownWords(problems);
    return page(form, need, problems, recognised, HttpStatus.OK);
  }

  private Rendering again(NeedForm form, @Nullable Need need, Refusal.Invalid invalid) {
    var problems = invalid.problems();
    if (problems.at("Idempotency-Key") != null) {
      form.put("key", Ids.next().toString()).put("sentBefore", "yes");
      problems = new Problems();
    }
    return page(form, need, problems, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Rendering page(
      NeedForm form,
      @Nullable Need need,
      Problems problems,
      List<Recognised> recognised,
      HttpStatus status) {
    return Rendering.view("needs/form")
        .modelAttribute("form", form)
        .modelAttribute("action", need == null ? "/needs" : "/needs/" + need.id())
        .modelAttribute("draft", need == null)
        .modelAttribute("heading", need == null ? "New need" : "Change this need")
        .modelAttribute("back", need == null ? "/needs" : "/needs/" + need.id())
        .modelAttribute("backLabel", need == null ? "Needs" : need.terms().title())
        .modelAttribute("choices", new FormChoices(need == null))
        .modelAttribute("problems", problems)
        .modelAttribute("recognised", recognised)
        .status(status)
        .build();
  }
}
