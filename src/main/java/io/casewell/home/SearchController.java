package io.casewell.home;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The search over everything, and the sheet of keys: parts of a dialog, and pages. */
@Controller
class SearchController {
  private static final int TYPED_MAX = 100;

  private final Search search;
  private final Limits limits;
  private final long looksAMinute;

  SearchController(
      Search search,
      Limits limits,
      @Value("${casewell.search.looks-a-minute:240}") long looksAMinute) {
    this.search = search;
    this.limits = limits;
    this.looksAMinute = looksAMinute;
  }

  @GetMapping("/search")
  @Access(Who.ANYBODY)
  Mono<Rendering> search(
      Form query,
      Caller caller,
      ServerWebExchange exchange,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    limits.count("search", caller, exchange, looksAMinute);
    var all = query.text("q");
    var typed = all.length() > TYPED_MAX ? all.substring(0, TYPED_MAX).strip() : all;
    return search
        .of(typed, caller)
        .map(groups ->
            Rendering.view(fragment ? "home/hits" : "home/search")
                .modelAttribute("typed", typed)
                .modelAttribute("groups", groups)
                .build());
  }

  @GetMapping("/keys")
  @Access(Who.ANYBODY)
  Rendering keys(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    return Rendering.view(fragment ? "home/keyList" : "home/keys")
        .modelAttribute("keys", keySheet())
        .build();
  }

  private static Map<String, String> keySheet() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("Ctrl K", "Search everything you may see (⌘ K on a Mac)");
    keys.put("?", "Show these keys");
    keys.put("/", "Go to the page's search or first field");
    keys.put("h", "Home");
    keys.put("t", "Light or dark");
    keys.put("↑ ↓", "Move through what a search found or a field offers");
    keys.put("Enter", "Open what is marked");
    keys.put("Esc", "Close what is open");
    return keys;
  }
}
