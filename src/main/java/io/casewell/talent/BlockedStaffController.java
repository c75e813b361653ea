package io.casewell.talent;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Undo;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The people whom a firm does not want to see. */
@Controller
class BlockedStaffController {
  private final Blocks blocks;
  private final KeepApart keepApart;
  private final Pages pages;
  private final Tenancy tx;

  BlockedStaffController(Blocks blocks, KeepApart keepApart, Pages pages, Tenancy tx) {
    this.blocks = blocks;
    this.keepApart = keepApart;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/firm/blocked")
  @Access(Who.FIRM)
  Mono<Rendering> list(Caller.FirmMember member, SignedIn in) {
    return blocks
        .ofFirm(member.firm())
        .map(row -> BlockedLine.of(row, in.viewer().zone()))
        .collectList()
        .as(tx::transactional)
        .map(lines ->
            Rendering.view("talent/blockedStaff")
                .modelAttribute("lines", lines)
                .modelAttribute("may", member.mayAs(FirmRole.OWNER, FirmRole.HIRING_MANAGER))
                .build());
  }

  @PostMapping("/staff/{staff}/block")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> block(
      @PathVariable String staff, Form form, Caller.FirmMember member, ServerWebExchange exchange) {
    return keepApart
        .block(member, StaffId.of(staff))
        .map(name ->
            pages.redirect(
                exchange,
                back(form.text("need")),
                name + " is no longer shown to your firm, and does not learn of it."));
  }

  /** To the need it was pressed at, or to the list. */
  private static String back(String need) {
    return need.matches("[0-9a-f-]{36}") ? "/needs/" + need : "/firm/blocked";
  }

  @PostMapping("/staff/{staff}/block/removal")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> unblock(
      @PathVariable String staff, Caller.FirmMember member, ServerWebExchange exchange) {
    return keepApart
        .unblock(member, StaffId.of(staff))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    "/firm/blocked",
                    "They may be matched with you again.",
                    new Undo("/staff/" + StaffId.of(staff) + "/block", Map.of()))));
  }
}
