package io.casewell.talent;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The vetting desk: what waits, each beside its document, and the decision. */
@Controller
class VettingController {
  private final VettingPages vetting;
  private final DecideCredential decideCredential;
  private final VettingQueue queue;
  private final Pages pages;
  private final Clock clock;
  private final Tenancy tx;

  VettingController(
      VettingPages vetting,
      DecideCredential decideCredential,
      VettingQueue queue,
      Pages pages,
      Clock clock,
      Tenancy tx) {
    this.vetting = vetting;
    this.decideCredential = decideCredential;
    this.queue = queue;
    this.pages = pages;
    this.clock = clock;
    this.tx = tx;
  }

  @GetMapping("/operations/vetting")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(Form query, SignedIn in) {
    return vetting.list(VettingQuery.of(query), in.viewer().zone());
  }

  @GetMapping("/operations/vetting/{id}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return vetting.one(Ids.parse(id), in, Form.empty(), new Problems(), false);
  }

  @PostMapping("/operations/vetting/{id}/decision")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> decide(
      @PathVariable String id,
      Form form,
      Caller.Operations me,
      SignedIn in,
      ServerWebExchange exchange) {
    var credential = Ids.parse(id);
    var problems = new Problems();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var decision = Decision.read(form, today, problems);
    return decision.isEmpty()
        ? vetting.one(credential, in, form, problems, false)
        : decideCredential
            .decide(me, credential, form.text("seen"), decision.get())
            .flatMap(outcome ->
                switch (outcome) {
                  case DONE -> goOn(credential, decision.get(), exchange);
                  case STALE -> vetting.one(credential, in, form, problems, true);
                  case ENDLESS -> {
                    problems.add(
                        "validUntil",
                        "This certification ends. Give its last day as the document says it.");
                    yield vetting.one(credential, in, form, problems, false);
                  }
                });
  }

  /** On to the next that waits, or back to the empty queue. */
  private Mono<Rendering> goOn(UUID decided, Decision decision, ServerWebExchange exchange) {
    var said =
        switch (decision) {
          case Decision.Verify _ -> "Verified. It counts for matching from now on.";
          case Decision.Reject _ -> "Rejected. The person reads your reason.";
          case Decision.SecondLook _ -> "Left to another administrator.";
        };
    return queue
        .nextBut(decided)
        .as(tx::transactional)
        .map(next -> pages.redirect(exchange, "/operations/vetting/" + next, said))
        .switchIfEmpty(
            Mono.fromSupplier(() -> pages.redirect(exchange, "/operations/vetting", said)));
  }
}
