package io.casewell.needs;

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
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Writing a need step by step. Every page posts its own fields to the same place, by a button or by
 * itself while somebody types, and the draft is resumed wherever they sign in next.
 */
@Controller
class DraftController {
  private final NeedDrafts drafts;
  private final SaveDraft saveDraft;
  private final PostDraft postDraft;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  DraftController(
      NeedDrafts drafts,
      SaveDraft saveDraft,
      PostDraft postDraft,
      Catalogue catalogue,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.drafts = drafts;
    this.saveDraft = saveDraft;
    this.postDraft = postDraft;
    this.catalogue = catalogue;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/needs/drafts/{id}")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> resume(@PathVariable String id, Form query, Caller.FirmMember member) {
    return drafts
        .find(Ids.parse(id), member.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .map(draft -> {
          var step = Step.of(query.text("step")).orElse(draft.step());
          return page(draft, step, new Problems(), List.of(), HttpStatus.OK, null);
        });
  }

  /** What was sent: the page's own fields and what is wanted of them. */
  private record Sent(
      UUID id,
      Step step,
      String action,
      Form posted,
      NeedForm typed,
      ZoneId zone,
      boolean automatic) {}

  @PostMapping("/needs/drafts/{id}")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> save(
      @PathVariable String id,
      Form posted,
      Caller.FirmMember member,
      SignedIn in,
      ServerWebExchange exchange,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean automatic) {
    var step = Step.of(posted.text("step")).orElse(Step.WORK);
    var sent =
        new Sent(
            Ids.parse(id),
            step,
            posted.text("action"),
            posted,
            NeedForm.of(posted, catalogue),
            in.viewer().zone(),
            automatic);
    return saveDraft
        .save(order(sent), member)
        .flatMap(outcome ->
            switch (outcome) {
              case SaveDraft.Outcome.Stale(var now) -> Mono.just(stale(sent, now));
              case SaveDraft.Outcome.Saved(var draft) -> saved(sent, draft, member, exchange);
            })
        .onErrorResume(Refusal.NotFound.class, gone -> secondClick(sent, member, exchange, gone));
  }

  /** A draft that was posted a moment ago is gone; the second click leads to what it became. */
  private Mono<Rendering> secondClick(
      Sent sent, Caller.FirmMember member, ServerWebExchange exchange, Refusal.NotFound gone) {
    return sent.action().equals("publish")
        ? postDraft
            .posted(sent.id(), member)
            .map(id -> pages.redirect(exchange, "/needs/" + id, "The need is posted."))
            .switchIfEmpty(Mono.error(gone))
        : Mono.error(gone);
  }

  private SaveDraft.Save order(Sent sent) {
    var fresh = fresh(sent);
    return new SaveDraft.Save(
        sent.id(),
        version(sent.posted().text("version")),
        tab(sent.posted().text("tab")),
        sent.action().equals("overwrite"),
        goal(sent),
        fresh,
        before -> with(before, sent));
  }

  /** What a need begins with; advice that led here is read once more, for the steps to come. */
  private NeedForm fresh(Sent sent) {
    var form = NeedForm.empty(catalogue);
    if (sent.posted().text("fed").equals("yes")) {
      form.put("text", sent.typed().text("text"));
      PastedText.fill(form, catalogue);
    }
    NeedFormController.fillIn(form, sent.zone().getId(), today());
    return form;
  }

  private NeedForm with(NeedForm before, Sent sent) {
    var form = before.with(sent.step(), sent.typed());
    if (sent.action().equals("add-group")) {
      form.addGroup();
    }
    return form;
  }

  /** The page to go on with once it is saved. */
  private static Step goal(Sent sent) {
    return switch (sent.action()) {
      case "next" -> sent.step().next();
      case "back" -> sent.step().back();
      default -> sent.step();
    };
  }

  private Mono<Rendering> saved(
      Sent sent, NeedDraft draft, Caller.FirmMember member, ServerWebExchange exchange) {
    if (sent.automatic()) {
      exchange
          .getResponse()
          .getHeaders()
          .set("HX-Replace-Url", "/needs/drafts/" + draft.id() + "?step=" + sent.step().number());
      return Mono.just(note(draft, sent.zone()));
    }
    return switch (sent.action()) {
      case "read" -> read(sent, draft, member);
      case "publish" -> publish(draft, member, exchange);
      case "add", "add-group" ->
          Mono.just(page(draft, sent.step(), unknown(draft), List.of(), HttpStatus.OK, null));
      case "next" -> Mono.just(next(sent, draft, exchange));
      case "leave" ->
          Mono.just(
              pages.redirect(exchange, "/needs", "Your draft is saved. Go on whenever you like."));
      default ->
          Mono.just(
              pages.redirect(exchange, address(draft.id(), draft.step()), "The draft is saved."));
    };
  }

  private Rendering note(NeedDraft draft, ZoneId zone) {
    return Rendering.view("needs/saved")
        .modelAttribute("version", draft.version())
        .modelAttribute("words", "Saved " + NeedWords.clock(clock.instant(), zone))
        .build();
  }

  private static Problems unknown(NeedDraft draft) {
    var problems = new Problems();
    draft.form().noteUnknownWords(problems);
    return problems;
  }

  /** On to the next page, or the same once more with what is wrong on it. */
  private Rendering next(Sent sent, NeedDraft draft, ServerWebExchange exchange) {
    var wrong = new Problems();
    problems(draft.form())
        .byField()
        .forEach((field, words) -> {
          if (Step.owning(field) == sent.step()) {
            wrong.add(field, words);
          }
        });
    return wrong.none()
        ? Rendering.redirectTo(address(draft.id(), draft.step())).build()
        : page(draft, sent.step(), wrong, List.of(), HttpStatus.UNPROCESSABLE_CONTENT, null);
  }

  private Mono<Rendering> read(Sent sent, NeedDraft draft, Caller.FirmMember member) {
    var form = draft.form();
    var recognised = PastedText.fill(form, catalogue);
    form.put("read", recognised.isEmpty() ? "nothing" : "yes");
    var again =
        new SaveDraft.Save(
            draft.id(), draft.version(), draft.tab(), false, sent.step(), form, _ -> form);
    return saveDraft
        .save(again, member)
        .map(outcome ->
            switch (outcome) {
              case SaveDraft.Outcome.Saved(var read) ->
                  page(read, sent.step(), new Problems(), recognised, HttpStatus.OK, null);
              case SaveDraft.Outcome.Stale(var now) -> stale(sent, now);
            });
  }

  private Mono<Rendering> publish(
      NeedDraft draft, Caller.FirmMember member, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> new FormTree(draft.form(), catalogue).inputs(today(), null))
        .flatMap(inputs ->
            postDraft
                .post(draft.id(), inputs, member)
                .map(id ->
                    pages.redirect(
                        exchange,
                        "/needs/" + id,
                        inputs.size() == 1
                            ? "The need is posted."
                            : "Both needs are posted as a team.")))
        .onErrorResume(
            Refusal.Invalid.class, invalid -> Mono.just(unfinished(draft, invalid.problems())));
  }

