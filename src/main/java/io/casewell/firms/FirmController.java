package io.casewell.firms;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The firm's own page: what is known of it, and who works in it. */
@Controller
class FirmController {
  private final Firms firms;
  private final FirmFields fields;
  private final Tenancy tx;

  FirmController(Firms firms, FirmFields fields, Tenancy tx) {
    this.firms = firms;
    this.fields = fields;
    this.tx = tx;
  }

  @GetMapping("/firm")
  @Access(Who.FIRM)
  Mono<Rendering> show(Caller.FirmMember member) {
    return firms
        .find(member.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(_ -> firms.people(member.firm()).collectList())
        .as(tx::transactional)
        .map(both -> rendering(both.getT1(), both.getT2(), member));
  }

  private Rendering rendering(Firm firm, List<Colleague> people, Caller.FirmMember member) {
    return Rendering.view("firms/show")
        .modelAttribute("firm", firm)
        .modelAttribute("people", people)
        .modelAttribute("fields", fields.of(firm))
        .modelAttribute("owner", member.mayAs(FirmRole.OWNER))
        .modelAttribute("billing", member.mayAs(FirmRole.BILLING))
        .build();
  }
}
