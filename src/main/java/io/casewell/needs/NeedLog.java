package io.casewell.needs;

import io.casewell.platform.FirmId;
import io.casewell.platform.Worker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every firm's needs as they change, for what stands above and shows them to others. Read as the
 * worker, up to the oldest transaction still running, so that nothing that commits late is skipped.
 */
@Component
public class NeedLog {
  private final Worker worker;
  private final JsonMapper json;

  NeedLog(Worker worker, JsonMapper json) {
    this.worker = worker;
    this.json = json;
  }

  /**
   * A need that changed, with what may be told of its firm.
   *
   * @param parties the confidential names, to be hashed and not kept
   * @param firmName the firm's name where it chose to show it, or null
   * @param firmPlace the jurisdiction the firm is at home in
   * @param firmSize in words
   */
  public record Changed(
      Need need,
      List<String> parties,
      @Nullable String firmName,
      String firmPlace,
      String firmSize) {}

  private record Row(
      UUID id,
      UUID firm,
      long version,
      String state,
      @Nullable String closedReason,
      String terms,
      @Nullable UUID team,
      Instant createdAt,
      @Nullable Instant postedAt,
      Instant updatedAt,
      String parties,
      @Nullable String firmName,
      String firmPlace,
      String firmSize) {}

  private static final String SELECT =
      """
      select n.id, n.firm, n.version, n.state, n.closed_reason, n.terms::text as terms, n.team,
        n.created_at, n.posted_at, n.updated_at, coalesce(p.names::text, '[]') as parties,
        case when f.shows_name then f.name end as firm_name, f.jurisdiction as firm_place,
        f.size as firm_size
      from need n join firm f on f.id = n.firm left join need_parties p on p.need = n.id
      """;

  /** How far it may be read. */
  public Mono<Long> end() {
    return worker
        .db()
        .sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as transaction")
        .mapValue(Long.class)
        .one();
  }

  /** The needs that are open now. */
  public Flux<Changed> open() {
    return read(worker.db().sql(SELECT + " where n.state = 'open'"));
  }

  /** What changed from one place up to another, in whatever state it is now. */
  public Flux<Changed> between(long from, long to) {
    return read(
        worker
            .db()
            .sql(SELECT + " where n.xid >= :from::text::xid8 and n.xid < :to::text::xid8")
            .bind("from", Long.toString(from))
            .bind("to", Long.toString(to)));
  }

  private Flux<Changed> read(DatabaseClient.GenericExecuteSpec statement) {
    return statement.mapProperties(Row.class).all().map(this::changed);
  }

  private Changed changed(Row row) {
    var need =
        new Need(
            new NeedId(row.id()),
            new FirmId(row.firm()),
            row.version(),
            NeedState.of(row.state()).orElseThrow(),
            row.closedReason(),
            json.readValue(row.terms(), NeedBody.class).terms(),
            row.team(),
            row.createdAt(),
            row.postedAt(),
            row.updatedAt());
    return new Changed(
        need,
        List.of(json.readValue(row.parties(), String[].class)),
        row.firmName(),
        row.firmPlace(),
        row.firmSize());
  }
}