  /** Leads to the first page on which something is to be mended. */
  private Rendering unfinished(NeedDraft draft, Problems problems) {
    var step =
        problems.byField().keySet().stream()
            .map(Step::owning)
            .min(java.util.Comparator.naturalOrder())
            .orElse(Step.WORK);
    return page(draft, step, problems, List.of(), HttpStatus.UNPROCESSABLE_CONTENT, null);
  }

  private Problems problems(NeedForm form) {
    try {
      new FormTree(form, catalogue).inputs(today(), null);
      return new Problems();
    } catch (Refusal.Invalid invalid) {
      return invalid.problems();
    }
  }

  /** Nothing was written: what was typed stands on the page, and says whose is newer. */
  private Rendering stale(Sent sent, NeedDraft now) {
    if (sent.automatic()) {
      return Rendering.view("needs/stale")
          .modelAttribute("id", now.id().toString())
          .modelAttribute("step", sent.step())
          .modelAttribute("who", now.changedBy())
          .modelAttribute("when", NeedWords.ago(now.updatedAt(), clock.instant()))
          .status(HttpStatus.CONFLICT)
          .build();
    }
    var typed =
        new NeedDraft(
            now.id(),
            now.firm(),
            now.version(),
            now.tab(),
            now.step(),
            now.form().with(sent.step(), sent.typed()),
            now.changedBy(),
            now.updatedAt());
    return page(typed, sent.step(), new Problems(), List.of(), HttpStatus.CONFLICT, now);
  }

  @PostMapping("/needs/drafts/{id}/removal")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> remove(
      @PathVariable String id, Caller.FirmMember member, ServerWebExchange exchange) {
    return saveDraft
        .remove(Ids.parse(id), member)
        .then(Mono.fromSupplier(() -> pages.redirect(exchange, "/needs", "The draft is gone.")));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String address(UUID id, Step step) {
    return "/needs/drafts/" + id + "?step=" + step.number();
  }

  private static long version(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  private static String tab(String text) {
    return text.length() == 36 ? text : "";
  }

  private Rendering page(
      NeedDraft draft,
      Step step,
      Problems problems,
      List<Recognised> recognised,
      HttpStatus status,
      @Nullable NeedDraft newer) {
    return Rendering.view("needs/draft")
        .modelAttribute(
            "draft",
            DraftView.of(draft, step, newer, problems(draft.form()), clock.instant(), catalogue))
        .modelAttribute("form", draft.form())
        .modelAttribute("choices", new FormChoices(true))
        .modelAttribute("problems", problems)
        .modelAttribute("recognised", recognised)
        .status(status)
        .build();
  }
}
