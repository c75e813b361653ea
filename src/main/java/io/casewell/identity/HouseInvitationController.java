package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
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

/** Administrators invite Casewell's own people: sales and operations. */
@Controller
class HouseInvitationController {
  private static final String HERE = "/operations/invitations";

  /** What one may be invited as: word → words. */
  private static final Map<String, String> AS = as();

  private final InvitePeople invitePeople;
  private final Pages pages;
  private final Tenancy tx;

  HouseInvitationController(InvitePeople invitePeople, Pages pages, Tenancy tx) {
    this.invitePeople = invitePeople;
    this.pages = pages;
    this.tx = tx;
  }

  private static Map<String, String> as() {
    var as = new LinkedHashMap<String, String>();
    as.put("sales", "Sales rep");
    as.put("sales-lead", "Sales lead");
    as.put("admin", "Administrator");
    as.put("finance", "Finance");
    return as;
  }

  @GetMapping(HERE)
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(SignedIn in) {
    return page(in, Form.empty(), new Problems());
  }

  @PostMapping(HERE)
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> invite(Form form, Caller.Operations me, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var email = EmailAddress.read(form.text("email"));
    if (email.isEmpty()) {
      problems.add("email", "Give one e-mail address, such as ana@casewell.example.");
    }
    var as = form.text("as");
    if (!AS.containsKey(as)) {
      problems.add("as", "Choose what they shall be here.");
    }
    if (!problems.none()) {
      return page(in, form, problems);
    }
    boolean sales = as.startsWith("sales");
    var roles =
        sales ? (as.equals("sales-lead") ? List.of("lead") : List.<String>of()) : List.of(as);
    return invitePeople
        .invite(into(sales ? "sales" : "operations", me, in), email.orElseThrow(), roles)
        .map(_ -> pages.redirect(exchange, HERE, "The invitation is on its way."))
        .onErrorResume(Refusal.Invalid.class, twice -> page(in, form, twice.problems()));
  }

  @PostMapping(HERE + "/{id}/resending")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> resend(
      @PathVariable String id, Caller.Operations me, SignedIn in, ServerWebExchange exchange) {
    return invitePeople
        .resend(into("operations", me, in), Ids.parse(id))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, HERE, "Sent again. The earlier link no longer works.")));
  }

  @PostMapping(HERE + "/{id}/revocation")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> revoke(
      @PathVariable String id, Caller.Operations me, SignedIn in, ServerWebExchange exchange) {
    return invitePeople
        .revoke(into("operations", me, in), Ids.parse(id))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, HERE, "Taken back. The link no longer works.")));
  }

  private static InvitePeople.Into into(String kind, Caller.Operations me, SignedIn in) {
    return new InvitePeople.Into(kind, null, "Casewell", me.account(), in.viewer().name());
  }

  private Mono<Rendering> page(SignedIn in, Form form, Problems problems) {
    return invitePeople
        .open(null)
        .collectList()
        .as(tx::transactional)
        .map(open ->
            Rendering.view("identity/houseInvitations")
                .modelAttribute("open", open)
                .modelAttribute("as", AS)
                .modelAttribute("zone", in.viewer().zone())
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }
}
