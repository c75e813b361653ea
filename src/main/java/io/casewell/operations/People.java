package io.casewell.operations;

import io.casewell.platform.AccountId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody who has an account, as operations see them. */
@Component
class People {
  /** How many stand on a page. */
  static final int PAGE = 25;

  private final DatabaseClient db;

  People(DatabaseClient db) {
    this.db = db;
  }

  /** A page of those whose name or e-mail holds this text, by name; one more than fits. */
  Flux<Person.Row> page(String search, boolean disabledOnly, int number) {
    return rows(search, disabledOnly, PAGE + 1, (number - 1) * PAGE);
  }

  /** All of them, the first hundred thousand. */
  Flux<Person.Row> all(String search, boolean disabledOnly) {
    return rows(search, disabledOnly, 100_000, 0);
  }

  private Flux<Person.Row> rows(String search, boolean disabledOnly, int limit, int offset) {
    // position and not like: % and _ mean themselves
    return db.sql(
            """
            select a.id, a.name, a.email, a.created_at, a.disabled_at,
              (select string_agg(f.name, ', ' order by f.name)
                from membership m join firm f on f.id = m.firm where m.account = a.id) as firm,
              exists (select from staff s where s.account = a.id) as staff,
              (select p.lead from sales_person p where p.account = a.id) as lead,
              coalesce((select o.roles from operator o where o.account = a.id), '{}') as roles
            from account a
            where (:search = '' or position(lower(:search) in lower(a.name)) > 0
                or position(lower(:search) in lower(a.email)) > 0)
              and (not :disabledOnly or a.disabled_at is not null)
            order by lower(a.name), a.id
            limit :limit offset :offset
            """)
        .bind("search", search)
        .bind("disabledOnly", disabledOnly)
        .bind("limit", limit)
        .bind("offset", offset)
        .mapProperties(Person.Row.class)
        .all();
  }

  /** Whether there is such an account. */
  Mono<Boolean> known(AccountId account) {
    return db.sql("select count(*) = 1 from account where id = :id")
        .bind("id", account.value())
        .mapValue(Boolean.class)
        .one();
  }

  /** Closes the account; false when it is closed already. */
  Mono<Boolean> disable(AccountId account) {
    return db.sql("update account set disabled_at = now() where id = :id and disabled_at is null")
        .bind("id", account.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Opens the account again; false when it is open. */
  Mono<Boolean> enable(AccountId account) {
    return db.sql(
            "update account set disabled_at = null where id = :id and disabled_at is not null")
        .bind("id", account.value())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /**
   * Ends every session and token of the account for good: they stop working with the account, and
   * shall not come back with it.
   */
  Mono<Void> signOutEverywhere(AccountId account) {
    return db.sql("delete from session where account = :id")
        .bind("id", account.value())
        .then()
        .then(
            db.sql(
                    """
                    update api_token set revoked_at = now()
                    where account = :id and revoked_at is null
                    """)
                .bind("id", account.value())
                .then());
  }
}
