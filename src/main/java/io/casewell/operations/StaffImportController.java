package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The staff import of the API: lines in, a report for each line out, while it goes on. */
@Controller
class StaffImportController implements StaffImportDescription {
  /**
   * How many batches of reports wait for a program that sends everything before it reads; the
   * import goes on meanwhile. Beyond it, program and import would wait for each other.
   */
  private static final int REPORTS_AHEAD = 400;

  private final ImportStaff importStaff;
  private final JsonMapper json;

  StaffImportController(ImportStaff importStaff, JsonMapper json) {
    this.importStaff = importStaff;
    this.json = json;
  }

  @Override
  @PostMapping(path = "/api/v1/staff/import", consumes = "application/x-ndjson")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN, scope = "staff:import")
  public Mono<Void> post(
      Caller.Operations operations,
      @RequestParam(defaultValue = "false") boolean dryRun,
      ServerWebExchange exchange) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
    response.getHeaders().setCacheControl("no-store");
    var reports =
        importStaff
            .body(exchange.getRequest().getBody(), operations.account(), dryRun)
            .map(this::text)
            .publishOn(Schedulers.parallel(), REPORTS_AHEAD)
            .map(Flux::just);
    return response.writeAndFlushWith(reports);
  }

  /** On the heap, not pooled: what waits when the program hangs up is simply collected. */
  private DataBuffer text(List<ImportReport> reports) {
    var buffer = DefaultDataBufferFactory.sharedInstance.allocateBuffer(64 * reports.size());
    for (var report : reports) {
      buffer.write(json.writeValueAsBytes(object(report)));
      buffer.write((byte) '\n');
    }
    return buffer;
  }

  private static Object object(ImportReport report) {
    return switch (report) {
      case ImportSummary summary -> Map.of("summary", object(summary));
      case LineReport line -> line;
    };
  }

  private static Map<String, Object> object(ImportSummary summary) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", summary.id());
    object.put("dryRun", summary.dryRun());
    object.put("lines", summary.lines());
    object.put("created", summary.created());
    object.put("updated", summary.updated());
    object.put("unchanged", summary.unchanged());
    object.put("rejected", summary.rejected());
    object.put("finished", summary.stopped() == null);
    if (summary.stopped() != null) {
      object.put("stopped", summary.stopped());
    }
    return object;
  }
}
