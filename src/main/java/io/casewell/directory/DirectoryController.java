package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The directory of staff, open to everybody, and each person's card on a page of its own. */
@Controller
class DirectoryController {
  private final Directory directory;
  private final Catalogue catalogue;
  private final Limits limits;
  private final long looksAMinute;

  DirectoryController(
      Directory directory,
      Catalogue catalogue,
      Limits limits,
      @Value("${casewell.directory.looks-a-minute:120}") long looksAMinute) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.limits = limits;
    this.looksAMinute = looksAMinute;
  }

  @GetMapping("/talent")
  @Access(Who.ANYBODY)
  Mono<Rendering> list(Form query, Caller caller, ServerWebExchange exchange) {
    limits.count("directory", caller, exchange, looksAMinute);
    boolean firm = caller instanceof Caller.FirmMember;
    var wish = Wish.of(query, catalogue, firm);
    return directory
        .list(wish, caller)
        .map(shown -> page(wish, shown, firm))
        .map(page ->
            Rendering.view("directory/list")
                .modelAttribute("list", page)
                .modelAttribute("firm", firm)
                .build());
  }

  private DirectoryPage page(Wish wish, Directory.Shown shown, boolean firm) {
    var found = shown.found();
    return new DirectoryPage(
        wish,
        found.total(),
        shown.cards(),
        DirectoryPage.choices(wish, found.counts(), catalogue),
        DirectoryPage.chosen(wish, catalogue),
        found.next().isEmpty() ? "" : wish.from(found.next()),
        wish.after().isEmpty() ? "" : wish.from(""),
        sorts(firm));
  }

  private static Map<String, String> sorts(boolean firm) {
    var sorts = new LinkedHashMap<String, String>();
    for (var sort : Sort.values()) {
      if (firm || !sort.firmsOnly()) {
        sorts.put(sort.code(), sort.label());
      }
    }
    return sorts;
  }

  @GetMapping("/talent/{id}")
  @Access(Who.ANYBODY)
  Mono<Rendering> show(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    limits.count("directory", caller, exchange, looksAMinute);
    return directory
        .card(new StaffId(Ids.parse(id)), caller)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(card -> Rendering.view("directory/show").modelAttribute("card", card).build());
  }
}
