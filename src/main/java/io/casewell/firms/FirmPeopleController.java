package io.casewell.firms;

import io.casewell.identity.InvitePeople;
import io.casewell.identity.OpenInvitation;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who works in the firm here and what each may do; owners invite, change and take out. */
@Controller
class FirmPeopleController {
  private static final String HERE = "/firm/people";

  /** What one may be in a firm: word → words. */
  static final Map<String, String> ROLES = roles();

  private final Firms firms;
  private final FirmPeople people;
  private final ChangePeople changePeople;
  private final InvitePeople invitePeople;
  private final Pages pages;
  private final Tenancy tx;

  FirmPeopleController(
      Firms firms,
      FirmPeople people,
      ChangePeople changePeople,
      InvitePeople invitePeople,
      Pages pages,
      Tenancy tx) {
    this.firms = firms;
    this.people = people;
    this.changePeople = changePeople;
    this.invitePeople = invitePeople;
    this.pages = pages;
    this.tx = tx;
  }

  private static Map<String, String> roles() {
    var roles = new LinkedHashMap<String, String>();
    for (var role : FirmRole.values()) {
      roles.put(role.name().toLowerCase(Locale.ROOT), role.label());
    }
    return roles;
  }

  @GetMapping(HERE)
  @Access(Who.FIRM)
  Mono<Rendering> list(Form query, Caller.FirmMember me, SignedIn in) {
    var removed = query.text("removed");
    return (removed.isEmpty() ? Mono.just("") : people.removedName(Ids.parse(removed)))
        .flatMap(
            name -> page(me, in, Form.empty(), new Problems(), name.isEmpty() ? "" : removed, name))
        .as(tx::transactional);
  }

  @PostMapping(HERE)
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> invite(Form form, Caller.FirmMember me, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var email = EmailAddress.read(form.text("email"));
    if (email.isEmpty()) {
      problems.add("email", "Give one e-mail address, such as sam@yourfirm.example.");
    }
    var roles = chosen(form, problems);
    if (!problems.none()) {
      return again(me, in, form, problems);
    }
    return into(me, in)
        .flatMap(into -> invitePeople.invite(into, email.orElseThrow(), roles))
        .map(_ ->
            pages.redirect(exchange, HERE, "The invitation to " + email.get() + " is on its way."))
        .onErrorResume(Refusal.Invalid.class, twice -> again(me, in, form, twice.problems()));
  }

  private static List<String> chosen(Form form, Problems problems) {
    var roles = form.texts("roles").stream().distinct().toList();
    if (roles.isEmpty() || !ROLES.keySet().containsAll(roles)) {
      problems.add("roles", "Choose at least one thing they may do.");
    }
    return roles;
  }

  private Mono<InvitePeople.Into> into(Caller.FirmMember me, SignedIn in) {
    return firms
        .find(me.firm())
        .as(tx::transactional)
        .map(firm -> InvitePeople.into(me, firm.name(), in.viewer().name()));
  }

  @PostMapping(HERE + "/invitations/{id}/resending")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> resend(
      @PathVariable String id, Caller.FirmMember me, SignedIn in, ServerWebExchange exchange) {
    return into(me, in)
        .flatMap(into -> invitePeople.resend(into, Ids.parse(id)))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, HERE, "Sent again. The earlier link no longer works.")));
  }

  @PostMapping(HERE + "/invitations/{id}/revocation")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> revoke(
      @PathVariable String id, Caller.FirmMember me, SignedIn in, ServerWebExchange exchange) {
    return into(me, in)
        .flatMap(into -> invitePeople.revoke(into, Ids.parse(id)))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, HERE, "Taken back. The link no longer works.")));
  }

  @PostMapping(HERE + "/{account}/roles")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> change(
      @PathVariable String account, Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var roles = chosen(form, problems);
    var whose = Ids.parse(account);
    return people
        .roles(me.firm(), whose)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .doOnNext(_ -> problems.refuseIfAny())
        .then(Mono.defer(() -> changePeople.changeRoles(me, whose, roles)))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, HERE, "Saved. It counts from their next click.")));
  }

  @PostMapping(HERE + "/{account}/removal")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> remove(
      @PathVariable String account, Caller.FirmMember me, ServerWebExchange exchange) {
    var gone = Ids.parse(account);
    return changePeople
        .remove(me, gone)
        .then(
            Mono.fromSupplier(() ->
                new AccountId(gone).equals(me.account())
                    ? pages.redirect(exchange, "/hats", "You have left the firm.")
                    : Rendering.redirectTo(HERE + "?removed=" + gone).build()));
  }

  @PostMapping(HERE + "/{account}/return")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> undo(
      @PathVariable String account, Caller.FirmMember me, ServerWebExchange exchange) {
    UUID back = Ids.parse(account);
    return changePeople
        .undo(me, back)
        .then(Mono.fromSupplier(() -> pages.redirect(exchange, HERE, "They are back as before.")));
  }

  private Mono<Rendering> again(Caller.FirmMember me, SignedIn in, Form form, Problems problems) {
    return page(me, in, form, problems, "", "").as(tx::transactional);
  }

  private Mono<Rendering> page(
      Caller.FirmMember me,
      SignedIn in,
      Form form,
      Problems problems,
      String removed,
      String removedName) {
    return Mono.zip(
            firms.people(me.firm()).collectList(), invitePeople.open(me.firm()).collectList())
        .map(both ->
            rendering(me, in, both.getT1(), both.getT2(), form, problems)
                .modelAttribute("removed", removed)
                .modelAttribute("removedName", removedName)
                .build());
  }

  private static Rendering.Builder<?> rendering(
      Caller.FirmMember me,
      SignedIn in,
      List<Colleague> people,
      List<OpenInvitation> open,
      Form form,
      Problems problems) {
    return Rendering.view("firms/people")
        .modelAttribute("people", people)
        .modelAttribute("open", open)
        .modelAttribute("me", me.account().toString())
        .modelAttribute("owner", me.mayAs(FirmRole.OWNER))
        .modelAttribute("roles", ROLES)
        .modelAttribute("zone", in.viewer().zone())
        .modelAttribute("form", form)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
