package io.casewell.firms;

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
import io.casewell.platform.SafePath;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Undo;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A firm's set-up in steps, each a page of its own that serves later on as well. */
@Controller
class SetUpController {
  private final Firms firms;
  private final FirmFields fields;
  private final Attorneys attorneys;
  private final BillingContacts billing;
  private final SetUp setUp;
  private final ChangeFirm changeFirm;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Tenancy tx;

  SetUpController(
      Firms firms,
      FirmFields fields,
      Attorneys attorneys,
      BillingContacts billing,
      SetUp setUp,
      ChangeFirm changeFirm,
      Catalogue catalogue,
      Pages pages,
      Tenancy tx) {
    this.firms = firms;
    this.fields = fields;
    this.attorneys = attorneys;
    this.billing = billing;
    this.setUp = setUp;
    this.changeFirm = changeFirm;
    this.catalogue = catalogue;
    this.pages = pages;
    this.tx = tx;
  }

  /** What is done and what is left; where one goes on after a break. */
  @GetMapping("/firm/setup")
  @Access(Who.FIRM)
  Mono<Rendering> overview(Caller.FirmMember me) {
    return state(me)
        .map(state ->
            Rendering.view("firms/setup")
                .modelAttribute("state", state)
                .modelAttribute("owner", me.mayAs(FirmRole.OWNER))
                .build());
  }

  /** The checklist as a part of the first page; nothing once all of it is done. */
  @GetMapping("/firm/setup/checklist")
  @Access(Who.FIRM)
  Mono<Rendering> checklist(Caller.FirmMember me) {
    return state(me)
        .map(state ->
            Rendering.view("firms/checklist")
                .modelAttribute("state", state)
                .modelAttribute("owner", me.mayAs(FirmRole.OWNER))
                .build());
  }

  @PostMapping("/firm/setup/finish")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> finish(Caller.FirmMember me, ServerWebExchange exchange) {
    return state(me)
        .delayUntil(_ -> changeFirm.finish(me))
        .map(state -> {
          boolean waiting = !state.nextPath().isEmpty() && !state.finished();
          return pages.redirect(
              exchange,
              waiting ? SafePath.of(state.nextPath()) : "/home",
              waiting
                  ? "Your firm is set up. On to where you were."
                  : "Your firm is set up. What is missing stays on your list.");
        });
  }

  @GetMapping("/firm/details")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> details(Caller.FirmMember me) {
    return firms
        .find(me.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .map(firm -> details(fields.of(firm), new Problems()));
  }

  private static Rendering details(FirmFields.Shown shown, Problems problems) {
    return Rendering.view("firms/details")
        .modelAttribute("fields", shown)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/firm/details")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> change(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = FirmDetails.read(form, catalogue, problems);
    return problems.none()
        ? changeFirm
            .details(me, read)
            .then(Mono.fromSupplier(() -> pages.redirect(exchange, "/firm", "Saved.")))
        : Mono.just(details(fields.typed(form), problems));
  }

  @GetMapping("/firm/attorneys")
  @Access(Who.FIRM)
  Mono<Rendering> attorneys(Caller.FirmMember me) {
    return attorneys(me, Form.empty(), new Problems());
  }

  private Mono<Rendering> attorneys(Caller.FirmMember me, Form form, Problems problems) {
    return attorneys
        .of(me.firm())
        .collectList()
        .zipWith(setUp.state(me.firm()))
        .as(tx::transactional)
        .map(both ->
            Rendering.view("firms/attorneys")
                .modelAttribute("attorneys", both.getT1())
                .modelAttribute("state", both.getT2())
                .modelAttribute("owner", me.mayAs(FirmRole.OWNER))
                .modelAttribute("states", FirmDetails.states(catalogue))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping("/firm/attorneys")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> addAttorney(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = attorney(form, problems);
    if (!problems.none()) {
      return attorneys(me, form, problems);
    }
    return changeFirm
        .addAttorney(me, read)
        .flatMap(added -> {
          if (added) {
            return Mono.just(
                pages.redirect(exchange, "/firm/attorneys", read.name() + " is added."));
          }
          problems.add("barNumber", "An attorney with this bar number is on the list already.");
          return attorneys(me, form, problems);
        });
  }

  private Attorney attorney(Form form, Problems problems) {
    var read =
        new Attorney(
            Ids.next(), form.text("name"), form.text("jurisdiction"), form.text("barNumber"));
    if (read.name().isEmpty() || read.name().length() > 200) {
      problems.add("name", "Give the attorney's name in at most 200 characters.");
    }
    if (!FirmDetails.states(catalogue).containsKey(read.jurisdiction())) {
      problems.add("jurisdiction", "Choose the state that admitted the attorney.");
    }
    if (!read.barNumber().matches("[A-Za-z0-9][A-Za-z0-9 ./-]{0,29}")) {
      problems.add("barNumber", "Give the bar number in letters and digits, at most 30 of them.");
    }
    return read;
  }

  @PostMapping("/firm/attorneys/{id}/removal")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> removeAttorney(
      @PathVariable String id, Caller.FirmMember me, ServerWebExchange exchange) {
    return changeFirm
        .removeAttorney(me, Ids.parse(id))
        .map(gone ->
            pages.redirect(
                exchange,
                "/firm/attorneys",
                gone.name() + " is off the list.",
                new Undo(
                    "/firm/attorneys",
                    Map.of(
                        "name", gone.name(),
                        "jurisdiction", gone.jurisdiction(),
                        "barNumber", gone.barNumber()))));
  }

  @GetMapping("/firm/billing-contact")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.BILLING})
  Mono<Rendering> billing(Caller.FirmMember me) {
    return billing
        .of(me.firm())
        .defaultIfEmpty(BillingContact.NONE)
        .as(tx::transactional)
        .flatMap(contact -> billing(me, contact, new Problems()));
  }

  private Mono<Rendering> billing(Caller.FirmMember me, BillingContact contact, Problems problems) {
    return state(me)
        .map(state ->
            Rendering.view("firms/billingContact")
                .modelAttribute("contact", contact)
                .modelAttribute("state", state)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping("/firm/billing-contact")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.BILLING})
  Mono<Rendering> changeBilling(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = BillingContact.read(form, problems);
    if (!problems.none()) {
      return billing(me, read, problems);
    }
    return changeFirm
        .billingContact(me, read)
        .then(state(me))
        .map(state ->
            pages.redirect(
                exchange,
                state.finished() ? "/firm" : "/firm/setup",
                "The billing contact is saved."));
  }

  private Mono<SetUpState> state(Caller.FirmMember me) {
    return setUp.state(me.firm()).as(tx::transactional);
  }
}
