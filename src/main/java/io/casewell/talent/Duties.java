package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people declare about duties of theirs. */
@Component
class Duties {
  private final DatabaseClient db;

  Duties(DatabaseClient db) {
    this.db = db;
  }

  /** Somebody's, the newest period first. */
  Flux<DutyDeclaration> of(StaffId staff) {
    return db.sql(
            """
            select id, code, period_from, period_until, way, general_minutes, ethics_minutes,
              attorney, bar_number, certified_on, complete
            from duty_declaration where staff = :staff order by period_from desc, code
            """)
        .bind("staff", staff.value())
        .mapProperties(DutyDeclaration.class)
        .all();
  }

  /** One row of what others may read. */
  record Public(String code, LocalDate periodFrom, LocalDate periodUntil, boolean complete) {}

  /** What firms may read of somebody's, the newest period first; others read nothing. */
  Flux<Public> declared(StaffId staff) {
    return db.sql("select code, period_from, period_until, complete from declared_duties(:staff)")
        .bind("staff", staff.value())
        .mapProperties(Public.class)
        .all();
  }

  /** Writes it down, in place of what they declared for the same period before. */
  Mono<Void> put(StaffId staff, DutyDeclaration said) {
    var insert =
        db.sql(
                """
                insert into duty_declaration (id, staff, code, period_from, period_until, way,
                  general_minutes, ethics_minutes, attorney, bar_number, certified_on, complete)
                values (:id, :staff, :code, :from, :until, :way, :general, :ethics, :attorney,
                  :bar, :certified, :complete)
                on conflict (staff, code, period_from) do update set way = excluded.way,
                  general_minutes = excluded.general_minutes,
                  ethics_minutes = excluded.ethics_minutes, attorney = excluded.attorney,
                  bar_number = excluded.bar_number, certified_on = excluded.certified_on,
                  complete = excluded.complete, declared_at = now()
                """)
            .bind("id", said.id())
            .bind("staff", staff.value())
            .bind("code", said.code())
            .bind("from", said.periodFrom())
            .bind("until", said.periodUntil())
            .bind("way", said.way())
            .bind("general", said.generalMinutes())
            .bind("ethics", said.ethicsMinutes())
            .bind("attorney", said.attorney())
            .bind("bar", said.barNumber())
            .bind("complete", said.complete());
    return bound(insert, said.certifiedOn()).then();
  }

  private static DatabaseClient.GenericExecuteSpec bound(
      DatabaseClient.GenericExecuteSpec insert, @Nullable LocalDate certified) {
    return certified == null
        ? insert.bindNull("certified", LocalDate.class)
        : insert.bind("certified", certified);
  }
}
