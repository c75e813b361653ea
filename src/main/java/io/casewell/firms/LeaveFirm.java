package io.casewell.firms;

import io.casewell.platform.AccountId;
import io.casewell.platform.Leaving;
import io.casewell.platform.Worker;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of a firm when one of its people leaves: it must not be left without an owner. */
@Component
class LeaveFirm implements Leaving {
  private final DatabaseClient db;

  LeaveFirm(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Flux<String> hindrances(AccountId account) {
    return db.sql("select name from sole_owner_of(:account)")
        .bind("account", account.value())
        .mapValue(String.class)
        .all()
        .map(firm ->
            "You are the only owner of "
                + firm
                + ". Make a colleague its owner first, on the firm's page under People.");
  }

  @Override
  public Mono<Void> erase(Worker worker, AccountId account) {
    return worker
        .db()
        .sql("delete from membership where account = :account")
        .bind("account", account.value())
        .then();
  }
}
