package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Csv;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Timelines;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The trail as a file: what the list's filters leave, its newest ten thousand rows. */
@Controller
class AuditCsv {
  private static final int MOST = 10_000;

  private final AuditRows rows;
  private final Timelines timelines;
  private final Tenancy tx;
  private final Clock clock;

  AuditCsv(AuditRows rows, Timelines timelines, Tenancy tx, Clock clock) {
    this.rows = rows;
    this.timelines = timelines;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/operations/audit.csv")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<ResponseEntity<byte[]>> trail(Form query, SignedIn in) {
    var file =
        Csv.of(
            "When", "Who", "Hat", "What", "Kind", "Of", "Firm", "From", "Before", "After", "Link",
            "Id", "Seal");
    return rows.page(AuditQuery.of(query), in.viewer().zone(), MOST)
        .reduce(file, (all, row) -> with(all, row, in))
        .map(all -> all.as("audit-trail.csv"))
        .as(tx::transactional);
  }

  private Csv with(Csv file, AuditRows.Row row, SignedIn in) {
    var line = AuditLine.of(row, timelines, in.viewer().zone(), clock.instant());
    return file.row(
        row.at().atOffset(ZoneOffset.UTC),
        line.who(),
        line.hat(),
        line.what(),
        line.kind(),
        line.subject(),
        line.firm(),
        line.from(),
        row.was(),
        row.now(),
        row.seq(),
        row.subject().toString(),
        row.hash());
  }
}
