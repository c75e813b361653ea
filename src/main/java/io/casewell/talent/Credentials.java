package io.casewell.talent;

import io.casewell.platform.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The certifications people say they hold. */
@Component
class Credentials {
  private final DatabaseClient db;

  Credentials(DatabaseClient db) {
    this.db = db;
  }

  private record Row(
      UUID id,
      String code,
      String number,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      String state) {
    HeldCredential held() {
      return new HeldCredential(id, code, number, validFrom, validUntil, CredentialState.of(state));
    }
  }

  /** Somebody's, in the order they were added. */
  Flux<HeldCredential> of(StaffId staff) {
    return of(staff, "");
  }

  /** The same, and nobody else changes them before the running transaction ends. */
  Flux<HeldCredential> locked(StaffId staff) {
    return of(staff, " for update");
  }

  private Flux<HeldCredential> of(StaffId staff, String lock) {
    return db.sql(
            """
            select id, code, number, valid_from, valid_until, state
            from credential where staff = :staff order by created_at, id
            """
                + lock)
        .bind("staff", staff.value())
        .mapProperties(Row.class)
        .all()
        .map(Row::held);
  }

  /** Adds one; false when they have this code with this number already. */
  Mono<Boolean> add(StaffId staff, HeldCredential held) {
    var insert =
        db.sql(
                """
                insert into credential (id, staff, code, number, valid_from, valid_until, state)
                values (:id, :staff, :code, :number, :from, :until, :state)
                on conflict (staff, code, number) do nothing
                """)
            .bind("id", held.id())
            .bind("staff", staff.value());
    return rows(fields(insert, held));
  }

  /** Replaces what one says; false when there is no such one of theirs. */
  Mono<Boolean> change(StaffId staff, HeldCredential held) {
    var update =
        db.sql(
                """
                update credential set code = :code, number = :number, valid_from = :from,
                  valid_until = :until, state = :state, submitted_at = null, reason = null,
                  decided_at = null, decided_by = null, second_look_by = null,
                  second_look_note = null
                where id = :id and staff = :staff
                """)
            .bind("id", held.id())
            .bind("staff", staff.value());
    return rows(fields(update, held));
  }

  /** Takes one away; false when there is no such one of theirs. */
  Mono<Boolean> remove(StaffId staff, UUID id) {
    return rows(
        db.sql("delete from credential where id = :id and staff = :staff")
            .bind("id", id)
            .bind("staff", staff.value()));
  }

  private static DatabaseClient.GenericExecuteSpec fields(
      DatabaseClient.GenericExecuteSpec statement, HeldCredential held) {
    var all =
        statement
            .bind("code", held.code())
            .bind("number", held.number())
            .bind("state", held.state().code());
    return date(date(all, "from", held.validFrom()), "until", held.validUntil());
  }

  private static DatabaseClient.GenericExecuteSpec date(
      DatabaseClient.GenericExecuteSpec statement, String name, @Nullable LocalDate date) {
    return date == null ? statement.bindNull(name, LocalDate.class) : statement.bind(name, date);
  }

  private static Mono<Boolean> rows(DatabaseClient.GenericExecuteSpec statement) {
    return statement.fetch().rowsUpdated().map(rows -> rows == 1);
  }
}
