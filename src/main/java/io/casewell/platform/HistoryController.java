package io.casewell.platform;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A thing's timeline by its address, so that any page may show it: {@code
 * hx-get="/history/need/…"}. Whose rows nobody may see, has no history.
 */
@Controller
class HistoryController {
  private final Timelines timelines;

  HistoryController(Timelines timelines) {
    this.timelines = timelines;
  }

  @GetMapping("/history/{kind}/{id}")
  @Access({Access.Who.FIRM, Access.Who.STAFF, Access.Who.SALES, Access.Who.OPERATIONS})
  Mono<Rendering> show(
      @PathVariable String kind, @PathVariable String id, SignedIn in, ServerWebExchange exchange) {
    return timelines
        .of(kind, Ids.parse(id), in.viewer().zone())
        .filter(past -> !past.isEmpty() || own(Ids.parse(id), in))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(past -> rendering(past, kind, exchange));
  }

  private static boolean own(UUID id, SignedIn in) {
    return in.account().value().equals(id) || ofHat(id, in);
  }

  private static boolean ofHat(UUID id, SignedIn in) {
    return switch (in.viewer().caller()) {
      case Caller.FirmMember member -> member.firm().value().equals(id);
      case Caller.Professional me -> me.staff().value().equals(id);
      case Caller.Visitor _, Caller.SalesRep _ -> false;
      // they see every row, so an empty history tells them nothing they may not know
      case Caller.Operations _ -> true;
    };
  }

  private Rendering rendering(List<Moment> past, String kind, ServerWebExchange exchange) {
    boolean part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
    return Rendering.view(part ? "components/history" : "layout/history")
        .modelAttribute("past", past)
        .modelAttribute("kind", timelines.kind(kind))
        .build();
  }
}
