package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The firm's own page: what is known of it, and who works in it. */
@Controller
class FirmController {
  private final Firms firms;
  private final Catalogue catalogue;
  private final Tenancy tx;

  FirmController(Firms firms, Catalogue catalogue, Tenancy tx) {
    this.firms = firms;
    this.catalogue = catalogue;
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
        .map(both -> rendering(both.getT1(), both.getT2()));
  }

  private Rendering rendering(Firm firm, List<Colleague> people) {
    return Rendering.view("firms/show")
        .modelAttribute("firm", firm)
        .modelAttribute("home", catalogue.jurisdictions().name(firm.jurisdiction()))
        .modelAttribute("zone", ZoneId.of(firm.zone()).getDisplayName(TextStyle.FULL, Locale.US))
        .modelAttribute("people", people)
        .build();
  }
}
