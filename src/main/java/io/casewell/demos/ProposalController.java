package io.casewell.demos;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A proposal by its link: read, accept, decline. */
@Controller
class ProposalController {
  private static final int A_MINUTE = 120;
  private static final ZoneId HOUSE = ZoneId.of("America/New_York");

  private final Proposals proposals;
  private final DecideProposal decide;
  private final Limits limits;
  private final Pages pages;
  private final Clock clock;

  ProposalController(
      Proposals proposals, DecideProposal decide, Limits limits, Pages pages, Clock clock) {
    this.proposals = proposals;
    this.decide = decide;
    this.limits = limits;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/proposals/{token}")
  @Access(Who.ANYBODY)
  Mono<Rendering> show(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("proposal", exchange, A_MINUTE);
    boolean person = exchange.getRequest().getMethod() == HttpMethod.GET;
    return (person ? proposals.opened(token) : proposals.byToken(token))
        .map(found -> {
          boolean open = found.state().equals("sent") && found.expiresAt().isAfter(clock.instant());
          if (found.state().equals("withdrawn") || found.state().equals("sent") && !open) {
            throw new Refusal.Gone("This proposal has ended. Write to us and you get a fresh one.");
          }
          return Rendering.view("demos/proposal")
              .modelAttribute("token", token)
              .modelAttribute("shown", found.shown())
              .modelAttribute("message", found.message())
              .modelAttribute("from", found.sentByName())
              .modelAttribute("state", found.state())
              .modelAttribute("until", TimeWords.day(found.expiresAt(), HOUSE))
              .build();
        });
  }

  @PostMapping("/proposals/{token}/acceptance")
  @Access(Who.ANYBODY)
  Mono<Rendering> accept(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("proposal", exchange, A_MINUTE);
    return decide
        .accept(token)
        .thenReturn(0)
        .map(_ ->
            pages.redirect(
                exchange,
                "/proposals/" + token,
                "Accepted. The invitation to your firm's own pages is on its way."));
  }

  @PostMapping("/proposals/{token}/refusal")
  @Access(Who.ANYBODY)
  Mono<Rendering> decline(@PathVariable String token, Form form, ServerWebExchange exchange) {
    limits.count("proposal", exchange, A_MINUTE);
    return decide
        .decline(token, form.text("reason"))
        .thenReturn(0)
        .map(_ ->
            pages.redirect(exchange, "/proposals/" + token, "Declined. Thank you for looking."));
  }
}
