package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Worker;

/** Agrees to the documents as they stand, for people whom a test puts into the database. */
public final class Agreed {
  private Agreed() {}

  public static void to(AccountId account, Worker worker) {
    for (var one : Document.values()) {
      worker
          .db()
          .sql("select accept_document(:account, :document, :version)")
          .bind("account", account.value())
          .bind("document", one.word())
          .bind("version", one.version())
          .then()
          .block();
    }
  }
}
