package io.casewell.operations;

import io.casewell.calendar.WeeklyHours;
import io.casewell.calendar.WorkingHours;
import io.casewell.platform.Audit;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.pricing.StaffRates;
import io.casewell.talent.StaffIntake;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writes one batch of an import into every room, all in one transaction with its audit row. */
@Component
class StaffBatches {
  private static final Logger LOG = LoggerFactory.getLogger(StaffBatches.class);

  private final StaffIntake intake;
  private final WorkingHours hours;
  private final StaffRates rates;
  private final StaffImports imports;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  StaffBatches(
      StaffIntake intake,
      WorkingHours hours,
      StaffRates rates,
      StaffImports imports,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.intake = intake;
    this.hours = hours;
    this.rates = rates;
    this.imports = imports;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /** Writes the lines, or says what would come of it; no two may be about the same person. */
  Mono<List<LineReport>> write(UUID importId, List<StaffLine> lines, boolean dryRun) {
    return dryRun ? tried(importId, lines) : written(importId, lines);
  }

  private Mono<List<LineReport>> tried(UUID importId, List<StaffLine> lines) {
    var ids = good(lines).map(one -> one.staff().externalId()).toList();
    return intake
        .known(ids)
        .collectMap(StaffIntake.Known::externalId, StaffIntake.Known::digest)
        .map(known -> lines.stream().map(line -> wouldBe(line, known)).toList())
        .delayUntil(reports -> count(importId, reports))
        .as(tx::transactional);
  }

  private static LineReport wouldBe(StaffLine line, Map<String, String> known) {
    var record = line.record();
    if (record == null) {
      return LineReport.rejected(line, line.problems());
    }
    var before = known.get(record.staff().externalId());
    var digest = HexFormat.of().formatHex(record.staff().digest());
    return LineReport.of(
        line,
        before == null
            ? LineReport.Result.created
            : before.equals(digest) ? LineReport.Result.unchanged : LineReport.Result.updated);
  }

  private Mono<List<LineReport>> written(UUID importId, List<StaffLine> lines) {
    return together(importId, lines)
        .retryWhen(
            Retry.backoff(3, Duration.ofMillis(50))
                .filter(TransientDataAccessException.class::isInstance)
                .onRetryExhaustedThrow((_, signal) -> signal.failure()))
        .onErrorResume(
            trouble -> !databaseIsAway(trouble),
            trouble ->
                lines.size() == 1 ? refused(importId, lines, trouble) : singly(importId, lines));
  }

  private Mono<List<LineReport>> together(UUID importId, List<StaffLine> lines) {
    return intake
        .putAll(good(lines).map(StaffRecord::staff).toList())
        .delayUntil(written -> putRest(lines, written))
        .map(written -> reports(lines, written))
        .delayUntil(reports -> audit.append(entry(importId, lines, reports)))
        .delayUntil(reports -> count(importId, reports))
        .as(tx::transactional);
  }

  /** One line is at fault: each gets a transaction of its own, so that only that one fails. */
  private Mono<List<LineReport>> singly(UUID importId, List<StaffLine> lines) {
    return Flux.fromIterable(lines)
        .concatMap(line -> written(importId, List.of(line)))
        .flatMapIterable(reports -> reports)
        .collectList();
  }

  private Mono<List<LineReport>> refused(UUID importId, List<StaffLine> lines, Throwable trouble) {
    LOG.warn("line {} could not be stored", lines.getFirst().number(), trouble);
    var report =
        LineReport.rejected(
            lines.getFirst(), Map.of("", "This line could not be stored as it stands."));
    return tx.transactional(count(importId, List.of(report))).thenReturn(List.of(report));
  }

  private Mono<Void> putRest(List<StaffLine> lines, List<StaffIntake.Written> written) {
    var ids = new HashMap<String, StaffId>();
    written.forEach(one -> ids.put(one.externalId(), one.staff()));
    var weeks = new LinkedHashMap<StaffId, WeeklyHours>();
    var priced = new ArrayList<StaffRates.Imported>();
    good(lines)
        .forEach(record -> {
          var staff = ids.get(record.staff().externalId());
          if (staff != null) {
            weeks.put(staff, record.hours());
            priced.add(
                new StaffRates.Imported(staff, record.rate(), record.staff().profile().roles()));
          }
        });
    return hours.putAll(weeks).then(rates.putAll(priced)).then(renew(weeks));
  }

  private Mono<Void> renew(Map<StaffId, WeeklyHours> changed) {
    var ranked = facts.getIfAvailable();
    return ranked == null || changed.isEmpty() ? Mono.empty() : ranked.renew(changed.keySet());
  }

  private static List<LineReport> reports(
      List<StaffLine> lines, List<StaffIntake.Written> written) {
    var byId = new HashMap<String, StaffIntake.Written>();
    written.forEach(one -> byId.put(one.externalId(), one));
    return lines.stream().map(line -> report(line, byId)).toList();
  }

  private static LineReport report(StaffLine line, Map<String, StaffIntake.Written> byId) {
    var record = line.record();
    if (record == null) {
      return LineReport.rejected(line, line.problems());
    }
    var one = byId.get(record.staff().externalId());
    return LineReport.of(
        line,
        one == null
            ? LineReport.Result.unchanged
            : one.created() ? LineReport.Result.created : LineReport.Result.updated);
  }

  private Mono<Void> count(UUID importId, List<LineReport> reports) {
    return imports
        .add(importId, ImportSummary.begun(importId, false).plus(reports))
        .then(imports.addProblems(importId, reports));
  }

  private static Audit.Entry entry(UUID importId, List<StaffLine> lines, List<LineReport> reports) {
    var counted = ImportSummary.begun(importId, false).plus(reports);
    return new Audit.Entry(
        "staff_import",
        importId,
        null,
        null,
        "batch written",
        null,
        Map.of(
            "firstLine", lines.getFirst().number(),
            "lastLine", lines.getLast().number(),
            "created", counted.created(),
            "updated", counted.updated(),
            "unchanged", counted.unchanged(),
            "rejected", counted.rejected(),
            "digest", digest(lines)));
  }

  private static String digest(List<StaffLine> lines) {
    var all = new StringBuilder();
    good(lines)
        .forEach(record ->
            all.append(record.staff().externalId())
                .append('\n')
                .append(HexFormat.of().formatHex(record.staff().digest()))
                .append('\n'));
    return HexFormat.of().formatHex(Secrets.hash(all.toString()));
  }

  private static java.util.stream.Stream<StaffRecord> good(List<StaffLine> lines) {
    return lines.stream().map(StaffLine::record).filter(Objects::nonNull);
  }

  private static boolean databaseIsAway(Throwable trouble) {
    for (Throwable t = trouble; t != null; t = t.getCause()) {
      if (t instanceof DataAccessResourceFailureException
          || t instanceof R2dbcNonTransientResourceException
          || t instanceof R2dbcTransientResourceException
          || t instanceof TransactionException
          || t instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
