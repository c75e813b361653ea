package io.casewell.platform;

import io.r2dbc.postgresql.codec.Json;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail: what changed, from what to what, by whom, in the transaction of the change. Each
 * subject's rows form a hash chain, so that none can be changed or taken out unseen.
 */
@Component
public class Audit {
  private final DatabaseClient db;
  private final JsonMapper json;

  Audit(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * One row of the trail.
   *
   * @param kind what the subject is, e.g. {@code need}
   * @param subject its id
   * @param firm whose it is, when a firm's
   * @param staff whose it is, when a staff member's
   * @param what the change in the past tense, e.g. {@code posted}
   * @param before the state before, or null when it began
   * @param after the state after, or null when it ended
   */
  public record Entry(
      String kind,
      UUID subject,
      @Nullable FirmId firm,
      @Nullable StaffId staff,
      String what,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {}

  /** Appends the row in the running transaction. */
  public Mono<Void> append(Entry entry) {
    return append(entry, db);
  }

  /** The same in the worker's running transaction: what a job did. */
  public Mono<Void> appendBy(Worker worker, Entry entry) {
    return append(entry, worker.db());
  }

  private Mono<Void> append(Entry entry, DatabaseClient through) {
    return Mono.deferContextual(context -> append(entry, Origin.in(context), through));
  }

  private Mono<Void> append(Entry entry, Origin origin, DatabaseClient through) {
    var statement =
        through
            .sql(
                "select audit_append(:kind, :subject, :firm, :staff, :what, :before, :after,"
                    + " :origin)")
            .bind("kind", entry.kind())
            .bind("subject", entry.subject())
            .bind("what", entry.what())
            .bind("origin", origin.kept());
    var firm = entry.firm();
    var staff = entry.staff();
    statement =
        firm == null
            ? statement.bindNull("firm", UUID.class)
            : statement.bind("firm", firm.value());
    statement =
        staff == null
            ? statement.bindNull("staff", UUID.class)
            : statement.bind("staff", staff.value());
    statement = bound(statement, "before", entry.before());
    return bound(statement, "after", entry.after()).then();
  }

  private DatabaseClient.GenericExecuteSpec bound(
      DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Map<String, ?> value) {
    return value == null
        ? statement.bindNull(name, Json.class)
        : statement.bind(name, Json.of(json.writeValueAsBytes(value)));
  }
}
