package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk where requests for help are answered. */
@Controller
class SupportController {
  private static final Set<String> STATES = Set.of("open", "answered", "closed");
  private static final int TEXT_MAX = 4_000;

  private final Support support;
  private final SupportRows rows;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  SupportController(Support support, SupportRows rows, Pages pages, Tenancy tx, Clock clock) {
    this.support = support;
    this.rows = rows;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/operations/support")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> desk(Form query, SignedIn in) {
    var state = STATES.contains(query.text("state")) ? query.text("state") : "";
    var typed = query.text("q");
    var search = typed.length() > 100 ? typed.substring(0, 100) : typed;
    int number =
        query.text("page").matches("[1-9]\\d{0,4}") ? Integer.parseInt(query.text("page")) : 1;
    return rows.desk(state, search, number)
        .map(row -> SupportLine.of(row, List.of(), in.viewer().zone(), clock.instant()))
        .collectList()
        .zipWith(rows.open())
        .as(tx::transactional)
        .map(both -> listed(both.getT1(), both.getT2(), state, search, number));
  }

  private static Rendering listed(
      List<SupportLine> found, long open, String state, String search, int number) {
    boolean more = found.size() > SupportRows.PAGE;
    var shown = more ? found.subList(0, SupportRows.PAGE) : found;
    var address =
        "/operations/support?state="
            + state
            + "&q="
            + URLEncoder.encode(search, StandardCharsets.UTF_8)
            + "&page=";
    return Rendering.view("operations/support")
        .modelAttribute("lines", shown)
        .modelAttribute("open", open)
        .modelAttribute("state", state)
        .modelAttribute("search", search)
        .modelAttribute("previous", number > 1 ? address + (number - 1) : "")
        .modelAttribute("next", more ? address + (number + 1) : "")
        .build();
  }

  @GetMapping("/operations/support/{id}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return thread(Ids.parse(id), in, new Problems(), "");
  }

  private Mono<Rendering> thread(UUID id, SignedIn in, Problems problems, String text) {
    return rows.find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWith(rows.messages(id).collectList())
        .as(tx::transactional)
        .map(
            both -> SupportLine.of(both.getT1(), both.getT2(), in.viewer().zone(), clock.instant()))
        .map(line ->
            Rendering.view("operations/supportThread")
                .modelAttribute("line", line)
                .modelAttribute("problems", problems)
                .modelAttribute("text", text)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping("/operations/support/{id}/answers")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> answer(
      @PathVariable String id,
      Form form,
      Caller.Operations by,
      SignedIn in,
      ServerWebExchange exchange) {
    var request = Ids.parse(id);
    var text = form.text("text");
    if (text.isEmpty() || text.length() > TEXT_MAX) {
      var problems = new Problems();
      problems.add("text", "Write an answer of at most 4,000 characters.");
      return thread(request, in, problems, text);
    }
    return support
        .answer(request, by, text)
        .then(Mono.fromSupplier(() -> back(exchange, request, "The answer is sent.")));
  }

  @PostMapping("/operations/support/{id}/closure")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> close(@PathVariable String id, ServerWebExchange exchange) {
    var request = Ids.parse(id);
    return support
        .move(request, true)
        .then(Mono.fromSupplier(() -> back(exchange, request, "The request is closed.")));
  }

  @PostMapping("/operations/support/{id}/opening")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> open(@PathVariable String id, ServerWebExchange exchange) {
    var request = Ids.parse(id);
    return support
        .move(request, false)
        .then(Mono.fromSupplier(() -> back(exchange, request, "The request is open again.")));
  }

  private Rendering back(ServerWebExchange exchange, UUID request, String toast) {
    return pages.redirect(exchange, "/operations/support/" + request, toast);
  }
}
