package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Timelines;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The audit trail, for administrators: searched, read row by row. */
@Controller
class AuditController {
  private static final int PAGE = 50;
  private static final String PATH = "/operations/audit";

  private final AuditRows rows;
  private final Timelines timelines;
  private final Tenancy tx;
  private final Clock clock;

  AuditController(AuditRows rows, Timelines timelines, Tenancy tx, Clock clock) {
    this.rows = rows;
    this.timelines = timelines;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping(PATH)
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(Form form, SignedIn in) {
    var query = AuditQuery.of(form);
    return rows.page(query, in.viewer().zone(), PAGE + 1)
        .collectList()
        .as(tx::transactional)
        .map(found -> page(found, query, in));
  }

  private Rendering page(List<AuditRows.Row> found, AuditQuery query, SignedIn in) {
    boolean more = found.size() > PAGE;
    var shown = more ? found.subList(0, PAGE) : found;
    return Rendering.view("operations/audit")
        .modelAttribute("lines", shown.stream().map(row -> line(row, in)).toList())
        .modelAttribute("query", query)
        .modelAttribute("kinds", timelines.kinds())
        .modelAttribute("next", more ? query.at(PATH, shown.getLast().place()) : "")
        .modelAttribute("first", query.after() == null ? "" : query.at(PATH, null))
        .modelAttribute("csv", query.at("/operations/audit.csv", null))
        .build();
  }

  private AuditLine line(AuditRows.Row row, SignedIn in) {
    return AuditLine.of(row, timelines, in.viewer().zone(), clock.instant());
  }

  @GetMapping("/operations/audit/{kind}/{subject}/{seq}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(
      @PathVariable String kind,
      @PathVariable String subject,
      @PathVariable String seq,
      SignedIn in) {
    if (!seq.matches("[1-9]\\d{0,17}")) {
      return Mono.error(Refusal.notFound());
    }
    return rows.find(kind, Ids.parse(subject), Long.parseLong(seq))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .map(row ->
            Rendering.view("operations/auditEntry").modelAttribute("line", line(row, in)).build());
  }
}
