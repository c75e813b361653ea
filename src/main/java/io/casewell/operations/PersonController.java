package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Cookies;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Watch;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One person, for administrators: roles, sign-ins, holds, a look at their pages. */
@Controller
class PersonController {
  private static final int REASON_MAX = 500;
  private static final String PATH = "/operations/people/";

  private final PersonRows rows;
  private final People people;
  private final ChangeRoles changeRoles;
  private final EndPersonsSessions endSessions;
  private final HoldAccount holdAccount;
  private final LookAt lookAt;
  private final Relinks relinks;
  private final Cookies cookies;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  PersonController(
      PersonRows rows,
      People people,
      ChangeRoles changeRoles,
      EndPersonsSessions endSessions,
      HoldAccount holdAccount,
      LookAt lookAt,
      Relinks relinks,
      Cookies cookies,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.rows = rows;
    this.people = people;
    this.changeRoles = changeRoles;
    this.endSessions = endSessions;
    this.holdAccount = holdAccount;
    this.lookAt = lookAt;
    this.relinks = relinks;
    this.cookies = cookies;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/operations/people/{id}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return page(AccountId.of(id), in, Form.empty(), new Problems());
  }

  private Mono<Rendering> page(AccountId account, SignedIn in, Form form, Problems problems) {
    return read(account)
        .map(read ->
            PersonPage.of(read, in.account().toString(), in.viewer().zone(), clock.instant()))
        .map(person ->
            Rendering.view("operations/person")
                .modelAttribute("person", person)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private Mono<PersonPage.Read> read(AccountId account) {
    return rows.find(account)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(row ->
            Mono.zip(
                    rows.places(account).collectList(),
                    rows.holds(account).collectList(),
                    rows.looks(account).collectList(),
                    rows.move(account).map(Optional::of).defaultIfEmpty(Optional.empty()),
                    lookAt.hats(account))
                .map(all ->
                    new PersonPage.Read(
                        row, all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5())))
        .as(tx::transactional);
  }

  @PostMapping("/operations/people/{id}/sessions/ending")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> endSessions(@PathVariable String id, ServerWebExchange exchange) {
    return endSessions
        .end(AccountId.of(id))
        .then(back(exchange, id, "Every session of theirs has ended."));
  }

  @PostMapping("/operations/people/{id}/sales")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> sales(
      @PathVariable String id, Form form, Caller.Operations by, ServerWebExchange exchange) {
    var chosen = form.text("sales");
    if (!Set.of("none", "rep", "lead").contains(chosen)) {
      return Mono.error(wrong("sales", "Choose one of the three."));
    }
    return changeRoles
        .sales(by, AccountId.of(id), chosen.equals("none") ? null : chosen.equals("lead"))
        .then(back(exchange, id, "The place in the sales team is changed."));
  }

  @PostMapping("/operations/people/{id}/roles")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> roles(
      @PathVariable String id, Form form, Caller.Operations by, ServerWebExchange exchange) {
    return changeRoles
        .operations(by, AccountId.of(id), chosen(OperationsRole.class, form))
        .then(back(exchange, id, "The roles in operations are changed."));
  }

  @PostMapping("/operations/people/{id}/firms/{firm}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> firm(
      @PathVariable String id,
      @PathVariable String firm,
      Form form,
      Caller.Operations by,
      ServerWebExchange exchange) {
    return changeRoles
        .firm(by, AccountId.of(id), Ids.parse(firm), chosen(FirmRole.class, form))
        .then(back(exchange, id, "The roles in the firm are changed."));
  }

  private static <E extends Enum<E>> Set<E> chosen(Class<E> type, Form form) {
    var chosen = EnumSet.noneOf(type);
    for (var role : EnumSet.allOf(type)) {
      if (form.texts("roles").contains(role.name().toLowerCase(Locale.ROOT))) {
        chosen.add(role);
      }
    }
    return chosen;
  }

  @PostMapping("/operations/people/{id}/holds")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> hold(
      @PathVariable String id,
      Form form,
      Caller.Operations by,
      SignedIn in,
      ServerWebExchange exchange) {
    var problems = reason(form, "hold");
    return problems.none()
        ? holdAccount
            .hold(by, AccountId.of(id), form.text("hold"))
            .then(back(exchange, id, "Nothing of this account is deleted while the hold stands."))
        : page(AccountId.of(id), in, form, problems);
  }

  @PostMapping("/operations/people/{id}/holds/{hold}/lifting")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> lift(
      @PathVariable String id,
      @PathVariable String hold,
      Form form,
      Caller.Operations by,
      ServerWebExchange exchange) {
    reason(form, "reason").refuseIfAny();
    return holdAccount
        .lift(by, AccountId.of(id), Ids.parse(hold), form.text("reason"))
        .then(back(exchange, id, "The hold is lifted."));
  }

  /** Begins to look at the person's pages, from this session. */
  @PostMapping("/operations/people/{id}/looks")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> look(
      @PathVariable String id,
      Form form,
      Caller.Operations by,
      SignedIn in,
      ServerWebExchange exchange) {
    var problems = reason(form, "look");
    if (!form.text("hat").matches("\\d{1,3}")) {
      problems.add("hat", "Choose which of their hats to look at.");
    }
    return problems.none()
        ? lookAt
            .begin(
                by,
                AccountId.of(id),
                Integer.parseInt(form.text("hat")),
                form.text("look"),
                cookies.session(exchange))
            .then(
                Mono.fromSupplier(() ->
                    pages.redirect(
                        exchange, "/home", "You see what they see, and can change nothing.")))
        : page(AccountId.of(id), in, form, problems);
  }

  /** Ends the look; asked for in the hat of whoever is looked at. */
  @PostMapping("/looking/ending")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.ALWAYS)
  Mono<Rendering> endLook(SignedIn in, ServerWebExchange exchange) {
    if (in.viewer().watch() == null) {
      return Mono.just(pages.redirect(exchange, "/home", "You act as yourself."));
    }
    return lookAt
        .end(cookies.session(exchange))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange, PATH + in.account(), "The look has ended. You act as yourself.")));
  }

  @PostMapping("/operations/people/{id}/moves")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> propose(
      @PathVariable String id,
      Form form,
      Caller.Operations by,
      SignedIn in,
      ServerWebExchange exchange) {
    var problems = reason(form, "why");
    var account = AccountId.of(id);
    return problems.none()
        ? relinks
            .propose(by, account, form.text("with"), form.text("why"))
            .then(back(exchange, id, "Proposed. Another administrator has to confirm it."))
            .onErrorResume(
                Refusal.Invalid.class, invalid -> page(account, in, form, invalid.problems()))
        : page(account, in, form, problems);
  }

  @PostMapping("/operations/people/{id}/moves/{move}/confirmation")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, fresh = true)
  Mono<Rendering> confirm(
      @PathVariable String id,
      @PathVariable String move,
      Caller.Operations by,
      ServerWebExchange exchange) {
    return relinks
        .confirm(by, AccountId.of(id), Ids.parse(move))
        .then(back(exchange, id, "The sign-in is moved. Every old session has ended."));
  }

  @PostMapping("/operations/people/{id}/moves/{move}/refusal")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> refuse(
      @PathVariable String id,
      @PathVariable String move,
      Caller.Operations by,
      ServerWebExchange exchange) {
    return relinks
        .refuse(by, AccountId.of(id), Ids.parse(move))
        .then(back(exchange, id, "The move is refused; nothing was changed."));
  }

  private Mono<Rendering> back(ServerWebExchange exchange, String id, String toast) {
    return Mono.fromSupplier(() -> pages.redirect(exchange, PATH + AccountId.of(id), toast));
  }

  private static Problems reason(Form form, String field) {
    var problems = new Problems();
    var reason = form.text(field);
    if (reason.isEmpty() || reason.length() > REASON_MAX) {
      problems.add(field, "Give the reason in at most 500 characters; it is kept in the trail.");
    }
    return problems;
  }

  private static Refusal wrong(String field, String sentence) {
    var problems = new Problems();
    problems.add(field, sentence);
    return new Refusal.Invalid(problems);
  }
}
