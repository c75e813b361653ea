package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Worker;

/** Agrees to the documents as they stand, for people whom a test puts into the database. */
public final class Agreed {
  private Agreed() {}

  public static void to(AccountId account, Worker worker) {
    new Agreements(worker.db()).accept(account).block();
  }
}
