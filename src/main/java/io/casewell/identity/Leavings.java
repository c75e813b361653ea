package io.casewell.identity;

import io.casewell.platform.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts on their way out, each seen by its holder and by operations. */
@Component
class Leavings {
  private final DatabaseClient db;

  Leavings(DatabaseClient db) {
    this.db = db;
  }

  /** When it was asked for, when it is due, and what the profile was before. */
  record Row(Instant askedAt, Instant dueAt, @Nullable String staffStatus) {}

  Mono<Row> find(AccountId account) {
    return db.sql(
            """
            select asked_at, due_at, staff_status from account_leaving
            where account = :account and erased_at is null
            """)
        .bind("account", account.value())
        .mapProperties(Row.class)
        .one();
  }

  /** Begins it; false when it has begun already. */
  Mono<Boolean> begin(AccountId account, Instant now, Instant due, @Nullable String staffStatus) {
    var insert =
        db.sql(
                """
                insert into account_leaving (account, asked_at, due_at, staff_status)
                values (:account, :now, :due, :status) on conflict do nothing
                """)
            .bind("account", account.value())
            .bind("now", now)
            .bind("due", due);
    insert =
        staffStatus == null
            ? insert.bindNull("status", String.class)
            : insert.bind("status", staffStatus);
    return insert.fetch().rowsUpdated().map(rows -> rows == 1);
  }

  Mono<Boolean> undo(AccountId account) {
    return db.sql("delete from account_leaving where account = :account and erased_at is null")
        .bind("account", account.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Whether the law keeps it for now. */
  Mono<Boolean> held(AccountId account) {
    return db.sql("select held(:account)")
        .bind("account", account.value())
        .mapValue(Boolean.class)
        .one();
  }

  /** The profile that belongs to the account, if it has one. */
  Mono<UUID> profile(AccountId account) {
    return db.sql("select staff_of_account(:account) as staff")
        .bind("account", account.value())
        .map(row -> java.util.Optional.ofNullable(row.get("staff", UUID.class)))
        .one()
        .flatMap(Mono::justOrEmpty);
  }
}
