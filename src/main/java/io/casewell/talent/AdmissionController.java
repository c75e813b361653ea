package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Operations admit professionals who came in by themselves, or say what is missing. */
@Controller
class AdmissionController {
  private static final String HERE = "/operations/newcomers";
  private static final int REASON_MAX = 1000;

  private final Newcomers newcomers;
  private final ComeIn comeIn;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Tenancy tx;

  AdmissionController(
      Newcomers newcomers, ComeIn comeIn, Catalogue catalogue, Pages pages, Tenancy tx) {
    this.newcomers = newcomers;
    this.comeIn = comeIn;
    this.catalogue = catalogue;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping(HERE)
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(SignedIn in) {
    return newcomers
        .waiting()
        .map(row -> NewcomerLine.of(row, catalogue, in.viewer().zone()))
        .collectList()
        .as(tx::transactional)
        .map(all -> Rendering.view("talent/newcomers").modelAttribute("newcomers", all).build());
  }

  @PostMapping(HERE + "/{id}/admission")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> admit(@PathVariable String id, ServerWebExchange exchange) {
    return comeIn
        .admit(StaffId.of(id))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, HERE, "Admitted. Firms find them from now on.")));
  }

  @PostMapping(HERE + "/{id}/return")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> giveBack(@PathVariable String id, Form form, ServerWebExchange exchange) {
    var reason = form.text("reason");
    if (reason.isEmpty() || reason.length() > REASON_MAX) {
      var problems = new Problems();
      problems.add("reason", "Say in at most 1,000 characters what is missing.");
      problems.refuseIfAny();
    }
    return comeIn
        .giveBack(StaffId.of(id), reason)
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, HERE, "Given back. They get your words by mail.")));
  }
}
