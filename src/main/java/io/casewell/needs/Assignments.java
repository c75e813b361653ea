package io.casewell.needs;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Outbox;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who of a firm looks after each of its needs. */
@Component
class Assignments {
  private final Needs needs;
  private final Audit audit;
  private final Outbox outbox;
  private final DatabaseClient db;
  private final Tenancy tx;

  Assignments(Needs needs, Audit audit, Outbox outbox, DatabaseClient db, Tenancy tx) {
    this.needs = needs;
    this.audit = audit;
    this.outbox = outbox;
    this.db = db;
    this.tx = tx;
  }

  private record Person(UUID account, String name) {}

  private record Row(@Nullable UUID account, long version) {}

  /** Who looks after this need, with everybody who could. */
  Mono<Assignment> of(NeedId need, Caller.FirmMember member) {
    return colleagues(member.firm())
        .zipWith(current(need, member.firm()).defaultIfEmpty(new Row(null, 0)))
        .map(both -> assignment(both.getT1(), both.getT2()))
        .as(tx::transactional);
  }

  private static Assignment assignment(Map<String, String> colleagues, Row now) {
    var account = now.account() == null ? "" : now.account().toString();
    return new Assignment(account, colleagues.getOrDefault(account, ""), colleagues);
  }

  private Mono<Map<String, String>> colleagues(FirmId firm) {
    return db.sql(
            """
            select m.account, a.name from membership m join account a on a.id = m.account
            where m.firm = :firm and a.disabled_at is null order by a.name, m.account
            """)
        .bind("firm", firm.value())
        .mapProperties(Person.class)
        .all()
        .collect(
            LinkedHashMap<String, String>::new,
            (all, one) -> all.put(one.account().toString(), one.name()))
        .map(all -> (Map<String, String>) all);
  }

  private Mono<Row> current(NeedId need, FirmId firm) {
    return db.sql(
            "select account, version from need_assignment where need = :need and firm = :firm")
        .bind("need", need.value())
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .one();
  }

  /**
   * Asks this colleague to look after the need, or nobody.
   *
   * @param colleague an account of the firm, or empty
   * @return the colleague's name, or empty
   */
  Mono<String> assign(NeedId id, String colleague, Caller.FirmMember by) {
    return needs
        .locked(id, by.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ -> of(id, by))
        .flatMap(before -> assign(id, colleague, before, by))
        .as(tx::transactional);
  }

  private Mono<String> assign(
      NeedId id, String colleague, Assignment before, Caller.FirmMember by) {
    var name = before.colleagues().getOrDefault(colleague, "");
    if (!colleague.isEmpty() && name.isEmpty()) {
      var problems = new Problems();
      problems.add("colleague", "Choose somebody of your firm.");
      return Mono.error(new Refusal.Invalid(problems));
    }
    if (colleague.equals(before.account())) {
      return Mono.just(name);
    }
    var to = colleague.isEmpty() ? null : new AccountId(UUID.fromString(colleague));
    return write(id, to, by)
        .flatMap(version ->
            audit
                .append(entry(id, by.firm(), before.name(), name))
                .then(outbox.record(new NeedAssigned(1, id, by.firm(), to, by.account(), version))))
        .thenReturn(name);
  }

  private Mono<Long> write(NeedId id, @Nullable AccountId to, Caller.FirmMember by) {
    var statement =
        db.sql(
                """
                insert into need_assignment (need, firm, version, account, by_account)
                values (:need, :firm, 1, :to, :by)
                on conflict (need) do update set version = need_assignment.version + 1,
                  account = excluded.account, by_account = excluded.by_account, at = now()
                returning version
                """)
            .bind("need", id.value())
            .bind("firm", by.firm().value())
            .bind("by", by.account().value());
    statement =
        to == null ? statement.bindNull("to", UUID.class) : statement.bind("to", to.value());
    return statement.mapValue(Long.class).one();
  }

  private static Audit.Entry entry(NeedId id, FirmId firm, String before, String after) {
    return new Audit.Entry(
        "need",
        id.value(),
        firm,
        null,
        after.isEmpty() ? "no longer assigned" : "assigned",
        before.isEmpty() ? null : Map.of("to", before),
        after.isEmpty() ? null : Map.of("to", after));
  }
}
