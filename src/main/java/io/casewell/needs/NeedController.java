package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Moment;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Timelines;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A firm's needs as a list, and each on a page of its own with what can be done about it. */
@Controller
class NeedController {
  private static final int UNFINISHED = 20;

  private final Needs needs;
  private final NeedLines lines;
  private final Timelines timelines;
  private final NeedDrafts drafts;
  private final Assignments assignments;
  private final MoveNeed moveNeed;
  private final CopyNeed copyNeed;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  NeedController(
      Needs needs,
      NeedLines lines,
      Timelines timelines,
      NeedDrafts drafts,
      Assignments assignments,
      MoveNeed moveNeed,
      CopyNeed copyNeed,
      Catalogue catalogue,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.needs = needs;
    this.lines = lines;
    this.timelines = timelines;
    this.drafts = drafts;
    this.assignments = assignments;
    this.moveNeed = moveNeed;
    this.copyNeed = copyNeed;
    this.catalogue = catalogue;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/needs")
  @Access(Who.FIRM)
  Mono<Rendering> list(Form asked, Caller.FirmMember member, SignedIn in) {
    var query = ListQuery.of(asked);
    var zone = in.viewer().zone();
    var shown =
        lines.page(member, query).map(row -> NeedLine.of(row, zone, clock.instant())).collectList();
    return Mono.zip(
            shown,
            lines.count(member, query),
            lines.byState(member, query),
            mayWrite(member) ? unfinished(member) : Mono.just(List.<Unfinished>of()))
        .map(all ->
            list(query, all.getT1(), all.getT2(), tabs(query, all.getT3()), mayWrite(member))
                .modelAttribute("unfinished", all.getT4())
                .build());
  }

  private Mono<List<Unfinished>> unfinished(Caller.FirmMember member) {
    return drafts
        .of(member.firm(), UNFINISHED)
        .map(draft -> Unfinished.of(draft, clock.instant()))
        .collectList()
        .as(tx::transactional);
  }

  private static List<StateTab> tabs(ListQuery query, Map<String, Long> counts) {
    var tabs = new java.util.ArrayList<StateTab>();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    tabs.add(new StateTab("All", all, query.inState(""), query.state().isEmpty() && !query.mine()));
    for (var state : NeedState.values()) {
      long count = counts.getOrDefault(state.code(), 0L);
      boolean chosen = query.state().equals(state.code());
      if (count > 0 || chosen) {
        tabs.add(new StateTab(state.label(), count, query.inState(state.code()), chosen));
      }
    }
    return tabs;
  }

  private static Rendering.Builder<?> list(
      ListQuery query,
      List<NeedLine> shown,
      NeedLines.Count count,
      List<StateTab> tabs,
      boolean mayWrite) {
    long from = (long) (query.page() - 1) * NeedLines.PAGE;
    long to = from + shown.size();
    var words =
        shown.isEmpty()
            ? "Nothing on this page"
            : "%,d to %,d of %s"
                .formatted(from + 1, to, NeedWords.count(count.found(), "need", "needs"));
    return Rendering.view("needs/list")
        .modelAttribute("query", query)
        .modelAttribute("lines", shown)
        .modelAttribute("any", count.every() > 0)
        .modelAttribute("words", words)
        .modelAttribute("previous", or(query.page() > 1, query.at(Math.max(1, query.page() - 1))))
        .modelAttribute(
            "next", or(to < count.found() && !shown.isEmpty(), query.at(query.page() + 1)))
        .modelAttribute("states", states())
        .modelAttribute("tabs", tabs)
        .modelAttribute("mayWrite", mayWrite);
  }

  /** The address, or the empty text where there is nothing to go to. */
  private static String or(boolean there, String address) {
    return there ? address : "";
  }

  private static Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    for (var state : NeedState.values()) {
      states.put(state.code(), state.label());
    }
    return states;
  }

  private static boolean mayWrite(Caller.FirmMember member) {
    return member.mayAs(FirmRole.OWNER, FirmRole.HIRING_MANAGER);
  }

  @GetMapping("/needs/{id}")
  @Access(Who.FIRM)
  Mono<Rendering> show(@PathVariable String id, Caller.FirmMember member, SignedIn in) {
    return show(NeedId.of(id), member, in.viewer().zone(), new Problems(), "");
  }

  private Mono<Rendering> show(
      NeedId id, Caller.FirmMember member, ZoneId zone, Problems problems, String reason) {
    return needs
        .find(id, member.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(need ->
            Mono.zip(
                    needs.parties(id, member.firm()),
                    team(need),
                    timelines.of("need", id.value(), zone),
                    assignments.of(id, member))
                .map(all ->
                    rendering(
                            NeedView.of(
                                need, all.getT1(), all.getT2(), mayWrite(member), catalogue),
                            all.getT3(),
                            problems,
                            reason)
                        .modelAttribute("assignment", all.getT4())
                        .build()));
  }

  private Mono<List<Need>> team(Need need) {
    var team = need.team();
    return team == null ? Mono.just(List.of()) : needs.team(team, need.firm()).collectList();
  }

  private static Rendering.Builder<?> rendering(
      NeedView need, List<Moment> past, Problems problems, String reason) {
    return Rendering.view("needs/show")
        .modelAttribute("need", need)
        .modelAttribute("past", past)
        .modelAttribute("key", Ids.next().toString())
        .modelAttribute("problems", problems)
        .modelAttribute("reason", reason)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/needs/{id}/assignment")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> assign(
      @PathVariable String id,
      Form form,
      Caller.FirmMember member,
      SignedIn in,
      ServerWebExchange exchange) {
    var need = NeedId.of(id);
    return assignments
        .assign(need, form.text("colleague"), member)
        .map(now ->
            pages.redirect(
                exchange,
                "/needs/" + need,
                now.isEmpty() ? "Nobody looks after it now." : now + " looks after it now."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid -> show(need, member, in.viewer().zone(), invalid.problems(), ""));
  }

  @PostMapping("/needs/{id}/publication")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> publish(
      @PathVariable String id, Caller.FirmMember member, SignedIn in, ServerWebExchange exchange) {
    var need = NeedId.of(id);
    return moveNeed
        .open(need, member)
        .map(open -> back(open, exchange, "The search is open."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid -> show(need, member, in.viewer().zone(), invalid.problems(), ""));
  }

  @PostMapping("/needs/{id}/pause")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> pause(
      @PathVariable String id, Caller.FirmMember member, ServerWebExchange exchange) {
    return moveNeed
        .pause(NeedId.of(id), member)
        .map(paused -> back(paused, exchange, "The search is paused."));
  }

  @PostMapping("/needs/{id}/closure")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> close(
      @PathVariable String id,
      Form form,
      Caller.FirmMember member,
      SignedIn in,
      ServerWebExchange exchange) {
    var need = NeedId.of(id);
    return moveNeed
        .close(need, member, form.text("reason"))
        .map(closed -> back(closed, exchange, "The need is closed."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid ->
                show(need, member, in.viewer().zone(), invalid.problems(), form.text("reason")));
  }

  @PostMapping("/needs/{id}/copy")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> copy(
      @PathVariable String id, Form form, Caller.FirmMember member, ServerWebExchange exchange) {
    return copyNeed
        .copy(NeedId.of(id), member, form.text("key"))
        .map(copy -> pages.redirect(exchange, "/needs/" + copy, "Here is your copy, as a draft."));
  }

  private Rendering back(Need need, ServerWebExchange exchange, String words) {
    return pages.redirect(exchange, "/needs/" + need.id(), words);
  }
}
