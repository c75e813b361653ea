package io.casewell.calendar;

import io.casewell.platform.AccountId;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.r2dbc.postgresql.codec.Json;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Everybody's usual week. */
@Component
public class WorkingHours {
  private final DatabaseClient db;
  private final JsonMapper json;

  WorkingHours(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The usual week of this person; empty when they have not said. */
  public Mono<WeeklyHours> find(StaffId staff) {
    return find(staff, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<WeeklyHours> locked(StaffId staff) {
    return find(staff, " for update");
  }

  /** The usual week of one of the sales team; empty when they have not said. */
  public Mono<WeeklyHours> find(AccountId rep) {
    return find(rep, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<WeeklyHours> locked(AccountId rep) {
    return find(rep, " for update");
  }

  private Mono<WeeklyHours> find(StaffId staff, String lock) {
    return find("working_hours where staff = :person" + lock, staff.value());
  }

  private Mono<WeeklyHours> find(AccountId rep, String lock) {
    return find("rep_hours where account = :person" + lock, rep.value());
  }

  private Mono<WeeklyHours> find(String rows, UUID person) {
    return db.sql("select zone, rows, capacity_hours, committed_elsewhere_hours from " + rows)
        .bind("person", person)
        .mapProperties(Row.class)
        .one()
        .map(Row::hours);
  }

  private record Row(String zone, Json rows, int capacityHours, int committedElsewhereHours) {
    WeeklyHours hours() {
      return new WeeklyHours(
          ZoneId.of(zone), HoursText.rows(rows.asString()), capacityHours, committedElsewhereHours);
    }
  }

  /** A short text that differs when the hours do; a form carries it to notice a stale edit. */
  static String stamp(@Nullable WeeklyHours hours) {
    return hours == null
        ? "none"
        : HexFormat.of()
            .formatHex(
                Secrets.hash(
                    hours.zone()
                        + " "
                        + HoursText.json(hours.rows())
                        + " "
                        + hours.capacityHours()
                        + " "
                        + hours.committedElsewhereHours()),
                0,
                12);
  }

  /** Writes many people's weeks in one statement, in the running transaction. */
  public Mono<Void> putAll(Map<StaffId, WeeklyHours> all) {
    if (all.isEmpty()) {
      return Mono.empty();
    }
    var rows =
        all.entrySet().stream()
            // always in this order, so that two imports at once wait and do not deadlock
            .sorted(Comparator.comparing(entry -> entry.getKey().value()))
            .map(entry -> columns(entry.getKey(), entry.getValue()))
            .toList();
    return db.sql(
            """
            insert into working_hours as h
              (staff, zone, rows, capacity_hours, committed_elsewhere_hours)
            select r.staff, r.zone, r.rows, r.capacity, r.elsewhere
            from jsonb_to_recordset(:rows)
              as r(staff uuid, zone text, rows jsonb, capacity int, elsewhere int)
            on conflict (staff) do update set
              zone = excluded.zone, rows = excluded.rows, updated_at = now(),
              capacity_hours = excluded.capacity_hours,
              committed_elsewhere_hours = excluded.committed_elsewhere_hours
            """)
        .bind("rows", Json.of(json.writeValueAsBytes(rows)))
        .then();
  }

  /** Writes the week of one of the sales team, in the running transaction. */
  public Mono<Void> put(AccountId rep, WeeklyHours hours) {
    return db.sql(
            """
            insert into rep_hours
              (account, zone, rows, capacity_hours, committed_elsewhere_hours)
            values (:rep, :zone, :rows, :capacity, :elsewhere)
            on conflict (account) do update set
              zone = excluded.zone, rows = excluded.rows, updated_at = now(),
              capacity_hours = excluded.capacity_hours,
              committed_elsewhere_hours = excluded.committed_elsewhere_hours
            """)
        .bind("rep", rep.value())
        .bind("zone", hours.zone().getId())
        .bind("rows", Json.of(HoursText.json(hours.rows())))
        .bind("capacity", hours.capacityHours())
        .bind("elsewhere", hours.committedElsewhereHours())
        .then();
  }

  private static Map<String, Object> columns(StaffId staff, WeeklyHours hours) {
    var columns = new LinkedHashMap<String, Object>();
    columns.put("staff", staff.toString());
    columns.put("zone", hours.zone().getId());
    columns.put("rows", new RawValue(HoursText.json(hours.rows())));
    columns.put("capacity", hours.capacityHours());
    columns.put("elsewhere", hours.committedElsewhereHours());
    return columns;
  }
}
