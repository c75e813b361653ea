package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AuditCheck;
import io.casewell.platform.Form;
import io.casewell.platform.HealthSign;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the house runs: its health, what waits to be delivered, its jobs, its chain of changes. */
@Controller
class HouseController {
  private static final Logger LOG = LoggerFactory.getLogger(HouseController.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Set<String> STATES = Set.of("failed", "delivered");

  private final HouseRows rows;
  private final HurryUp hurryUp;
  private final List<HealthSign> signs;
  private final AuditCheck auditCheck;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  HouseController(
      HouseRows rows,
      HurryUp hurryUp,
      List<HealthSign> signs,
      AuditCheck auditCheck,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.rows = rows;
    this.hurryUp = hurryUp;
    this.signs = signs.stream().sorted(Comparator.comparingInt(HealthSign::place)).toList();
    this.auditCheck = auditCheck;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/operations/health")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> health() {
    return Flux.fromIterable(signs)
        .concatMap(HouseController::look)
        .collectList()
        .map(seen -> Rendering.view("operations/health").modelAttribute("signs", seen).build());
  }

  private static Mono<HealthSign.Sign> look(HealthSign sign) {
    return sign.look()
        .timeout(PATIENCE)
        .onErrorResume(trouble -> {
          LOG.warn("{} could not be looked at", sign.name(), trouble);
          return Mono.just(
              new HealthSign.Sign(
                  sign.name(),
                  HealthSign.State.BROKEN,
                  "No answer",
                  "It could not be looked at within three seconds; the log says why."));
        });
  }

  @GetMapping("/operations/outbox")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> outbox(Form query, SignedIn in) {
    var state = STATES.contains(query.text("state")) ? query.text("state") : "waiting";
    int number = number(query);
    return rows.events(state, number)
        .map(row -> HouseLine.of(row, in.viewer().zone(), clock.instant()))
        .collectList()
        .as(tx::transactional)
        .map(found ->
            listed("operations/outbox", "/operations/outbox?state=" + state, found, number)
                .modelAttribute("state", state)
                .build());
  }

  @PostMapping("/operations/outbox/{id}/retry")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> retry(@PathVariable String id, ServerWebExchange exchange) {
    return hurryUp
        .event(Ids.parse(id))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, "/operations/outbox", "It is tried now.")));
  }

  @PostMapping("/operations/outbox/retry")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> retryAll(ServerWebExchange exchange) {
    return hurryUp
        .failedEvents()
        .map(count ->
            pages.redirect(
                exchange,
                "/operations/outbox",
                count == 0
                    ? "Nothing had failed."
                    : count == 1 ? "One is tried now." : count + " are tried now."));
  }

  @GetMapping("/operations/jobs")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> jobs(Form query, SignedIn in) {
    int number = number(query);
    return rows.jobs(number)
        .map(row -> HouseLine.of(row, in.viewer().zone(), clock.instant()))
        .collectList()
        .as(tx::transactional)
        .map(found -> listed("operations/jobs", "/operations/jobs?", found, number).build());
  }

  @PostMapping("/operations/jobs/run")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> runNow(Form form, ServerWebExchange exchange) {
    if (form.text("name").isEmpty()) {
      return Mono.error(Refusal.notFound());
    }
    return hurryUp
        .job(form.text("name"), form.text("key"))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, "/operations/jobs", "It runs within a few seconds.")));
  }

  /** A long look: the whole trail is read. */
  @PostMapping("/operations/audit/check")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> check(SignedIn in) {
    long begun = System.nanoTime();
    return auditCheck
        .check()
        .map(report ->
            Rendering.view("operations/auditCheck")
                .modelAttribute("report", report)
                .modelAttribute(
                    "seconds",
                    "%.1f".formatted(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3))
                .build());
  }

  private static int number(Form query) {
    return query.text("page").matches("[1-9]\\d{0,4}") ? Integer.parseInt(query.text("page")) : 1;
  }

  private static Rendering.Builder<?> listed(
      String view, String address, List<?> found, int number) {
    boolean more = found.size() > HouseRows.PAGE;
    var shown = more ? found.subList(0, HouseRows.PAGE) : found;
    int first = (number - 1) * HouseRows.PAGE + 1;
    return Rendering.view(view)
        .modelAttribute("lines", shown)
        .modelAttribute(
            "words", shown.isEmpty() ? "None" : first + " to " + (first + shown.size() - 1))
        .modelAttribute("previous", number > 1 ? address + "&page=" + (number - 1) : "")
        .modelAttribute("next", more ? address + "&page=" + (number + 1) : "");
  }
}
