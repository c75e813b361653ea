package io.casewell.notifications;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.AccountId;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** To whom one writes, and the names of what one writes about. */
@Component
class Readers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private final Worker worker;
  private final Catalogue catalogue;

  Readers(Worker worker, Catalogue catalogue) {
    this.worker = worker;
    this.catalogue = catalogue;
  }

  private record Row(@Nullable UUID account, String name, String email) {
    Told told() {
      return new Told(account == null ? null : new AccountId(account), name, email);
    }
  }

  private static Flux<Told> all(DatabaseClient.GenericExecuteSpec query) {
    return query.mapProperties(Row.class).all().map(Row::told);
  }

  /** A professional; empty when they have left. */
  Mono<Told> staff(StaffId staff) {
    return all(worker
            .db()
            .sql("select account, name, email from staff where id = :id and status <> 'left'")
            .bind("id", staff.value()))
        .next();
  }

  /** Whoever holds this account; empty when it is disabled. */
  Mono<Told> account(AccountId account) {
    return all(worker
            .db()
            .sql(
                """
                select id as account, name, email from account
                where id = :id and disabled_at is null
                """)
            .bind("id", account.value()))
        .next();
  }

  /** Whoever asked for help: a person with an account, or a visitor who gave an address. */
  Mono<Told> asker(UUID request) {
    return all(worker
            .db()
            .sql(
                """
                select r.account, r.name, coalesce(nullif(r.email, ''), a.email, '') as email
                from support_request r left join account a on a.id = r.account where r.id = :id
                """)
            .bind("id", request))
        .next();
  }

  /** Every administrator but this one, or every one. */
  Flux<Told> admins(@Nullable AccountId but) {
    return all(worker
            .db()
            .sql(
                """
                select a.id as account, a.name, a.email from operator o
                join account a on a.id = o.account and a.disabled_at is null
                where 'admin' = any(o.roles) and a.id::text <> :but order by a.id
                """)
            .bind("but", but == null ? "" : but.toString()))
        // a connection answers one question at a time: the rows are read before each is told
        .collectList()
        .flatMapIterable(admins -> admins);
  }

  /** One text of the worker's, by an id; empty when there is none. */
  Mono<String> text(String sql, UUID id) {
    return worker
        .db()
        .sql(sql)
        .bind("id", id)
        .map(row -> Objects.requireNonNullElse(row.get(0, String.class), ""))
        .one()
        .defaultIfEmpty("");
  }

  /** The credential in the facts, by name. */
  String credential(Map<String, String> facts) {
    return catalogue.credentials().name(facts.getOrDefault("code", ""));
  }

  /** The skill in the facts, by name. */
  String skill(Map<String, String> facts) {
    return catalogue.skills().name(facts.getOrDefault("skill", ""));
  }

  /** The day in the facts, or empty. */
  static String day(Map<String, String> facts) {
    var day = facts.getOrDefault("until", "");
    return day.isEmpty() ? "" : DAY.format(LocalDate.parse(day));
  }
}
