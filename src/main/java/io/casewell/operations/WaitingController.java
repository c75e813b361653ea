package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Tenancy;
import io.casewell.talent.Waiting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What waits for somebody of operations: a part of their first page, or a page of its own. */
@Controller
class WaitingController {
  private final Waiting waiting;
  private final SupportRows support;
  private final Tenancy tx;

  WaitingController(Waiting waiting, SupportRows support, Tenancy tx) {
    this.waiting = waiting;
    this.support = support;
    this.tx = tx;
  }

  @GetMapping("/operations/waiting")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    return Mono.zip(waiting.now(), support.open())
        .as(tx::transactional)
        .map(both ->
            Rendering.view(part ? "operations/waiting" : "operations/waitingPage")
                .modelAttribute("counts", both.getT1())
                .modelAttribute("requests", both.getT2())
                .build());
  }
}
