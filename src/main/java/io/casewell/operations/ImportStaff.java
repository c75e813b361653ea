package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Ids;
import io.casewell.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes staff in from another system, one JSON object a line, in batches of one transaction each.
 * The same content again changes nothing; a bad line is reported and stops no other. Needs an
 * operations caller in the context.
 */
@Component
public class ImportStaff {
  private static final Logger LOG = LoggerFactory.getLogger(ImportStaff.class);

  private final StaffLineReader reader;
  private final StaffBatches batches;
  private final StaffImports imports;
  private final Tenancy tx;

  ImportStaff(StaffLineReader reader, StaffBatches batches, StaffImports imports, Tenancy tx) {
    this.reader = reader;
    this.batches = batches;
    this.imports = imports;
    this.tx = tx;
  }

  /**
   * Imports these lines.
   *
   * @param account who imports
   * @param dryRun only says what would come of each line
   * @return a report for each line in order, then the summary
   */
  public Flux<ImportReport> lines(Flux<String> lines, AccountId account, boolean dryRun) {
    var bytes = lines.map(line -> line.getBytes(StandardCharsets.UTF_8));
    return run(LineBatches.ofLines(bytes), account, dryRun).flatMapIterable(reports -> reports);
  }

  /** Imports a body, as {@link #lines}; the reports come batch by batch, as they are known. */
  Flux<List<ImportReport>> body(Flux<DataBuffer> body, AccountId account, boolean dryRun) {
    return run(LineBatches.of(body), account, dryRun);
  }

  private Flux<List<ImportReport>> run(
      Flux<List<LineBatches.RawLine>> raw, AccountId account, boolean dryRun) {
    var id = Ids.next();
    var tally = new Tally(ImportSummary.begun(id, dryRun));
    var reports =
        raw
            // reading is work for a processor, so it leaves the event loop, one batch ahead
            .flatMapSequential(this::read, 2, 1)
            .concatMapIterable(ImportStaff::apart, 1)
            .concatMap(lines -> batches.write(id, lines, dryRun).doOnNext(tally::add), 1)
            .map(done -> List.<ImportReport>copyOf(done))
            .onErrorResume(trouble -> tally.stop(trouble));
    return tx.transactional(imports.begin(id, account, dryRun))
        .thenMany(reports)
        .concatWith(
            Mono.defer(() ->
                tx.transactional(imports.finish(id))
                    .onErrorResume(trouble -> tally.stop(trouble).then())
                    .then(Mono.fromSupplier(() -> List.<ImportReport>of(tally.summary)))));
  }

  private Mono<List<StaffLine>> read(List<LineBatches.RawLine> raw) {
    return Mono.fromCallable(() -> raw.stream().map(reader::read).toList())
        .subscribeOn(Schedulers.parallel());
  }

  /** Parts in which nobody stands twice: who is named again is to be updated by the later line. */
  private static List<List<StaffLine>> apart(List<StaffLine> lines) {
    var parts = new ArrayList<List<StaffLine>>();
    var part = new ArrayList<StaffLine>();
    var seen = new HashSet<String>();
    for (var line : lines) {
      if (line.record() != null && !seen.add(line.record().staff().externalId())) {
        parts.add(part);
        part = new ArrayList<>();
        seen.clear();
        seen.add(line.record().staff().externalId());
      }
      part.add(line);
    }
    parts.add(part);
    return parts;
  }

  /** Counts along; used by one batch after another, never by two at once. */
  private static final class Tally {
    private volatile ImportSummary summary;

    Tally(ImportSummary summary) {
      this.summary = summary;
    }

    void add(List<LineReport> reports) {
      summary = summary.plus(reports);
    }

    <T> Flux<T> stop(Throwable trouble) {
      LOG.error("the staff import {} stopped", summary.id(), trouble);
      summary =
          summary.stoppedBy(
              "Something broke on our side. The lines reported above are done; send the rest"
                  + " again, or everything: what is done already stays as it is.");
      return Flux.empty();
    }
  }
}
