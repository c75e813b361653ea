package io.casewell.talent;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The firms that shall not see a professional. */
@Controller
class BlockedFirmsController {
  private final Blocks blocks;
  private final KeepApart keepApart;
  private final Pages pages;
  private final Tenancy tx;

  BlockedFirmsController(Blocks blocks, KeepApart keepApart, Pages pages, Tenancy tx) {
    this.blocks = blocks;
    this.keepApart = keepApart;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/blocked-firms")
  @Access(Who.STAFF)
  Mono<Rendering> list(SignedIn in) {
    return page(in, "", new Problems());
  }

  private Mono<Rendering> page(SignedIn in, String typed, Problems problems) {
    return blocks
        .ofStaff()
        .map(row -> BlockedLine.of(row, in.viewer().zone()))
        .collectList()
        .as(tx::transactional)
        .map(lines ->
            Rendering.view("talent/blockedFirms")
                .modelAttribute("lines", lines)
                .modelAttribute("typed", typed)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping("/blocked-firms")
  @Access(Who.STAFF)
  Mono<Rendering> block(
      Form form, Caller.Professional me, SignedIn in, ServerWebExchange exchange) {
    var name = form.text("name");
    return keepApart
        .block(me, name.length() > 200 ? name.substring(0, 200) : name)
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange, "/blocked-firms", "They no longer see you, and do not learn of it.")))
        .onErrorResume(Refusal.Invalid.class, invalid -> page(in, name, invalid.problems()));
  }

  @PostMapping("/blocked-firms/{firm}/removal")
  @Access(Who.STAFF)
  Mono<Rendering> unblock(
      @PathVariable String firm, Caller.Professional me, ServerWebExchange exchange) {
    return keepApart
        .unblock(me, FirmId.of(firm))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, "/blocked-firms", "They may be matched with you again.")));
  }
}
