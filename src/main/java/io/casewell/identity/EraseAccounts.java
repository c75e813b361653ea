package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Leaving;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries deletions out once their days of grace are over: name, e-mail and contact go,
 * pseudonymous rows stay where law or money demands. A legal hold puts it off for as long as it
 * stands.
 */
@Component
class EraseAccounts implements RecurringJob {
  private static final Logger LOG = LoggerFactory.getLogger(EraseAccounts.class);

  private final Worker worker;
  private final List<Leaving> rooms;
  private final Clock clock;

  EraseAccounts(Worker worker, List<Leaving> rooms, Clock clock) {
    this.worker = worker;
    this.rooms = rooms;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "erase accounts that left";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofMinutes(15));
  }

  /** Erases everybody who is due, each in a transaction of their own. */
  @Override
  public Mono<Void> run() {
    return worker
        .db()
        .sql(
            """
            select account from account_leaving l
            where erased_at is null and due_at <= :now and not exists (
              select from legal_hold h where h.account = l.account and h.lifted_at is null)
            order by due_at limit 1000
            """)
        .bind("now", clock.instant())
        .mapValue(UUID.class)
        .all()
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(leaving -> leaving)
        .concatMap(account -> erase(new AccountId(account)))
        .then();
  }

  private Mono<AccountId> erase(AccountId account) {
    return worker
        .transactional(
            mark(account)
                .filter(marked -> marked)
                .delayUntil(_ ->
                    Flux.fromIterable(rooms)
                        .concatMap(room -> room.erase(worker, account))
                        .then(own(account)))
                .map(_ -> account))
        .doOnNext(done -> LOG.info("the account {} was erased as its person asked", done));
  }

  /** Takes the row, so that one node does it once, and nobody can undo it halfway. */
  private Mono<Boolean> mark(AccountId account) {
    return sql(
            """
            update account_leaving set erased_at = now()
            where account = :account and erased_at is null
            """,
            account)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private Mono<Void> own(AccountId account) {
    return Flux.just(
            "delete from session where account = :account",
            """
            update api_token set name = '', revoked_at = coalesce(revoked_at, now())
            where account = :account
            """,
            "delete from notification_choice where account = :account",
            "delete from sales_person where account = :account",
            "delete from operator where account = :account",
            """
            update account set name = 'Somebody who left', email = '', issuer = 'erased',
              subject = id::text, disabled_at = coalesce(disabled_at, now())
            where id = :account
            """,
            """
            select audit_append('account', :account, null, null, 'erased', null, null, 'house')
            """)
        .concatMap(text -> sql(text, account).then())
        .then();
  }

  private org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec sql(
      String text, AccountId account) {
    return worker.db().sql(text).bind("account", account.value());
  }
}
